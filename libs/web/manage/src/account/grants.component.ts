/** The room where the roles of an account are edited, each with its unit. */
import { Component, computed, input, model } from '@angular/core';
import { ROLES } from '@tap-huan/contract';
import {
  FieldComponent,
  IconComponent,
  SelectComponent,
  type UnitLike,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { GrantDraft, GrantsProblem } from './grants';

@Component({
  selector: 'th-grants',
  imports: [FieldComponent, IconComponent, SelectComponent, UnitPickerComponent],
  template: `
    <fieldset>
      <legend>{{ t('accountForm.grants') }}</legend>
      <p class="hint">{{ t('accountForm.grantsHint') }}</p>
      @for (row of rows(); track $index; let i = $index) {
        <div class="row">
          <th-field hideLabel [label]="t('accountForm.grantRole', { n: i + 1 })">
            <th-select
              [options]="roles()"
              [value]="row.role"
              (valueChange)="$event && change(i, { role: $event })"
            />
          </th-field>
          <th-field hideLabel [label]="t('accountForm.grantUnit', { n: i + 1 })">
            <th-unit-picker
              [units]="units()"
              [value]="row.unitId"
              (valueChange)="change(i, { unitId: $event })"
            />
          </th-field>
          <button
            type="button"
            class="th-button th-button--quiet"
            [attr.aria-label]="t('accountForm.grantRemove', { n: i + 1 })"
            [title]="t('accountForm.grantRemove', { n: i + 1 })"
            (click)="remove(i)"
          >
            <th-icon name="close" [size]="18" />
          </button>
        </div>
      } @empty {
        <p class="none">{{ t('accountForm.grantNone') }}</p>
      }
      <p class="error" aria-live="polite">
        @if (problem(); as problem) {
          {{ t(problemKey(problem)) }}
        }
      </p>
      <button type="button" class="th-button th-button--small" (click)="add()">
        <th-icon name="add" [size]="16" /> {{ t('accountForm.grantAdd') }}
      </button>
    </fieldset>
  `,
  styles: `
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 500;
    }
    .hint,
    .none {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .none {
      padding: var(--th-8) 0;
    }
    .row {
      display: grid;
      grid-template-columns: 12rem minmax(0, 1fr) 44px;
      align-items: start;
      gap: var(--th-8);
      margin-top: var(--th-8);
    }
    .row .th-button {
      padding: 0;
    }
    .error {
      margin: var(--th-4) 0 var(--th-8);
      color: var(--th-vermilion);
      font-size: var(--th-size-13);
    }
    @media (max-width: 719px) {
      .row {
        grid-template-columns: minmax(0, 1fr) 44px;
        padding-bottom: var(--th-8);
        border-bottom: 1px solid var(--th-line);
      }
      .row th-field:nth-child(2) {
        grid-column: 1;
      }
      .row .th-button {
        grid-area: 1 / 2;
      }
    }
  `,
})
export class GrantsComponent {
  readonly rows = model.required<readonly GrantDraft[]>();
  readonly units = input.required<readonly UnitLike[]>();
  /** What is wrong, once it should be told. */
  readonly problem = input<GrantsProblem | null>(null);
  protected readonly t = injectText();
  protected readonly roles = computed(() =>
    ROLES.map((value) => ({ value, label: this.t(`role.${value}`) })),
  );

  protected problemKey(problem: GrantsProblem) {
    return `accountForm.${problem}` as const;
  }

  protected change(at: number, part: Partial<GrantDraft>): void {
    this.rows.update((rows) => rows.map((row, i) => (i === at ? { ...row, ...part } : row)));
  }

  protected remove(at: number): void {
    this.rows.update((rows) => rows.filter((_, i) => i !== at));
  }

  /** A new role begins where the last one is. */
  protected add(): void {
    const unitId = this.rows().at(-1)?.unitId ?? null;
    this.rows.update((rows) => [...rows, { role: 'learner', unitId }]);
  }
}
