/** The room of the tones and years that the pages of the ledger share. */
import type { HoursState, LeaderState, YearState } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';

export const YEAR_TONES = {
  met: 'good',
  below: 'warning',
  missed: 'bad',
  no_duty: 'neutral',
} as const satisfies Record<YearState, string>;

export const ENTRY_TONES = {
  proposed: 'warning',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
  replaced: 'neutral',
  void: 'neutral',
} as const satisfies Record<HoursState, string>;

export const LEADER_TONES = {
  overdue: 'bad',
  soon: 'warning',
  running: 'active',
  unknown: 'warning',
  done: 'good',
  done_late: 'good',
  exempt: 'neutral',
  exempt_earlier: 'neutral',
} as const satisfies Record<LeaderState, string>;

/** Years that the lists offer, back to the first class of the academy. */
const FIRST_YEAR = 2017;

/** The present year by the calendar of Việt Nam. */
export const thisYear = (): number => Number(today(new Date()).slice(0, 4));

/** The newest first. */
export const yearsToChoose = (): { value: number; label: string }[] =>
  Array.from({ length: thisYear() - FIRST_YEAR + 1 }, (_, index) => {
    const value = thisYear() - index;
    return { value, label: String(value) };
  });

/** A year out of an address; nonsense counts as the present one. */
export const yearOf = (value: number): number =>
  Number.isInteger(value) && value >= 2000 && value <= 2100 ? value : thisYear();
