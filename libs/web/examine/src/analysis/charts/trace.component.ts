/** The room of the lines that show how the weakest, the middle and the best third answered a question. */
import { Component, computed, input } from '@angular/core';
import type { AnalysedVersion } from '@tap-huan/contract';
import { injectLanguage } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { answerMark, answerText } from '../words/answer-name';
import { shownShare } from '../words/shown';
import { linear, spread, tracesOf } from './plot';
import { injectWidth } from './width';

const HEIGHT = 260;
const FRAME = { top: 16, right: 92, bottom: 40, left: 52 };
/** More lines are not told apart; the table has them all. */
const MOST = 6;
const DASHES = ['', '7 4', '2 4', '10 4 2 4', '1 5', '14 5'];

@Component({
  selector: 'th-answer-traces',
  template: `
    @if (traces().length > 0) {
      <svg
        role="img"
        [attr.aria-label]="summary()"
        [attr.width]="width()"
        [attr.height]="height"
        [attr.viewBox]="'0 0 ' + width() + ' ' + height"
      >
        @for (line of grid(); track line.y) {
          <line
            class="grid"
            [attr.x1]="left"
            [attr.x2]="left + inner()"
            [attr.y1]="line.y"
            [attr.y2]="line.y"
          />
          <text class="tick count" [attr.x]="left - 8" [attr.y]="line.y + 4">{{ line.words }}</text>
        }
        @for (group of groups(); track group.x) {
          <text class="tick" [attr.x]="group.x" [attr.y]="height - 16">{{ group.words }}</text>
        }
        @for (trace of lines(); track trace.label) {
          <polyline
            [class.right]="trace.right"
            [attr.points]="trace.points"
            [attr.stroke-dasharray]="trace.dash"
          />
          @for (dot of trace.dots; track dot.x) {
            <circle r="4" [class.right]="trace.right" [attr.cx]="dot.x" [attr.cy]="dot.y">
              <title>{{ trace.name }}: {{ dot.words }}</title>
            </circle>
          }
          <text
            class="name"
            [class.right]="trace.right"
            [attr.x]="left + inner() + 10"
            [attr.y]="trace.y + 5"
          >
            {{ trace.words }}
          </text>
        }
      </svg>
    }
  `,
  styleUrl: './chart.scss',
  styles: `
    polyline {
      fill: none;
      stroke: var(--th-ink-3);
      stroke-width: 1.75;
      stroke-linejoin: round;
    }
    polyline.right {
      stroke: var(--th-celadon);
      stroke-width: 3.5;
    }
    circle {
      fill: var(--th-paper);
      stroke: var(--th-ink-3);
      stroke-width: 1.75;
    }
    circle.right {
      fill: var(--th-celadon);
      stroke: var(--th-celadon);
    }
    .name.right {
      fill: var(--th-celadon);
      font-weight: 600;
    }
  `,
})
export class AnswerTracesComponent {
  readonly version = input.required<AnalysedVersion>();
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly width = injectWidth(560);
  protected readonly height = HEIGHT;
  protected readonly left = FRAME.left;

  protected readonly inner = computed(() => Math.max(120, this.width() - FRAME.left - FRAME.right));
  private readonly y = linear([0, 1], [HEIGHT - FRAME.bottom, FRAME.top]);
  protected readonly traces = computed(() => tracesOf(this.version(), MOST));
  private readonly x = computed(() => {
    const points = this.traces()[0]?.shares.length ?? 2;
    return linear([0, points - 1], [this.left + 28, this.left + this.inner() - 12]);
  });

  protected readonly grid = computed(() =>
    [0, 0.25, 0.5, 0.75, 1].map((share) => ({
      y: this.y(share),
      words: shownShare(share, this.language()),
    })),
  );
  protected readonly groups = computed(() => {
    const points = this.traces()[0]?.shares.length ?? 2;
    const names = points === 2 ? ['lower', 'upper'] : ['lower', 'middle', 'upper'];
    return names.map((name, place) => ({
      x: this.x()(place),
      words: this.t(`thirds.${name as 'lower' | 'middle' | 'upper'}`),
    }));
  });
  protected readonly lines = computed(() => {
    const traces = this.traces();
    const ends = traces.map(({ shares }) => this.y(shares.at(-1) ?? 0));
    const places = spread(ends, 18, FRAME.top, HEIGHT - FRAME.bottom);
    let dashed = 0;
    return traces.map(({ label, right, shares }, place) => {
      const dots = shares.map((share, at) => ({
        x: this.x()(at),
        y: this.y(share),
        words: shownShare(share, this.language()),
      }));
      const name = this.nameOf(label);
      return {
        ...{ label, right, dots, name },
        points: dots.map(({ x, y }) => `${x},${y}`).join(' '),
        dash: right ? '' : (DASHES[(dashed += 1) % DASHES.length] ?? ''),
        y: places[place] ?? 0,
        words: right ? this.t('thirds.key', { name }) : name,
      };
    });
  });
  protected readonly summary = computed(() =>
    [
      this.t('thirds.heading'),
      ...this.lines().map(
        ({ name, dots }) => `${name}: ${dots.map(({ words }) => words).join(', ')}`,
      ),
    ].join('. '),
  );

  private nameOf(label: string): string {
    const answers = this.version().answers ?? [];
    const place = answers.findIndex((one) => one.label === label);
    const answer = answers[place];
    return answer ? (answerMark(answer, place, this.t) ?? answerText(answer, this.t)) : label;
  }
}
