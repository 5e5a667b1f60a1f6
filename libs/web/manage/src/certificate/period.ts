/** The room of the usual periods of a register: this month, quarter, year. Pure functions. */

export interface Period {
  from: string;
  to: string;
}

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

/**
 * First and last day of the month, quarter or year in which a day lies.
 * @param today `YYYY-MM-DD`
 */
export function periodOf(kind: 'month' | 'quarter' | 'year', today: string): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  const months = { month: 1, quarter: 3, year: 12 }[kind];
  const first = month - (month % months);
  return { from: day(year, first, 1), to: day(year, first + months, 0) };
}

/** True where both days are there and the first is not after the last. */
export const inOrder = (from: string | null, to: string | null): boolean =>
  from === null || to === null || from <= to;
