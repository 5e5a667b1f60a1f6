/** The room of the score distribution as bars, with the pass mark and the mean, and the same as a table. */
import { Component, computed, input } from '@angular/core';
import type { AnalysedScoreBand } from '@tap-huan/contract';
import { injectLanguage } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { shownMarks, shownNumber, shownShare } from '../words/shown';
import { histogramBars, linear, ticks } from './plot';
import { injectWidth } from './width';

const HEIGHT = 220;
/** Room around the bars: words above, scores below, counts left. */
const FRAME = { top: 24, right: 8, bottom: 44, left: 44 };

@Component({
  selector: 'th-score-histogram',
  template: `
    <svg
      role="img"
      [attr.aria-label]="summary()"
      [attr.width]="width()"
      [attr.height]="height"
      [attr.viewBox]="'0 0 ' + width() + ' ' + height"
    >
      @for (line of lines(); track line.count) {
        <line
          class="grid"
          [attr.x1]="left"
          [attr.x2]="left + inner()"
          [attr.y1]="line.y"
          [attr.y2]="line.y"
        />
        <text class="tick count" [attr.x]="left - 8" [attr.y]="line.y + 4">{{ line.words }}</text>
      }
      @for (bar of bars(); track bar.band.from) {
        <rect
          class="bar"
          [class.below]="bar.below"
          [attr.x]="left + bar.x"
          [attr.y]="top + bar.y"
          [attr.width]="bar.width"
          [attr.height]="bar.height"
        >
          <title>{{ wordsOf(bar.band) }}</title>
        </rect>
      }
      @for (score of scores; track score) {
        <text class="tick" [attr.x]="xOf(score)" [attr.y]="height - 24">{{ score / 100 }}</text>
      }
      <text class="axis" [attr.x]="left + inner() / 2" [attr.y]="height - 4">
        {{ t('distribution.axis') }}
      </text>
      <line
        class="pass"
        [attr.x1]="xOf(passScore())"
        [attr.x2]="xOf(passScore())"
        [attr.y1]="top - 6"
        [attr.y2]="height - 40"
      />
      <text
        class="mark"
        [class.end]="passAtEnd()"
        [attr.x]="xOf(passScore()) + (passAtEnd() ? -6 : 6)"
        [attr.y]="top - 8"
      >
        {{ passWords() }}
      </text>
    </svg>
    <details>
      <summary>{{ t('chart.asTable') }}</summary>
      <div class="frame">
        <table class="th-figures">
          <caption class="th-hidden">
            {{
              t('distribution.heading')
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ t('distribution.band') }}</th>
              <th scope="col">{{ t('distribution.count') }}</th>
              <th scope="col">{{ t('distribution.share') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (band of bands(); track band.from) {
              <tr>
                <th scope="row">{{ bandWords(band) }}</th>
                <td>{{ number(band.count) }}</td>
                <td>{{ share(band.share) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </details>
  `,
  styleUrl: './chart.scss',
})
export class ScoreHistogramComponent {
  readonly bands = input.required<readonly AnalysedScoreBand[]>();
  /** Hundredths on the scale of ten. */
  readonly passScore = input.required<number>();
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly width = injectWidth(640);
  protected readonly height = HEIGHT + FRAME.top + FRAME.bottom - 20;
  protected readonly left = FRAME.left;
  protected readonly top = FRAME.top;
  protected readonly scores = [0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000];

  private readonly innerHeight = this.height - FRAME.top - FRAME.bottom;
  protected readonly inner = computed(() => Math.max(120, this.width() - FRAME.left - FRAME.right));
  protected readonly bars = computed(() =>
    histogramBars(this.bands(), this.passScore(), {
      ...{ width: this.inner(), height: this.innerHeight },
      gap: this.inner() > 480 ? 4 : 2,
    }),
  );
  protected readonly lines = computed(() => {
    const found = ticks(Math.max(0, ...this.bands().map(({ count }) => count)), 4);
    const y = linear([0, found.at(-1) ?? 1], [this.top + this.innerHeight, this.top]);
    return found.map((count) => ({ count, y: y(count), words: this.number(count) }));
  });
  protected readonly passAtEnd = computed(() => this.passScore() > 600);
  protected readonly passWords = computed(() =>
    this.t('distribution.pass', { score: shownMarks(this.passScore(), this.language()) }),
  );
  protected readonly summary = computed(() => {
    const fullest = [...this.bands()].sort((a, b) => b.count - a.count)[0];
    const total = this.bands().reduce((sum, { count }) => sum + count, 0);
    return this.t('distribution.summary', {
      total: this.number(total),
      band: fullest ? this.bandWords(fullest) : '',
      count: this.number(fullest?.count ?? 0),
    });
  });

  protected xOf(score: number): number {
    return this.left + linear([0, 1_000], [0, this.inner()])(score);
  }

  protected number(value: number): string {
    return shownNumber(value, this.language(), 0);
  }

  protected share(value: number): string {
    return shownShare(value, this.language(), 1);
  }

  protected bandWords({ from, to }: AnalysedScoreBand): string {
    const marks = (value: number) => shownMarks(value, this.language());
    return this.t(to >= 1_000 ? 'distribution.lastRange' : 'distribution.range', {
      from: marks(from),
      to: marks(to),
    });
  }

  protected wordsOf(band: AnalysedScoreBand): string {
    return this.t('distribution.bar', {
      band: this.bandWords(band),
      count: this.number(band.count),
      share: this.share(band.share),
    });
  }
}
