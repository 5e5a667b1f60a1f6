/** The room of the Rasch model: officers and questions on one scale, and which questions do not fit it. */
import { Component, computed, inject } from '@angular/core';
import type { AnalysisBody, RaschAnalysis } from '@tap-huan/contract';
import { RASCH_FIT, RASCH_LEAST_ATTEMPTS } from '@tap-huan/rules';
import {
  CalloutComponent,
  EmptyStateComponent,
  injectLanguage,
  SectionComponent,
} from '@tap-huan/web/ui';
import { itemMap } from '../charts/plot';
import { injectText } from '../i18n/text';
import { AnalysisDesk } from '../quiz/analysis-desk';
import { shownFixed, shownNumber } from '../words/shown';
import { RaschTableComponent, type RaschRow } from './rasch-table.component';

@Component({
  selector: 'th-analysis-rasch-page',
  imports: [CalloutComponent, EmptyStateComponent, RaschTableComponent, SectionComponent],
  templateUrl: './rasch.page.html',
  styleUrl: './rasch.page.scss',
})
export class RaschPage {
  protected readonly desk = inject(AnalysisDesk);
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly least = RASCH_LEAST_ATTEMPTS;

  protected readonly rasch = computed(() => this.desk.analysis()?.rasch ?? null);
  protected readonly attempts = computed(() => this.desk.analysis()?.statistics.attempts ?? 0);
  private readonly numbers = computed(
    () => new Map(this.desk.analysis()?.items.map(({ key, number }) => [key, number])),
  );

  protected readonly map = computed(() => {
    const rasch = this.rasch();
    if (!rasch?.converged) return [];
    const rows = itemMap(rasch);
    const most = Math.max(1, ...rows.map(({ attempts }) => attempts));
    return rows.map(({ from, to, attempts, keys }) => ({
      ...{ from, attempts, width: (100 * attempts) / most },
      band: this.t('rasch.band', { from: this.logits(from, 1), to: this.logits(to, 1) }),
      people: shownNumber(attempts, this.language(), 0),
      questions: keys.map((key) => this.numbers().get(key) ?? 0),
    }));
  });

  protected readonly rows = computed<RaschRow[]>(() => {
    const analysis = this.desk.analysis();
    const rasch = this.rasch();
    return analysis && rasch ? rowsOf(analysis, rasch, this.desk.quizId() ?? '') : [];
  });
  protected readonly misfits = computed(
    () => this.rows().filter(({ fits }) => fits === false).length,
  );
  protected readonly abilities = computed(() => {
    const abilities = this.rasch()?.abilities ?? [];
    const most = Math.max(1, ...abilities.map(({ attempts }) => attempts));
    return abilities.map((ability) => ({
      ...{ score: ability.score, width: (100 * ability.attempts) / most },
      people: shownNumber(ability.attempts, this.language(), 0),
      ability: this.logits(ability.ability, 2),
      error: shownFixed(ability.standardError, this.language(), 2),
    }));
  });
  protected readonly reliability = computed(() => {
    const value = this.rasch()?.reliability ?? null;
    return this.t('rasch.reliability', { value: shownFixed(value, this.language(), 2) });
  });

  /** With its sign, since 0 is the middle. */
  private logits(value: number, digits: number): string {
    const number = shownFixed(value, this.language(), digits);
    return value > 0 ? `+${number}` : number;
  }
}

/** Both mean squares within what fits an ordinary test; null where there are none. */
function fits({ infit, outfit }: RaschAnalysis['items'][number]): boolean | null {
  if (infit === null || outfit === null) return null;
  return [infit, outfit].every((value) => value >= RASCH_FIT.from && value <= RASCH_FIT.to);
}

function rowsOf(analysis: AnalysisBody, rasch: RaschAnalysis, quizId: string): RaschRow[] {
  const items = new Map(analysis.items.map((item) => [item.key, item]));
  return rasch.items.flatMap((one): RaschRow[] => {
    const item = items.get(one.key);
    if (!item) return [];
    const { slotId, questionId, number, title } = item;
    return [
      {
        ...{ ...one, number, title: title ?? '', fits: fits(one) },
        link:
          questionId === null ? null : ['/khao-thi/phan-tich', quizId, 'cau', slotId, questionId],
      },
    ];
  });
}
