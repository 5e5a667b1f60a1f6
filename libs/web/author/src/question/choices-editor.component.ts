/** The room of the options of a question: text, which is right, and what is said to whoever chose it. */
import { Component, input, output } from '@angular/core';
import { IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { type FormOption, freeId } from './question-form';

@Component({
  selector: 'th-choices-editor',
  imports: [IconComponent],
  template: `
    <fieldset>
      <legend>{{ t(many() ? 'question.optionsMany' : 'question.options') }}</legend>
      <ol>
        @for (option of options(); track option.id; let at = $index) {
          <li>
            <label class="right" [title]="t('question.markRight')">
              <input
                name="th-right"
                [type]="many() ? 'checkbox' : 'radio'"
                [checked]="option.right"
                [attr.aria-label]="t('question.rightOf', { letter: letter(at) })"
                (change)="mark(at, $any($event.target).checked)"
              />
              <span aria-hidden="true">{{ letter(at) }}</span>
            </label>
            <div class="words">
              <textarea
                #text
                class="th-input"
                rows="1"
                [attr.aria-label]="t('question.textOf', { letter: letter(at) })"
                [placeholder]="t('question.textOf', { letter: letter(at) })"
                [value]="option.text"
                (input)="set(at, { text: text.value })"
              ></textarea>
              <input
                #feedback
                class="th-input feedback"
                autocomplete="off"
                [attr.aria-label]="t('question.feedbackOf', { letter: letter(at) })"
                [placeholder]="t('question.feedbackFor')"
                [value]="option.feedback"
                (input)="set(at, { feedback: feedback.value })"
              />
            </div>
            <button
              type="button"
              class="th-button th-button--quiet th-button--small tool"
              [disabled]="options().length <= 2"
              [attr.aria-label]="t('question.removeOption', { letter: letter(at) })"
              [title]="t('question.remove')"
              (click)="remove(at)"
            >
              <th-icon name="delete" [size]="18" />
            </button>
          </li>
        }
      </ol>
      @if (options().length < 12) {
        <button type="button" class="th-button th-button--small" (click)="add()">
          <th-icon name="add" [size]="18" /> {{ t('question.addOption') }}
        </button>
      }
    </fieldset>
  `,
  styleUrl: './editor-rows.scss',
})
export class ChoicesEditorComponent {
  readonly options = input.required<readonly FormOption[]>();
  /** Several may be right. */
  readonly many = input(false);
  readonly changed = output<readonly FormOption[]>();
  protected readonly t = injectText();

  protected letter(at: number): string {
    return String.fromCharCode(65 + at);
  }

  protected set(at: number, part: Partial<FormOption>): void {
    this.changed.emit(
      this.options().map((option, place) => (place === at ? { ...option, ...part } : option)),
    );
  }

  protected mark(at: number, right: boolean): void {
    this.changed.emit(
      this.options().map((option, place) => ({
        ...option,
        right: place === at ? right : this.many() && option.right,
      })),
    );
  }

  protected add(): void {
    const id = freeId(this.options());
    this.changed.emit([...this.options(), { id, text: '', feedback: '', right: false }]);
  }

  protected remove(at: number): void {
    this.changed.emit(this.options().filter((_, place) => place !== at));
  }
}
