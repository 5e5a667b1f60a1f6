/** The room where one chooses which results are looked at. */
import { Component, computed, input, output } from '@angular/core';
import { ANALYSED_ATTEMPTS, type QuizAnalysis, type UnitRow } from '@tap-huan/contract';
import {
  DateInputComponent,
  FieldComponent,
  IconComponent,
  injectLanguage,
  SelectComponent,
  type SelectOption,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { shownNumber } from '../words/shown';
import type { FilterAddress } from './filter-address';

@Component({
  selector: 'th-analysis-filter',
  imports: [
    DateInputComponent,
    FieldComponent,
    IconComponent,
    SelectComponent,
    UnitPickerComponent,
  ],
  template: `
    <details [open]="filtered()">
      <summary>
        <th-icon name="settings" [size]="18" />
        {{ t('filter.heading') }}
        <span class="now">{{ now() }}</span>
      </summary>
      <div class="fields">
        <th-field [label]="t('filter.attempts')">
          <th-select
            [options]="attempts()"
            [value]="value().luot"
            (valueChange)="choose.emit({ luot: $event ?? 'first' })"
          />
        </th-field>
        @if (versions().length > 1) {
          <th-field [label]="t('filter.version')">
            <th-select
              [options]="versions()"
              [empty]="t('filter.allVersions')"
              [value]="value().phienBan"
              (valueChange)="choose.emit({ phienBan: $event })"
            />
          </th-field>
        }
        <th-field [label]="t('filter.unit')">
          <th-unit-picker
            [units]="units()"
            [empty]="t('filter.allUnits')"
            [value]="value().unitId"
            (valueChange)="choose.emit({ unitId: $event })"
          />
        </th-field>
        @if (positions().length > 1) {
          <th-field [label]="t('filter.position')">
            <th-select
              [options]="positions()"
              [empty]="t('filter.allPositions')"
              [value]="value().viTri"
              (valueChange)="choose.emit({ viTri: $event })"
            />
          </th-field>
        }
        <th-field [label]="t('filter.from')">
          <th-date-input [value]="value().tu" (valueChange)="choose.emit({ tu: $event })" />
        </th-field>
        <th-field [label]="t('filter.to')">
          <th-date-input [value]="value().den" (valueChange)="choose.emit({ den: $event })" />
        </th-field>
        @if (filtered()) {
          <button type="button" class="th-button th-button--quiet" (click)="clear.emit()">
            {{ t('filter.clear') }}
          </button>
        }
      </div>
    </details>
  `,
  styleUrl: './filter-bar.component.scss',
})
export class FilterBarComponent {
  readonly found = input.required<QuizAnalysis>();
  readonly value = input.required<FilterAddress>();
  readonly filtered = input.required<boolean>();
  readonly units = input.required<readonly UnitRow[]>();
  readonly choose = output<Partial<FilterAddress>>();
  readonly clear = output<void>();
  protected readonly t = injectText();
  private readonly language = injectLanguage();

  protected readonly attempts = computed<SelectOption<string>[]>(() =>
    ANALYSED_ATTEMPTS.map((value) => ({ value, label: this.t(`filter.${value}`) })),
  );
  protected readonly versions = computed<SelectOption<string>[]>(() =>
    this.found().versions.map(({ versionId, number, attempts }) => ({
      value: versionId,
      label: this.t('filter.versionOf', {
        number,
        count: shownNumber(attempts, this.language(), 0),
      }),
    })),
  );
  protected readonly positions = computed<SelectOption<string>[]>(() =>
    this.found().jobPositions.map((value) => ({ value, label: value })),
  );
  protected readonly now = computed(() =>
    this.filtered() ? this.t('filter.chosen') : this.t('filter.none'),
  );
}
