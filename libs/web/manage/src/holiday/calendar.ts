/** The room where the days of the calendar become what a rule and a list need. */
import type { PublicHoliday } from '@tap-huan/contract';
import { type DayKind, workingDaysAfter } from '@tap-huan/rules';

/** Years that the list can show: those that have days, and the present one, the earliest first. */
export function yearsOf(days: readonly PublicHoliday[], today: string): string[] {
  return [...new Set([...days.map(({ day }) => day.slice(0, 4)), today.slice(0, 4)])].sort();
}

/**
 * The last day of a time limit.
 * @param count working days, as typed
 * @returns null where day or count are none; `uncovered`: the first year on the way that has no holidays yet
 */
export function limitAfter(
  days: readonly PublicHoliday[],
  since: string | null,
  count: string,
): { day: string; uncovered: string | null } | null {
  if (since === null || !/^[1-9]\d?$/.test(count.trim()) || Number(count) > 60) return null;
  const calendar = new Map(days.map(({ day, kind }): [string, DayKind] => [day, kind]));
  const day = workingDaysAfter(since, Number(count), calendar);
  const known = new Set(days.map((one) => one.day.slice(0, 4)));
  const uncovered = [since, day].map((one) => one.slice(0, 4)).find((year) => !known.has(year));
  return { day, uncovered: uncovered ?? null };
}

/** The weekday in words: "Thứ Hai", "Monday". @param day `YYYY-MM-DD` */
export function weekdayOf(day: string, language: 'vi' | 'en'): string {
  const words = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}
