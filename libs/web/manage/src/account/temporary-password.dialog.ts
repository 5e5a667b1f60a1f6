/** The room where a temporary password is seen, once. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, signal } from '@angular/core';
import { CalloutComponent, DialogFrameComponent, IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { copyText } from '../list/copy-text';

export interface TemporaryPassword {
  name: string;
  username: string;
  password: string;
}

/** To be opened with `stay`: Esc must not take away what is shown only once. */
@Component({
  selector: 'th-temporary-password-dialog',
  imports: [CalloutComponent, DialogFrameComponent, IconComponent],
  template: `
    <th-dialog [heading]="t('temporary.title')">
      <div class="th-stack">
        <p>{{ t('temporary.words', { name: data.name, username: data.username }) }}</p>
        <div class="line">
          <output [attr.aria-label]="t('temporary.label')">{{ data.password }}</output>
          <button type="button" class="th-button" (click)="copy()">
            <th-icon [name]="copied() ? 'check' : 'copy'" [size]="18" />
            {{ t(copied() ? 'common.copied' : 'common.copy') }}
          </button>
        </div>
        <p class="th-hidden" aria-live="polite">{{ copied() ? t('common.copied') : '' }}</p>
        @if (failed()) {
          <p role="alert">{{ t('common.copyFailed') }}</p>
        }
        <th-callout kind="warning">{{ t('temporary.once') }}</th-callout>
      </div>
      <button thActions type="button" class="th-button th-button--primary" (click)="ref.close()">
        {{ t('temporary.kept') }}
      </button>
    </th-dialog>
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-12);
    }
    output {
      padding: var(--th-8) var(--th-16);
      border: 1px solid var(--th-line-strong);
      border-radius: var(--th-radius);
      background: var(--th-sunken);
      font-family: ui-monospace, monospace;
      font-size: var(--th-size-21);
      letter-spacing: 0.06em;
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
})
export class TemporaryPasswordDialog {
  protected readonly data = inject<TemporaryPassword>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef>(DialogRef);
  protected readonly t = injectText();
  protected readonly copied = signal(false);
  protected readonly failed = signal(false);

  protected async copy(): Promise<void> {
    const copied = await copyText(this.data.password);
    this.copied.set(copied);
    this.failed.set(!copied);
  }
}
