/** The room of the number that is the answer. */
import { Component, computed, input, output } from '@angular/core';
import { FieldComponent, formatNumber, injectLanguage, InputDirective } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import { typedNumber } from '../forms/form-parts';
import { type NumericForm, toleranceOf } from '../forms/number-form';
import { NearEditorComponent } from './near-editor.component';

@Component({
  selector: 'th-numeric-editor',
  imports: [FieldComponent, InputDirective, NearEditorComponent],
  template: `
    <th-field [label]="t('question.value')" [hint]="understood() ?? t('question.valueHint')">
      <input
        #value
        thInput
        class="value"
        inputmode="decimal"
        autocomplete="off"
        [value]="form().value"
        (input)="changed.emit({ value: value.value })"
      />
    </th-field>
    <th-near-editor [form]="form()" [range]="range()" (changed)="changed.emit($event)" />
  `,
  styleUrl: './editor.scss',
  styles: `
    .value {
      max-width: 14rem;
    }
  `,
})
export class NumericEditorComponent {
  readonly form = input.required<NumericForm>();
  readonly changed = output<Partial<NumericForm>>();
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly range = computed(() => {
    const form = this.form();
    const value = typedNumber(form.value);
    const tolerance = toleranceOf(form);
    if (value === null || !(tolerance > 0)) return this.t('question.exact');
    const allowed = form.toleranceKind === 'relative' ? Math.abs(value) * tolerance : tolerance;
    const [from, to] = [value - allowed, value + allowed].map((one) =>
      formatNumber(one, this.language()),
    );
    return this.t('question.range', { from: from ?? '', to: to ?? '' });
  });
  /** How a number with a mark was read. */
  protected readonly understood = computed(() => {
    const text = this.form().value;
    const value = typedNumber(text);
    if (value === null || !/[.,]/.test(text)) return undefined;
    return this.t('question.understood', { value: formatNumber(value, this.language()) });
  });
}
