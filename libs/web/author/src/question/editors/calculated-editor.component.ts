/** The room of a formula over drawn numbers, with examples of what it comes to. */
import { Component, computed, input, output } from '@angular/core';
import { FieldComponent, IconComponent, InputDirective } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import { RowDirective, RowsComponent } from '../../parts/rows.component';
import { type CalculatedForm, type FormVariable, newVariable } from '../forms/number-form';
import { formulaExamples } from './formula-examples';
import { NearEditorComponent } from './near-editor.component';

@Component({
  selector: 'th-calculated-editor',
  imports: [
    FieldComponent,
    IconComponent,
    InputDirective,
    NearEditorComponent,
    RowDirective,
    RowsComponent,
  ],
  templateUrl: './calculated-editor.component.html',
  styleUrl: './editor.scss',
  styles: `
    .variable {
      display: grid;
      grid-template-columns: minmax(5rem, 1fr) repeat(3, minmax(0, 1fr));
      gap: var(--th-8);
    }
    .variable span {
      display: block;
      overflow: hidden;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .formula {
      display: grid;
      grid-template-columns: minmax(0, 3fr) minmax(9rem, 1fr);
      gap: var(--th-16);
      align-items: end;
    }
    .examples {
      padding: var(--th-12) var(--th-16);
      border-radius: var(--th-radius);
      background: var(--th-sunken);
      font-variant-numeric: tabular-nums;
    }
    @media (max-width: 719px) {
      .variable {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .formula {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class CalculatedEditorComponent {
  readonly form = input.required<CalculatedForm>();
  readonly changed = output<Partial<CalculatedForm>>();
  protected readonly t = injectText();
  protected readonly newVariable = newVariable;
  protected readonly columns = ['name', 'minimum', 'maximum', 'decimals'] as const;
  protected readonly name = (at: number) =>
    this.t('rows.variable', { name: this.form().variables[at]?.name || String(at + 1) });
  protected readonly examples = computed(() => formulaExamples(this.form()));

  protected part(column: (typeof this.columns)[number], text: string): Partial<FormVariable> {
    return { [column]: text };
  }
}
