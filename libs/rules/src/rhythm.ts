/** The room of what comes back every day, week or month: when it is due, by the clock of Việt Nam. */

/** Every day, every week on a weekday, or every month on a day, at an hour. */
export interface Rhythm {
  every: 'day' | 'week' | 'month';
  /** 1 is Monday. */
  weekday: number;
  /** 1 to 31; a shorter month ends with its last day. */
  monthDay: number;
  /** 0 to 23, in Việt Nam. */
  hour: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Việt Nam keeps UTC+7 all year. */
const OFFSET = 7 * HOUR;
/** No rhythm rests longer. */
const LONGEST = 32;

/** Whether a day (UTC midnight of its date) is one of the rhythm. */
function isDay({ every, weekday, monthDay }: Rhythm, day: number): boolean {
  if (every === 'day') return true;
  const date = new Date(day);
  if (every === 'week') return (date.getUTCDay() || 7) === weekday;
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.getUTCDate() === Math.min(monthDay, last);
}

/** The instants of the days around a moment, the earliest first. */
function around(rhythm: Rhythm, now: Date): number[] {
  const today = Math.floor((now.getTime() + OFFSET) / DAY) * DAY;
  return Array.from({ length: 2 * LONGEST + 1 }, (_, at) => today + (at - LONGEST) * DAY)
    .filter((day) => isDay(rhythm, day))
    .map((day) => day + rhythm.hour * HOUR - OFFSET);
}

/** The last time at or before a moment. */
export const lastDue = (rhythm: Rhythm, now: Date): Date =>
  new Date(around(rhythm, now).findLast((at) => at <= now.getTime()) ?? NaN);

/** The next time after a moment. */
export const nextDue = (rhythm: Rhythm, now: Date): Date =>
  new Date(around(rhythm, now).find((at) => at > now.getTime()) ?? NaN);
