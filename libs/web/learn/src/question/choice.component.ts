/** The room of "one of these": radio buttons, for single choice and for true or false. */
import { Component, input, output } from '@angular/core';
import { IconComponent } from '@tap-huan/web/ui';
import { injectQuestionText } from '../i18n/question.text';
import { letterOf } from './letters';

@Component({
  selector: 'th-choice',
  imports: [IconComponent],
  template: `
    <div class="options" role="radiogroup" [attr.aria-labelledby]="labelledBy()">
      @for (option of options(); track option.id) {
        <label class="option" [class.chosen]="option.id === chosen()">
          <input
            type="radio"
            [name]="name()"
            [value]="option.id"
            [checked]="option.id === chosen()"
            [disabled]="readonly()"
            (change)="choose.emit(option.id)"
          />
          @if (lettered()) {
            <span class="letter" aria-hidden="true">{{ letterOf($index) }}</span>
          }
          <span>{{ option.text }}</span>
        </label>
      }
    </div>
    <!-- Keeps its place, so that choosing moves nothing. -->
    <button
      type="button"
      class="th-button th-button--quiet th-button--small clear"
      [class.gone]="chosen() === null || readonly()"
      (click)="choose.emit(null)"
    >
      <th-icon name="close" [size]="16" /> {{ t('answer.clear') }}
    </button>
  `,
  styleUrl: './options.scss',
})
export class ChoiceComponent {
  readonly options = input.required<readonly { id: string; text: string }[]>();
  readonly chosen = input.required<string | null>();
  readonly name = input.required<string>();
  readonly labelledBy = input.required<string>();
  readonly readonly = input(false);
  readonly lettered = input(true);
  readonly choose = output<string | null>();
  protected readonly t = injectQuestionText();
  protected readonly letterOf = letterOf;
}
