/** The room of the language switch. */
import { Component, input, output } from '@angular/core';
import type { Language } from '@tap-huan/contract';
import { injectLanguage } from '../i18n/texts';

/** Both languages by their own names; the present one is pressed. The page does the switching. */
@Component({
  selector: 'th-language-switch',
  template: `
    <div role="group" [attr.aria-label]="label()">
      <button
        type="button"
        lang="vi"
        [attr.aria-pressed]="language() === 'vi'"
        (click)="choose.emit('vi')"
      >
        Tiếng Việt
      </button>
      <button
        type="button"
        lang="en"
        [attr.aria-pressed]="language() === 'en'"
        (click)="choose.emit('en')"
      >
        English
      </button>
    </div>
  `,
  styles: `
    :host {
      display: inline-block;
    }
    div {
      display: inline-flex;
    }
    button {
      min-height: var(--th-target);
      padding: 0 var(--th-12);
      border: 0;
      background: none;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      cursor: pointer;
    }
    button:hover {
      color: var(--th-ink);
    }
    button[aria-pressed='true'] {
      color: var(--th-ink);
      font-weight: 600;
      text-decoration: underline;
      text-decoration-color: var(--th-celadon);
      text-decoration-thickness: 2px;
      text-underline-offset: 6px;
    }
  `,
})
export class LanguageSwitchComponent {
  readonly label = input('Ngôn ngữ · Language');
  readonly choose = output<Language>();
  protected readonly language = injectLanguage();
}
