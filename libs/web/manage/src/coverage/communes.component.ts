/** The room of the one sentence: which of the communes are not covered? */
import { Component, computed, input, signal } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import type { CoverageMatrix, CoverageUnit } from '@tap-huan/contract';
import { obliged } from '@tap-huan/rules';
import { formatNumber, injectLanguage, ProgressBarComponent } from '@tap-huan/web/ui';
import { injectCoverageText } from './i18n/text';
import { communesBehind, leftOf, personsOf } from './view';

/** Names that stand without being asked for. */
const AT_FIRST = 12;

@Component({
  selector: 'th-coverage-communes',
  imports: [ProgressBarComponent, RouterLink],
  template: `
    <p class="sentence">{{ sentence() }}</p>
    <th-progress-bar
      bare
      [done]="part().done"
      [total]="part().total"
      [words]="sentence()"
      [label]="t('title')"
    />
    @if (behind().length) {
      <h2 id="coverage-behind">{{ t('answer.behind', { count: n(behind().length) }) }}</h2>
      <ul aria-labelledby="coverage-behind">
        @for (unit of shown(); track unit.id) {
          <li>
            <a routerLink="/quan-ly/do-phu/can-bo" [queryParams]="paramsOf()(unit)">
              {{ unit.name }}
              <small [class.late]="late(unit)">{{
                t('answer.left', { count: n(left(unit)) })
              }}</small>
            </a>
          </li>
        }
      </ul>
      @if (behind().length > first) {
        <button type="button" class="th-button th-button--small" (click)="open.set(!open())">
          {{ open() ? t('answer.less') : t('answer.more', { count: n(behind().length) }) }}
        </button>
      }
    }
    @if (matrix().communes.none) {
      <p class="th-muted th-small">
        {{ t('answer.none', { count: n(matrix().communes.none) }) }}
      </p>
    }
    @if (matrix().unplaced) {
      <p class="th-muted th-small">
        {{ t('answer.unplaced', { count: n(matrix().unplaced) }) }}
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--th-24);
    }
    .sentence {
      margin-bottom: var(--th-8);
      font-size: var(--th-size-21);
      font-weight: 600;
    }
    th-progress-bar {
      max-width: 40rem;
    }
    h2 {
      margin: var(--th-16) 0 var(--th-8);
      font-size: var(--th-size-15);
      font-weight: 600;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--th-8);
      margin: 0 0 var(--th-8);
      padding: 0;
      list-style: none;
    }
    li a {
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--th-8);
      min-height: 36px;
      padding: var(--th-4) var(--th-12);
      border: 1px solid var(--th-line-strong);
      border-radius: 18px;
      background: var(--th-paper);
      color: var(--th-ink);
      font-size: var(--th-size-15);
      text-decoration: none;
    }
    li a:hover {
      background: var(--th-sunken);
    }
    small {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    small.late {
      color: var(--th-vermilion);
    }
  `,
})
export class CoverageCommunesComponent {
  readonly matrix = input.required<CoverageMatrix>();
  readonly paramsOf = input.required<(unit: CoverageUnit) => Params>();
  protected readonly t = injectCoverageText();
  private readonly language = injectLanguage();
  protected readonly open = signal(false);
  protected readonly first = AT_FIRST;

  protected readonly behind = computed(() => communesBehind(this.matrix().units));
  protected readonly shown = computed(() =>
    this.open() ? this.behind() : this.behind().slice(0, AT_FIRST),
  );
  /** A scope without communes is told by its people. */
  protected readonly part = computed(() => {
    const { communes, units } = this.matrix();
    const asked = communes.covered + communes.behind;
    if (asked + communes.none > 0) return { done: communes.covered, total: asked };
    const tops = units.filter(({ parentId }) => parentId === null).map(personsOf);
    return {
      done: tops.reduce((sum, { done }) => sum + done, 0),
      total: tops.reduce((sum, counts) => sum + obliged(counts), 0),
    };
  });
  protected readonly sentence = computed(() => {
    const { communes } = this.matrix();
    const { done, total } = this.part();
    const words = { done: this.n(done), covered: this.n(done), total: this.n(total) };
    if (total === 0) return this.t('answer.nobody');
    if (communes.covered + communes.behind === 0) return this.t('answer.units', words);
    return this.t(done === total ? 'answer.all' : 'answer.some', words);
  });

  protected left = leftOf;
  protected late = (unit: CoverageUnit): boolean => personsOf(unit).overdue > 0;

  protected n(value: number): string {
    return formatNumber(value, this.language());
  }
}
