/** The room of the pairs of a matching question. */
import { Component, input, output } from '@angular/core';
import { FieldComponent } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import { LinesComponent } from '../../parts/lines.component';
import { RowDirective, RowsComponent } from '../../parts/rows.component';
import { type MatchingForm, newPair } from '../forms/order-form';

@Component({
  selector: 'th-matching-editor',
  imports: [FieldComponent, LinesComponent, RowDirective, RowsComponent],
  template: `
    <th-rows
      numbered
      [rows]="form().pairs"
      [make]="newPair"
      [name]="name"
      [legend]="t('question.pairs')"
      [add]="t('question.addPair')"
      [least]="2"
      (changed)="changed.emit({ pairs: $event })"
    >
      <ng-template thRow [thRowOf]="form().pairs" let-pair let-at="at" let-set="set">
        <div class="side">
          <textarea
            #prompt
            class="th-input low"
            rows="1"
            [attr.aria-label]="t('question.promptOf', { number: at + 1 })"
            [placeholder]="t('question.prompt')"
            [value]="pair.prompt"
            (input)="set({ prompt: prompt.value })"
          ></textarea>
          <textarea
            #answer
            class="th-input low"
            rows="1"
            [attr.aria-label]="t('question.answerOf', { number: at + 1 })"
            [placeholder]="t('question.answer')"
            [value]="pair.answer"
            (input)="set({ answer: answer.value })"
          ></textarea>
        </div>
      </ng-template>
    </th-rows>
    <th-field [label]="t('question.distractors')" [hint]="t('question.distractorsHint')">
      <th-lines
        [rows]="2"
        [value]="form().distractors"
        (valueChange)="changed.emit({ distractors: $event })"
      />
    </th-field>
  `,
  styleUrl: './editor.scss',
})
export class MatchingEditorComponent {
  readonly form = input.required<MatchingForm>();
  readonly changed = output<Partial<MatchingForm>>();
  protected readonly t = injectText();
  protected readonly newPair = newPair;
  protected readonly name = (at: number) => this.t('rows.pair', { number: at + 1 });
}
