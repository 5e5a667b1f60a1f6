/** The room of due dates: calendar days in Vietnam, and how a due date stands today. */
import type { MyEnrolment } from '@tap-huan/contract';

export type DueState = MyEnrolment['dueState'];

const HOUR = 3_600_000;
/** Asia/Ho_Chi_Minh is UTC+7 without summer time. */
const OFFSET = 7 * HOUR;
/** A due date is "soon" from so many days before it on. */
const SOON_DAYS = 7;

/** The calendar day `YYYY-MM-DD` of an instant in Asia/Ho_Chi_Minh. */
export const today = (now: Date): string =>
  new Date(now.getTime() + OFFSET).toISOString().slice(0, 10);

/** Whole calendar days from today to the due date: 0 on the day, negative afterwards; null without a due date. */
export const daysLeft = (dueOn: string | null, todayIs: string): number | null =>
  dueOn === null ? null : Math.round((Date.parse(dueOn) - Date.parse(todayIs)) / (24 * HOUR));

/**
 * How a due date stands. The due day itself belongs to the officer.
 * @param todayIs the calendar day in Asia/Ho_Chi_Minh, see `today`
 */
export function dueState(
  dueOn: string | null,
  completedAt: Date | null,
  todayIs: string,
): DueState {
  if (dueOn === null) return 'none';
  if (completedAt !== null) return today(completedAt) <= dueOn ? 'on_time' : 'late';
  const left = daysLeft(dueOn, todayIs) ?? 0;
  if (left < 0) return 'overdue';
  return left <= SOON_DAYS ? 'soon' : 'later';
}
