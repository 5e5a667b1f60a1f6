/** The room of a schedule that is being put together: what it says, and whether it differs from the one that holds. */
import type { ListRecipient, ListRhythm, ListSchedule } from '@tap-huan/contract';

export interface ScheduleDraft extends ListRhythm {
  people: readonly ListRecipient[];
}

/** Monday morning, as most offices begin their week. */
const USUAL: ListRhythm = { every: 'week', weekday: 1, monthDay: 1, hour: 7 };

/** The draft of a schedule that holds, or of a first one. */
export function draftOf(schedule: ListSchedule | null | undefined): ScheduleDraft {
  if (!schedule) return { ...USUAL, people: [] };
  const { every, weekday, monthDay, hour, recipients } = schedule;
  return { every, weekday, monthDay, hour, people: recipients };
}

/** Equal for drafts that would be saved as the same; the order of people is none of it. */
export const textOf = ({ every, weekday, monthDay, hour, people }: ScheduleDraft): string =>
  JSON.stringify([
    every,
    weekday,
    monthDay,
    hour,
    people.map(({ accountId }) => accountId).toSorted(),
  ]);

/** The people with some more, each once, in the order in which they came. */
export function withPeople(
  people: readonly ListRecipient[],
  more: readonly ListRecipient[],
): ListRecipient[] {
  const known = new Set(people.map(({ accountId }) => accountId));
  return [...people, ...more.filter(({ accountId }) => !known.has(accountId))];
}

/** The people without one. */
export const withoutPerson = (people: readonly ListRecipient[], id: string): ListRecipient[] =>
  people.filter(({ accountId }) => accountId !== id);
