/** The room between the schedule of reminders and what stands in its form. Pure functions. */
import type { NoticeSchedule } from '@tap-huan/contract';

/** Fields with one whole number. */
export type NumberField =
  'overdueEvery' | 'overdueTimes' | 'escalateAfter' | 'escalateEvery' | 'escalateTimes';

/** What is typed, as typed. */
export type Draft = Record<NumberField, string> & {
  beforeDays: string;
  leaderBeforeDays: string;
  digestWeekday: number | null;
  hour: number;
};

/** The smallest and the largest number of each field, as the contract has them. */
export const LIMITS: Record<NumberField, readonly [number, number]> = {
  overdueEvery: [1, 60],
  overdueTimes: [0, 20],
  escalateAfter: [1, 120],
  escalateEvery: [1, 60],
  escalateTimes: [0, 20],
};
const FIELDS = Object.keys(LIMITS) as NumberField[];
const MOST_BEFORE = 5;
/** Fields with several days, and the smallest and largest of them. */
export type DaysField = 'beforeDays' | 'leaderBeforeDays';
const BEFORE: Record<DaysField, readonly [number, number]> = {
  beforeDays: [1, 90],
  leaderBeforeDays: [1, 330],
};
const DAYS_FIELDS = Object.keys(BEFORE) as DaysField[];

const whole = (typed: string): number => (/^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN);
const within = (value: number, [from, to]: readonly [number, number]): boolean =>
  value >= from && value <= to;
const daysOf = (typed: string): number[] =>
  typed
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(whole);

/** Each once, the furthest first. */
const tidy = (typed: string): number[] => [...new Set(daysOf(typed))].sort((a, b) => b - a);

/** A schedule as the form shows it. */
export function draftOf(schedule: NoticeSchedule): Draft {
  const { digestWeekday, hour, beforeDays, leaderBeforeDays } = schedule;
  const numbers = Object.fromEntries(FIELDS.map((field) => [field, String(schedule[field])]));
  return {
    ...(numbers as Record<NumberField, string>),
    beforeDays: beforeDays.join(', '),
    leaderBeforeDays: leaderBeforeDays.join(', '),
    ...{ digestWeekday, hour },
  };
}

/** The fields that do not hold what they should. */
export function wrongFields(draft: Draft): (NumberField | DaysField)[] {
  const badDays = DAYS_FIELDS.filter((field) => {
    const days = daysOf(draft[field]);
    return days.length > MOST_BEFORE || days.some((day) => !within(day, BEFORE[field]));
  });
  const bad = FIELDS.filter((field) => !within(whole(draft[field]), LIMITS[field]));
  return [...badDays, ...bad];
}

/** What is typed, as a schedule; to be asked where nothing is wrong. */
export function scheduleOf(draft: Draft): NoticeSchedule {
  const numbers = Object.fromEntries(FIELDS.map((field) => [field, whole(draft[field])]));
  return {
    ...(numbers as Record<NumberField, number>),
    beforeDays: tidy(draft.beforeDays),
    leaderBeforeDays: tidy(draft.leaderBeforeDays),
    digestWeekday: draft.digestWeekday,
    hour: draft.hour,
  };
}
