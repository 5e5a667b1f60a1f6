/** The room of time: how long the quick, the usual and the slow take over each question. */
import { Component, computed, inject } from '@angular/core';
import type { AnalysedItem } from '@tap-huan/contract';
import { EmptyStateComponent, injectLanguage, SectionComponent } from '@tap-huan/web/ui';
import { linear } from '../charts/plot';
import { injectText } from '../i18n/text';
import { AnalysisDesk } from '../quiz/analysis-desk';
import { shownNumber, shownSeconds } from '../words/shown';

@Component({
  selector: 'th-analysis-time-page',
  imports: [EmptyStateComponent, SectionComponent],
  template: `
    @if (rows().length === 0) {
      <th-empty-state icon="clock" [heading]="t('time.none')" [hint]="t('time.noneHint')" />
    } @else {
      <th-section [heading]="t('time.heading')" [hint]="t('time.hint')">
        <div class="frame">
          <table>
            <caption class="th-hidden">
              {{
                t('time.heading')
              }}
            </caption>
            <thead>
              <tr>
                <th scope="col">{{ t('items.question') }}</th>
                <th scope="col" class="chart">{{ t('time.range') }}</th>
                <th scope="col" class="figure">{{ t('time.median') }}</th>
                <th scope="col" class="figure wide">{{ t('time.p90') }}</th>
                <th scope="col" class="figure wide">{{ t('time.unanswered') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of rows(); track row.item.key) {
                <tr>
                  <th scope="row">
                    <strong>{{ t('items.numbered', { number: row.item.number }) }}</strong>
                    {{ row.item.title ?? t('items.drawn') }}
                  </th>
                  <td class="chart">
                    <span class="track" role="img" [attr.aria-label]="row.words">
                      <span
                        class="box"
                        [style.inset-inline-start.%]="row.from"
                        [style.inline-size.%]="row.width"
                      ></span>
                      <span class="median" [style.inset-inline-start.%]="row.median"></span>
                    </span>
                  </td>
                  <td class="figure">{{ seconds(row.item.time.median) }}</td>
                  <td class="figure wide">{{ seconds(row.item.time.p90) }}</td>
                  <td class="figure wide">{{ number(row.item.unanswered) }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      </th-section>
    }
  `,
  styleUrl: './time.page.scss',
})
export class TimePage {
  protected readonly desk = inject(AnalysisDesk);
  protected readonly t = injectText();
  private readonly language = injectLanguage();

  private readonly timed = computed(() =>
    (this.desk.analysis()?.items ?? []).filter(({ time }) => time.median !== null),
  );
  protected readonly rows = computed(() => {
    const longest = Math.max(1, ...this.timed().map(({ time }) => time.p75 ?? 0));
    const x = linear([0, longest], [0, 100]);
    return this.timed().map((item) => {
      const { p25, median, p75 } = item.time;
      const from = x(p25 ?? 0);
      return {
        ...{ item, from, median: x(median ?? 0) },
        width: Math.max(0.5, x(p75 ?? 0) - from),
        words: this.wordsOf(item),
      };
    });
  });

  protected seconds(value: number | null): string {
    return shownSeconds(value);
  }

  protected number(value: number): string {
    return shownNumber(value, this.language(), 0);
  }

  private wordsOf({ time }: AnalysedItem): string {
    return this.t('time.words', {
      from: shownSeconds(time.p25),
      to: shownSeconds(time.p75),
      median: shownSeconds(time.median),
    });
  }
}
