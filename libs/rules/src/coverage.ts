/** The room of coverage: how one officer stands in a course on a day, and when a unit counts as covered. */

/** In the order in which figures carry them. */
export const COVERAGE_STATES = ['done', 'due', 'overdue', 'exempt'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** How many stand in which state. */
export type CoverageCounts = Record<CoverageState, number>;

/**
 * assigned: whoever has to take it has done it; everyone: every officer has, assigned or not. Exempt officers are asked for
 * nothing in either.
 */
export const COVERAGE_RULES = ['assigned', 'everyone'] as const;
export type CoverageRule = (typeof COVERAGE_RULES)[number];

/** none: there is nobody who has to take it. */
export type CoverageVerdict = 'covered' | 'behind' | 'none';

/** Numbers that figures carry for one subject: enrolments by state, then persons by state. */
export const COVERAGE_WIDTH = 2 * COVERAGE_STATES.length;

/** Enrolments and persons of one subject, read from a row of figures; 0 is all subjects together. */
export function coverageAt(
  figures: readonly number[],
  place: number,
): { enrolments: CoverageCounts; persons: CoverageCounts } {
  const from = place * COVERAGE_WIDTH;
  const counts = (at: number): CoverageCounts => ({
    done: figures[at] ?? 0,
    due: figures[at + 1] ?? 0,
    overdue: figures[at + 2] ?? 0,
    exempt: figures[at + 3] ?? 0,
  });
  return { enrolments: counts(from), persons: counts(from + COVERAGE_STATES.length) };
}

/** Those who have to: done, due or overdue. */
export const obliged = ({ done, due, overdue }: CoverageCounts): number => done + due + overdue;

/**
 * Whether a unit counts as covered.
 * @param persons by state; whoever is behind in one of several subjects is behind
 * @param officers all who serve in the unit and below it, of the chosen audience
 * @param complete of them those who have done, or are exempt from, every subject that is looked at
 * @param percent of those who have to, how many must have done it; 100: all
 */
export function coverageVerdict(
  rule: CoverageRule,
  percent: number,
  { persons, officers, complete }: { persons: CoverageCounts; officers: number; complete: number },
): CoverageVerdict {
  if (rule === 'everyone') {
    if (officers === 0) return 'none';
    return complete * 100 >= percent * officers ? 'covered' : 'behind';
  }
  const all = obliged(persons);
  if (all === 0) return 'none';
  return persons.done * 100 >= percent * all ? 'covered' : 'behind';
}
