/** The room of working days. */

const DAY = 86_400_000;

/** What a day of the calendar is where it is not what its weekday says. */
export type DayKind = 'holiday' | 'working_swap';

/** Public holidays and weekends that are worked in exchange, by day `YYYY-MM-DD`. */
export type HolidayCalendar = ReadonlyMap<string, DayKind>;

/**
 * Whether people work on a day: Monday to Friday but for public holidays, and on weekends worked in exchange.
 * The twin of organisation.is_working_day.
 * @param day `YYYY-MM-DD`
 * @see Labour Code 2019 art. 111, 112
 */
export function isWorkingDay(day: string, calendar: HolidayCalendar): boolean {
  const kind = calendar.get(day);
  if (kind) return kind === 'working_swap';
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/**
 * The day `count` working days after a day: asked on a Friday, two working days end on the Tuesday, and later where a
 * holiday lies between. The twin of organisation.working_days_after.
 * @param day `YYYY-MM-DD`
 */
export function workingDaysAfter(day: string, count: number, calendar: HolidayCalendar): string {
  let at = Date.parse(day);
  for (let left = count; left > 0;) {
    at += DAY;
    if (isWorkingDay(dayOf(at), calendar)) left -= 1;
  }
  return dayOf(at);
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
