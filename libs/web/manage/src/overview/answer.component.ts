/** The room of the one sentence that HR comes for, and the four figures behind it. */
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { endpoints, OutputOf } from '@tap-huan/contract';
import {
  formatNumber,
  formatPercent,
  injectLanguage,
  ProgressBarComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

export type Overview = OutputOf<typeof endpoints.readOverview>;

@Component({
  selector: 'th-answer',
  imports: [ProgressBarComponent, RouterLink],
  template: `
    <p class="sentence">{{ sentence() }}</p>
    <th-progress-bar
      bare
      [done]="part().done"
      [total]="part().total"
      [words]="sentence()"
      [label]="t(byCommune() ? 'overview.communesLabel' : 'overview.enrolmentsLabel')"
    />
    @if (byCommune()) {
      <p class="th-muted th-small meaning">{{ t('overview.meaning') }}</p>
    }
    <dl>
      <div>
        <dt>{{ t('overview.persons') }}</dt>
        <dd>
          {{ t('overview.personsWords', { persons: n(o().persons), officers: n(o().officers) }) }}
          <small>{{ t('overview.personsHint') }}</small>
        </dd>
      </div>
      <div>
        <dt>{{ t('overview.counted') }}</dt>
        <dd>
          {{
            t('overview.countedWords', {
              completed: n(o().completed),
              enrolments: n(o().enrolments),
              percent: percent(),
            })
          }}
          <small>{{ t('overview.countedHint') }}</small>
        </dd>
      </div>
      <div>
        <dt>{{ t('overview.overdue') }}</dt>
        <dd>
          @if (o().overdue) {
            <a class="late" routerLink="/quan-ly/ghi-danh" [queryParams]="{ due: 'overdue' }">
              {{ t('overview.overdueWords', { count: n(o().overdue) }) }}
            </a>
          } @else {
            {{ t('overview.overdueNone') }}
          }
        </dd>
      </div>
      <div>
        <dt>{{ t('overview.certificates') }}</dt>
        <dd>
          <a routerLink="/quan-ly/chung-chi">
            {{ t('overview.certificatesWords', { count: n(o().certificates) }) }}
          </a>
        </dd>
      </div>
    </dl>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--th-32);
      max-width: 52rem;
    }
    .sentence {
      margin-bottom: var(--th-8);
      font-size: var(--th-size-27);
      font-weight: 600;
      line-height: 1.5;
      text-wrap: balance;
    }
    .meaning {
      margin-top: var(--th-8);
    }
    dl {
      margin-top: var(--th-16);
    }
    dl > div {
      display: grid;
      grid-template-columns: 9rem minmax(0, 1fr);
      gap: var(--th-4) var(--th-16);
      padding: var(--th-8) 0;
      border-top: 1px solid var(--th-line);
    }
    dt {
      color: var(--th-ink-2);
    }
    small {
      display: block;
      color: var(--th-ink-2);
    }
    .late {
      color: var(--th-vermilion);
    }
    @media (max-width: 719px) {
      .sentence {
        font-size: var(--th-size-21);
      }
      dl > div {
        grid-template-columns: 1fr;
        gap: 0;
      }
      dt {
        font-size: var(--th-size-13);
      }
    }
  `,
})
export class AnswerComponent {
  readonly overview = input.required<Overview>();
  protected readonly o = this.overview;
  protected readonly t = injectText();
  private readonly language = injectLanguage();

  /** A scope without communes (one centre, one department) is told by its enrolments. */
  protected readonly byCommune = computed(() => this.o().communes.total > 0);
  protected readonly part = computed(() => {
    const { communes, completed, enrolments } = this.o();
    return this.byCommune()
      ? { done: communes.covered, total: communes.total }
      : { done: completed, total: enrolments };
  });
  protected readonly sentence = computed(() => {
    const { done, total } = this.part();
    if (!this.byCommune()) {
      return this.t('overview.enrolments', { done: this.n(done), total: this.n(total) });
    }
    return done === total
      ? this.t('overview.communesAll', { total: this.n(total) })
      : this.t('overview.communes', { covered: this.n(done), total: this.n(total) });
  });
  protected readonly percent = computed(() => {
    const { completed, enrolments } = this.o();
    return formatPercent(enrolments ? completed / enrolments : null, this.language());
  });

  protected n(value: number): string {
    return formatNumber(value, this.language());
  }
}
