/** The room of the years: how many classes each had, how many of them local, and how many took part. */
import { Component, input, output } from '@angular/core';
import type { ClassYear } from '@tap-huan/contract';
import { NumberPipe } from '@tap-huan/web/ui';
import { injectClassText } from './i18n/text';

@Component({
  selector: 'th-class-years',
  imports: [NumberPipe],
  template: `
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t('list.yearsHeading')">
      <table>
        <thead>
          <tr>
            <th scope="col">{{ t('years.year') }}</th>
            <th scope="col" class="number">{{ t('years.classes') }}</th>
            <th scope="col" class="number">{{ t('years.local') }}</th>
            <th scope="col" class="number">{{ t('years.enrolments') }}</th>
            <th scope="col" class="number">{{ t('years.persons') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (year of years(); track year.year) {
            <tr [class.chosen]="year.year === chosen()">
              <th scope="row">
                <button
                  type="button"
                  class="th-button th-button--quiet th-button--small"
                  [attr.aria-pressed]="year.year === chosen()"
                  [attr.aria-label]="t('years.show', { year: '' + year.year })"
                  (click)="choose.emit(year.year === chosen() ? 0 : year.year)"
                >
                  {{ year.year }}
                </button>
              </th>
              <td class="number">{{ year.classes | thNumber }}</td>
              <td class="number">{{ year.localClasses | thNumber }}</td>
              <td class="number">{{ year.enrolments | thNumber }}</td>
              <td class="number">{{ year.persons | thNumber }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .scroll {
      max-width: 44rem;
      overflow-x: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }
    th,
    td {
      padding: var(--th-4) var(--th-8);
      border-bottom: 1px solid var(--th-line);
      text-align: left;
    }
    thead th {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      font-weight: 500;
    }
    .number {
      text-align: right;
    }
    .chosen {
      background: var(--th-surface-2);
    }
    button {
      margin-left: calc(-1 * var(--th-8));
      font-weight: 600;
    }
  `,
})
export class ClassYearsComponent {
  readonly years = input.required<readonly ClassYear[]>();
  /** 0: all of them. */
  readonly chosen = input(0);
  /** A year, or 0 when the chosen one is pressed again. */
  readonly choose = output<number>();
  protected readonly t = injectClassText();
}
