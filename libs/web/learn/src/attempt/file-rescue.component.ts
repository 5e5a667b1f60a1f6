/** The room of the answer file: a button, what it is for, and what to do with it. */
import { booleanAttribute, Component, inject, input } from '@angular/core';
import { IconComponent } from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';
import { AnswerFileDesk } from './answer-file-desk';

@Component({
  selector: 'th-file-rescue',
  imports: [IconComponent],
  template: `
    <button
      type="button"
      class="th-button"
      [class.th-button--small]="!main()"
      [class.th-button--primary]="main()"
      [attr.aria-busy]="desk.making()"
      (click)="desk.make()"
    >
      <th-icon name="download" [size]="18" /> {{ t('file.button') }}
    </button>
    <p class="th-small th-muted">{{ t('file.hint') }}</p>
    <p role="status" class="th-small" [class.bad]="desk.state() !== 'done'">{{ words() }}</p>
  `,
  styles: `
    :host {
      display: block;
    }
    p {
      margin-top: var(--th-4);
    }
    p:empty {
      display: none;
    }
    .bad {
      color: var(--th-vermilion);
    }
  `,
})
export class FileRescueComponent {
  /** The next step on this screen. */
  readonly main = input(false, { transform: booleanAttribute });
  protected readonly t = injectAttemptText();
  protected readonly desk = inject(AnswerFileDesk);
  protected readonly words = this.desk.words;
}
