/** The room of one cell of the matrix: how many have done it, of how many, and what is wrong with the rest. */
import { Component, computed, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { type CoverageCounts, obliged } from '@tap-huan/rules';
import { formatNumber, injectLanguage } from '@tap-huan/web/ui';
import { injectCoverageText } from './i18n/text';
import { bandOf, shareOf } from './view';

@Component({
  selector: 'th-coverage-cell',
  imports: [RouterLink],
  template: `
    @if (total() === 0 && counts().exempt === 0) {
      <span class="nobody" aria-hidden="true">–</span>
      <span class="th-hidden">{{ t('cell.nobody') }}</span>
    } @else {
      <a [routerLink]="link" [queryParams]="params()" [attr.aria-label]="label()">
        <span class="figures" [class.full]="band() === 'full'">
          {{ t('cell.doneOf', { done: n(counts().done), total: n(total()) }) }}
        </span>
        <span class="bar" aria-hidden="true">
          <span [class]="band()" [style.inline-size.%]="percent()"></span>
        </span>
        @if (counts().overdue) {
          <span class="late">{{ t('cell.overdue', { count: n(counts().overdue) }) }}</span>
        }
        @if (counts().exempt) {
          <span class="exempt">{{ t('cell.exempt', { count: n(counts().exempt) }) }}</span>
        }
      </a>
    }
  `,
  styles: `
    a {
      display: block;
      min-width: 4.5rem;
      border-radius: 6px;
      color: var(--th-ink);
      font-size: var(--th-size-13);
      line-height: 1.5;
      text-decoration: none;
    }
    a:hover .figures {
      text-decoration: underline;
    }
    .figures {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .figures.full {
      color: var(--th-celadon-deep);
      font-weight: 600;
    }
    .bar {
      display: block;
      height: 5px;
      margin-block: 2px;
      border-radius: 3px;
      background: var(--th-line);
      overflow: hidden;
    }
    .bar > span {
      display: block;
      height: 100%;
      background: var(--th-celadon);
    }
    .late {
      display: block;
      color: var(--th-vermilion);
    }
    .exempt,
    .nobody {
      color: var(--th-ink-3);
    }
    .exempt {
      display: block;
      color: var(--th-ink-2);
    }
    @media (max-width: 719px) {
      a {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--th-8);
        min-height: 32px;
      }
      .bar {
        flex: 1 1 5rem;
      }
    }
  `,
})
export class CoverageCellComponent {
  readonly counts = input.required<CoverageCounts>();
  readonly unit = input.required<string>();
  readonly subject = input.required<string>();
  readonly params = input.required<Params>();
  protected readonly t = injectCoverageText();
  private readonly language = injectLanguage();
  protected readonly link = '/quan-ly/do-phu/can-bo';

  protected readonly total = computed(() => obliged(this.counts()));
  private readonly share = computed(() => shareOf(this.counts()));
  protected readonly percent = computed(() => (this.share() ?? 0) * 100);
  protected readonly band = computed(() => {
    const share = this.share();
    return share === null ? 'none' : bandOf(share);
  });
  protected readonly label = computed(() => {
    const { done, overdue, exempt } = this.counts();
    const figures = { done, total: this.total(), overdue, exempt };
    return this.t('cell.label', { unit: this.unit(), subject: this.subject(), ...figures });
  });

  protected n(value: number): string {
    return formatNumber(value, this.language());
  }
}
