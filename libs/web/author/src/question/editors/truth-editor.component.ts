/** The room of the truth of a statement, and what is said to either answer. */
import { Component, input, output } from '@angular/core';
import { FieldComponent, InputDirective } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import type { TruthForm } from '../forms/choices-form';

@Component({
  selector: 'th-truth-editor',
  imports: [FieldComponent, InputDirective],
  template: `
    <fieldset>
      <legend>{{ t('question.truth') }}</legend>
      @for (truth of [true, false]; track truth) {
        <label class="th-check">
          <input
            type="radio"
            name="th-truth"
            [checked]="form().truth === truth"
            (change)="changed.emit({ truth })"
          />
          {{ t(truth ? 'question.true' : 'question.false') }}
        </label>
      }
    </fieldset>
    <div class="side">
      <th-field [label]="t('question.ifTrue')" [hint]="t('question.optional')">
        <textarea
          #ifTrue
          thInput
          class="low"
          rows="1"
          maxlength="2000"
          [value]="form().ifTrue"
          (input)="changed.emit({ ifTrue: ifTrue.value })"
        ></textarea>
      </th-field>
      <th-field [label]="t('question.ifFalse')" [hint]="t('question.optional')">
        <textarea
          #ifFalse
          thInput
          class="low"
          rows="1"
          maxlength="2000"
          [value]="form().ifFalse"
          (input)="changed.emit({ ifFalse: ifFalse.value })"
        ></textarea>
      </th-field>
    </div>
  `,
  styleUrl: './editor.scss',
})
export class TruthEditorComponent {
  readonly form = input.required<TruthForm>();
  readonly changed = output<Partial<TruthForm>>();
  protected readonly t = injectText();
}
