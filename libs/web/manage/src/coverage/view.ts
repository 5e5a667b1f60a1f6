/** The room between the address and a look at coverage, and of what its figures say. Pure functions. */
import type { CoverageUnit, CoverageView } from '@tap-huan/contract';
import { type CoverageCounts, coverageAt, obliged } from '@tap-huan/rules';
import { dayOf, idOf, oneOf } from '../list/list-address';

/** What the pages of coverage keep in the address. */
export const VIEW_STATE = {
  asOf: null as string | null,
  by: 'then',
  audienceId: null as string | null,
  subjects: '',
  rule: 'assigned',
  percent: 100,
};
export type ViewState = typeof VIEW_STATE;

export type ViewQuery = Partial<CoverageView>;

/** The same as a question to the server; what is nonsense counts as absent. */
export function viewQuery(state: ViewState): ViewQuery {
  const subjects = state.subjects.split(',').filter((id) => idOf(id) !== undefined);
  const { percent } = state;
  return {
    asOf: dayOf(state.asOf),
    by: oneOf(['then', 'now'] as const, state.by) ?? 'then',
    audienceId: idOf(state.audienceId),
    subjects: subjects.length > 0 ? subjects.slice(0, MOST_SUBJECTS).join() : undefined,
    rule: oneOf(['assigned', 'everyone'] as const, state.rule) ?? 'assigned',
    percent: Number.isInteger(percent) && percent >= 1 && percent <= 100 ? percent : 100,
  };
}

/** Columns that can be looked at together. */
export const MOST_SUBJECTS = 60;

/** The state for the address of another page: what equals the usual is left out. */
export function viewParams(state: ViewState): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(VIEW_STATE).flatMap(([key, usual]) => {
      const value = state[key as keyof ViewState];
      return value === usual || value === null || value === '' ? [] : [[key, value]];
    }),
  );
}

/** Persons of a unit in all subjects shown. */
export const personsOf = (unit: CoverageUnit): CoverageCounts =>
  coverageAt(unit.figures, 0).persons;

/** Persons who have to and have not. */
export const leftOf = (unit: CoverageUnit): number => {
  const { due, overdue } = personsOf(unit);
  return due + overdue;
};

/** Communes that are not covered, those with the most overdue first, then those with the most left. */
export function communesBehind(units: readonly CoverageUnit[]): CoverageUnit[] {
  return units
    .filter(({ kind, verdict }) => kind === 'commune' && verdict === 'behind')
    .sort((a, b) => personsOf(b).overdue - personsOf(a).overdue || leftOf(b) - leftOf(a));
}

/** How much of what has to be done is done, 0 to 1; null where nobody has to. */
export function shareOf(counts: CoverageCounts): number | null {
  const all = obliged(counts);
  return all === 0 ? null : counts.done / all;
}

export type Band = 'full' | 'high' | 'middle' | 'low';
export const BANDS: readonly Band[] = ['full', 'high', 'middle', 'low'];

export function bandOf(share: number): Band {
  if (share >= 1) return 'full';
  if (share >= 0.8) return 'high';
  return share >= 0.5 ? 'middle' : 'low';
}
