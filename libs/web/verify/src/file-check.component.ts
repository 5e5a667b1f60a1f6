/** The room where a received PDF is compared with the issued one, on this device only. */
import { Component, input, linkedSignal } from '@angular/core';
import { IconComponent } from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

type Verdict = 'none' | 'checking' | 'same' | 'other' | 'failed';

@Component({
  selector: 'th-file-check',
  imports: [IconComponent],
  template: `
    <p class="th-muted">{{ t('file.hint') }}</p>
    <label class="th-button">
      <input
        #picker
        class="th-hidden"
        type="file"
        accept="application/pdf"
        (change)="check(picker.files?.[0]); picker.value = ''"
      />
      <th-icon name="file" [size]="18" /> {{ t('file.choose') }}
    </label>
    <p class="verdict" [class]="verdict()" aria-live="polite">
      @switch (verdict()) {
        @case ('checking') {
          {{ t('file.checking') }}
        }
        @case ('same') {
          <th-icon name="done" [size]="18" /> {{ t('file.same') }}
        }
        @case ('other') {
          <th-icon name="warning" [size]="18" /> {{ t('file.other') }}
        }
        @case ('failed') {
          {{ t('file.failed') }}
        }
      }
    </p>
  `,
  styles: `
    label {
      margin-top: var(--th-12);
    }
    label:focus-within {
      outline: 3px solid var(--th-celadon);
      outline-offset: 2px;
    }
    .verdict {
      display: flex;
      gap: var(--th-8);
      min-height: 1.55em;
      margin-top: var(--th-12);
      font-weight: 500;
    }
    .same {
      color: var(--th-celadon-deep);
    }
    .other,
    .failed {
      color: var(--th-vermilion);
    }
  `,
})
export class FileCheckComponent {
  /** Of the issued file, hex. */
  readonly sha256 = input.required<string>();
  protected readonly t = injectText();
  protected readonly verdict = linkedSignal<string, Verdict>({
    source: () => this.sha256(),
    computation: () => 'none',
  });

  protected async check(file: File | undefined): Promise<void> {
    if (!file) return;
    this.verdict.set('checking');
    try {
      const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
      const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
      this.verdict.set(hex.join('') === this.sha256().toLowerCase() ? 'same' : 'other');
    } catch {
      this.verdict.set('failed');
    }
  }
}
