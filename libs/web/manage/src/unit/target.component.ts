/** The room where a successor is chosen among the open units, or described as a new one. */
import { Component, computed, input, model } from '@angular/core';
import { UNIT_KINDS, type UnitRow } from '@tap-huan/contract';
import {
  FieldComponent,
  InputDirective,
  SelectComponent,
  type UnitLike,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { injectUnitText } from './i18n/text';
import type { Target } from './plan-model';

@Component({
  selector: 'th-target',
  imports: [FieldComponent, InputDirective, SelectComponent, UnitPickerComponent],
  template: `
    <div class="choice" role="radiogroup" [attr.aria-label]="label()">
      @for (fresh of [true, false]; track fresh) {
        <label class="th-check">
          <input
            type="radio"
            [name]="'new-' + value().id"
            [checked]="value().isNew === fresh"
            (change)="set({ isNew: fresh })"
          />
          {{ t(fresh ? 'step.fresh' : 'step.existing') }}
        </label>
      }
    </div>
    @if (value().isNew) {
      <th-field required [label]="t('step.unitName')">
        <input
          #name
          thInput
          autocomplete="off"
          maxlength="200"
          [value]="value().name"
          (input)="set({ name: name.value })"
        />
      </th-field>
      <div class="pair">
        <th-field required [label]="t('step.code')">
          <input
            #code
            thInput
            autocomplete="off"
            spellcheck="false"
            maxlength="40"
            [value]="value().code"
            (input)="set({ code: code.value })"
          />
        </th-field>
        <th-field required [label]="t('step.unitKind')">
          <th-select
            [options]="kinds()"
            [value]="value().kind"
            (valueChange)="set({ kind: $event ?? value().kind })"
          />
        </th-field>
      </div>
      <th-field required [label]="t('step.parent')">
        <th-unit-picker
          [units]="parents()"
          [value]="value().parentId"
          (valueChange)="set({ parentId: $event })"
        />
      </th-field>
    } @else {
      <th-field required [label]="t('step.unit')">
        <th-unit-picker
          [units]="units()"
          [value]="value().unitId"
          (valueChange)="set({ unitId: $event })"
        />
      </th-field>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--th-12);
    }
    .choice {
      display: flex;
      flex-wrap: wrap;
      gap: var(--th-8) var(--th-24);
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
      gap: var(--th-12);
    }
  `,
})
export class TargetComponent {
  readonly value = model.required<Target>();
  readonly label = input.required<string>();
  /** Units that can take over. */
  readonly units = input.required<readonly UnitLike[]>();
  /** Units below which a new one can stand. */
  readonly parents = input.required<readonly UnitLike[]>();
  protected readonly t = injectUnitText();
  private readonly manage = injectText();
  protected readonly kinds = computed(() => kindChoices(this.manage));

  protected set(part: Partial<Target>): void {
    this.value.set({ ...this.value(), ...part });
  }
}

/** The kinds that units can still be of. */
export const kindChoices = (
  words: (key: `kind.${UnitRow['kind']}`) => string,
): { value: UnitRow['kind']; label: string }[] =>
  UNIT_KINDS.filter((kind) => kind !== 'district').map((value) => ({
    value,
    label: words(`kind.${value}`),
  }));
