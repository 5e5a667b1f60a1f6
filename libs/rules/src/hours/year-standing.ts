/** The room of the yearly hours: what an officer's year adds up to, against the hours that the year asks for. */
import type { YearState } from '@tap-huan/contract';

/** What stands in the ledger for one officer and one year; hundredths of a tiết. */
export interface YearFacts {
  /** What counts. */
  counted: number;
  /** What the rule of the officer's kind of staff asks for; null: no rule is known. */
  required: number | null;
  /** The officer worked here in that year. */
  served: boolean;
  year: number;
  /** The year that is running. */
  thisYear: number;
}

export interface YearStanding {
  state: YearState;
  /** Hundredths that are still to be gathered; 0 where nothing is. */
  missing: number;
}

/** How a year stands. While it runs nobody has missed it; whoever came after it owes it nothing. */
export function yearStanding(facts: YearFacts): YearStanding {
  const { counted, required, served, year, thisYear } = facts;
  if (required === null || !served) return { state: 'no_duty', missing: 0 };
  const missing = Math.max(0, required - counted);
  if (missing === 0) return { state: 'met', missing };
  return { state: year < thisYear ? 'missed' : 'below', missing };
}

/** A tiết is counted in quarters. */
export const HOURS_STEP = 25;

/** Hundredths of a tiết out of what a person wrote ("7,5" or 7.5); null where it is no amount in quarters. */
export function readHours(written: string): number | null {
  const tidy = written.trim().replace(',', '.');
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(tidy)) return null;
  const hundredths = Math.round(Number(tidy) * 100);
  return hundredths > 0 && hundredths % HOURS_STEP === 0 ? hundredths : null;
}
