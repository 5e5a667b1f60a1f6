/** The room of when a typed number is near enough, and of the units that it may have. */
import { Component, computed, input, output } from '@angular/core';
import { FieldComponent, InputDirective, SelectComponent } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import { RowDirective, RowsComponent } from '../../parts/rows.component';
import { type NearForm, newUnit } from '../forms/number-form';

const KINDS = ['absolute', 'relative'] as const;

@Component({
  selector: 'th-near-editor',
  imports: [FieldComponent, InputDirective, RowDirective, RowsComponent, SelectComponent],
  template: `
    <div class="fields">
      <th-field [label]="t('question.tolerance')" [hint]="range()">
        <input
          #tolerance
          thInput
          inputmode="decimal"
          autocomplete="off"
          [value]="form().tolerance"
          (input)="changed.emit({ tolerance: tolerance.value })"
        />
      </th-field>
      <th-field [label]="t('number.toleranceKind')">
        <th-select
          [options]="kinds()"
          [value]="form().toleranceKind"
          (valueChange)="$event && changed.emit({ toleranceKind: $event })"
        />
      </th-field>
      <th-field [label]="t('question.unit')" [hint]="t('question.unitHint')">
        <input
          #unit
          thInput
          maxlength="60"
          autocomplete="off"
          [value]="form().unit"
          (input)="changed.emit({ unit: unit.value })"
        />
      </th-field>
    </div>
    @if (form().unit.trim() || form().units.length > 0) {
      <th-rows
        [rows]="form().units"
        [make]="newUnit"
        [name]="name"
        [legend]="t('number.units')"
        [hint]="t('number.unitsHint')"
        [add]="t('number.addUnit')"
        [most]="8"
        (changed)="changed.emit({ units: $event })"
      >
        <ng-template thRow [thRowOf]="form().units" let-other let-at="at" let-set="set">
          <div class="unit">
            <span aria-hidden="true">1</span>
            <input
              class="th-input"
              maxlength="60"
              autocomplete="off"
              [attr.aria-label]="t('number.unitNameOf', { number: at + 1 })"
              [placeholder]="t('number.unitName')"
              [value]="other.name"
              (input)="set({ name: $any($event.target).value })"
            />
            <span aria-hidden="true">=</span>
            <input
              class="th-input factor"
              inputmode="decimal"
              autocomplete="off"
              [attr.aria-label]="
                t('number.factorOf', { number: at + 1, unit: form().unit || t('question.unit') })
              "
              [value]="other.factor"
              (input)="set({ factor: $any($event.target).value })"
            />
            <span aria-hidden="true">{{ form().unit }}</span>
          </div>
        </ng-template>
      </th-rows>
    }
  `,
  styleUrl: './editor.scss',
  styles: `
    .unit {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-8);
    }
    .unit input {
      flex: 1 1 8rem;
      width: auto;
      max-width: 14rem;
    }
    .unit .factor {
      flex: 0 1 6rem;
    }
  `,
})
export class NearEditorComponent {
  readonly form = input.required<NearForm>();
  /** From where to where an answer is right, in words. */
  readonly range = input<string>();
  readonly changed = output<Partial<NearForm>>();
  protected readonly t = injectText();
  protected readonly newUnit = newUnit;
  protected readonly name = (at: number) => this.t('rows.unit', { number: at + 1 });
  protected readonly kinds = computed(() =>
    KINDS.map((value) => ({ value, label: this.t(`number.tolerances.${value}`) })),
  );
}
