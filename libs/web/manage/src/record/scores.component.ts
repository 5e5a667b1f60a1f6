/** The room of grades and of the distribution of scores. */
import { Component, computed, input } from '@angular/core';
import type { SubjectRecord } from '@tap-huan/contract';
import { EmptyStateComponent, NumberPipe, PercentPipe } from '@tap-huan/web/ui';
import { injectRecordText } from './i18n/text';

@Component({
  selector: 'th-scores',
  imports: [EmptyStateComponent, NumberPipe, PercentPipe],
  template: `
    @if (all()) {
      <div class="sides">
        <table>
          <caption>
            {{
              t('subjects.grades')
            }}
          </caption>
          <tbody>
            @for (grade of grades(); track grade.key) {
              <tr>
                <th scope="row">{{ grade.label }}</th>
                <td>{{ grade.count | thNumber }}</td>
                <td class="share">{{ grade.count / all() | thPercent }}</td>
              </tr>
            }
          </tbody>
        </table>
        <table>
          <caption>
            {{
              t('subjects.distribution')
            }}
          </caption>
          <tbody>
            @for (bin of bins(); track bin.from) {
              <tr>
                <th scope="row">{{ bin.words }}</th>
                <td>{{ bin.count | thNumber }}</td>
                <td class="bars">
                  <span class="bar" [style.inline-size.%]="bin.share" aria-hidden="true"></span>
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <th-empty-state compact icon="chart" [heading]="t('subjects.noScores')" />
    }
  `,
  styles: `
    .sides {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
      gap: var(--th-24);
    }
    table {
      align-self: start;
      width: 100%;
      border-collapse: collapse;
      font-variant-numeric: tabular-nums;
    }
    caption {
      padding-bottom: var(--th-4);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      text-align: start;
    }
    th,
    td {
      padding: var(--th-4) var(--th-8);
      border-bottom: 1px solid var(--th-line);
      text-align: end;
    }
    th {
      padding-inline-start: 0;
      font-weight: 400;
      text-align: start;
    }
    .share {
      width: 5rem;
      color: var(--th-ink-2);
    }
    .bars {
      width: 45%;
    }
    .bar {
      display: block;
      block-size: 0.75rem;
      border-radius: 2px;
      background: var(--th-celadon);
    }
  `,
})
export class ScoresComponent {
  readonly grades = input.required<SubjectRecord['grades']>();
  readonly distribution = input.required<SubjectRecord['distribution']>();
  protected readonly t = injectRecordText();
  protected readonly all = computed(() => this.grades().reduce((sum, { count }) => sum + count, 0));
  protected readonly bins = computed(() => {
    const most = Math.max(1, ...this.distribution().map(({ count }) => count));
    return this.distribution().map(({ from, count }) => ({
      from,
      count,
      share: (count * 100) / most,
      words:
        from === 900
          ? this.t('subjects.lastBin')
          : this.t('subjects.bin', { from: from / 100, to: from / 100 + 1 }),
    }));
  });
}
