/** The room of figures over the years: a bar for each year, and the numbers beside it. */
import { Component, computed, input } from '@angular/core';
import type { YearTrend } from '@tap-huan/contract';
import { EmptyStateComponent, MarksPipe, NumberPipe } from '@tap-huan/web/ui';
import { injectRecordText } from './i18n/text';

@Component({
  selector: 'th-trend',
  imports: [EmptyStateComponent, MarksPipe, NumberPipe],
  template: `
    @if (lines().length) {
      <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t('unit.trend')">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ t('column.year') }}</th>
              <th scope="col" class="bars">{{ t('column.trainings') }}</th>
              <th scope="col">{{ t('column.persons') }}</th>
              <th scope="col">{{ t('column.hours') }}</th>
              <th scope="col">{{ t('column.mean') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (line of lines(); track line.year) {
              <tr>
                <th scope="row">{{ line.year }}</th>
                <td class="bars">
                  <span class="bar" [style.inline-size.%]="line.share" aria-hidden="true"></span>
                  <span>{{ line.trainings | thNumber }}</span>
                </td>
                <td>{{ line.persons | thNumber }}</td>
                <td>{{ line.hours | thMarks }}</td>
                <td>{{ line.meanScoreOfTen | thMarks }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <th-empty-state compact icon="chart" [heading]="t('unit.trendNone')" />
    }
  `,
  styles: `
    .scroll {
      overflow-x: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }
    th,
    td {
      padding: var(--th-8);
      border-bottom: 1px solid var(--th-line);
      text-align: end;
      white-space: nowrap;
    }
    thead th {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      font-weight: 500;
    }
    th:first-child {
      text-align: start;
    }
    .bars {
      width: 50%;
      min-width: 8rem;
      text-align: start;
    }
    td.bars {
      display: flex;
      align-items: center;
      gap: var(--th-8);
      width: auto;
    }
    .bar {
      flex: none;
      max-inline-size: calc(100% - 4rem);
      block-size: 0.75rem;
      border-radius: 2px;
      background: var(--th-celadon);
    }
  `,
})
export class TrendComponent {
  readonly years = input.required<readonly YearTrend[]>();
  protected readonly t = injectRecordText();
  protected readonly lines = computed(() => {
    const most = Math.max(1, ...this.years().map(({ trainings }) => trainings));
    return this.years().map((year) => ({ ...year, share: (year.trainings * 100) / most }));
  });
}
