/** The room of the question "where are we not at 100 %?" as pure functions over coverage rows. */
import type { CoverageRow } from '@tap-huan/contract';

/** What one row says of itself, to be put in words. */
export type Level = 'covered' | 'behind' | 'unassigned';

export function levelOf(row: Pick<CoverageRow, 'covered' | 'enrolments'>): Level {
  if (row.covered) return 'covered';
  return row.enrolments === 0 ? 'unassigned' : 'behind';
}

/** Enrolments that are not completed. */
export const leftOf = (row: Pick<CoverageRow, 'completed' | 'enrolments'>): number =>
  row.enrolments - row.completed;

/** The areas of a scope: what lies right below its top units, or the top units where nothing is below. */
export function areasOf(rows: readonly CoverageRow[]): CoverageRow[] {
  const known = new Set(rows.map((row) => row.unitId));
  const tops = rows.filter((row) => row.parentId === null || !known.has(row.parentId));
  return tops.flatMap((top) => {
    const below = rows.filter((row) => row.parentId === top.unitId);
    return below.length ? below : [top];
  });
}

/** Areas that are behind, those with most overdue first, then with most left; and how many have nobody enrolled. */
export function whereBehind(rows: readonly CoverageRow[]): {
  behind: CoverageRow[];
  unassigned: number;
} {
  const areas = areasOf(rows);
  return {
    behind: areas
      .filter((row) => levelOf(row) === 'behind')
      .sort((a, b) => b.overdue - a.overdue || leftOf(b) - leftOf(a)),
    unassigned: areas.filter((row) => levelOf(row) === 'unassigned' && row.officers > 0).length,
  };
}
