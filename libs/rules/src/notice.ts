/** The room of notices: templates with places that values are put into, and which reminder a day brings. */
import type { NoticeSchedule } from '@tap-huan/contract';

const PLACE = /\{\{\s*([A-Za-z]+)\s*\}\}/g;

/** The words between `{{` and `}}`, each once, in the order of their first mention. */
export const placesOf = (template: string): string[] => [
  ...new Set([...template.matchAll(PLACE)].map(([, word = '']) => word)),
];

/** The first place that is none of the allowed ones; null where all are. */
export const unknownPlace = (template: string, allowed: readonly string[]): string | null =>
  placesOf(template).find((word) => !allowed.includes(word)) ?? null;

/**
 * A template with its places filled; a place without a value stays empty. Values are put in as they are: what looks like a
 * place in a value is none. Empty lines at the end, and more than one in a row, are taken away.
 */
export const fillTemplate = (template: string, values: Readonly<Record<string, string>>): string =>
  template
    .replace(PLACE, (_, word: string) => (Object.hasOwn(values, word) ? (values[word] ?? '') : ''))
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** A reminder that a due day brings. */
export interface ReminderStep {
  kind: 'due_soon' | 'due_today' | 'overdue' | 'escalation';
  /** Days from the due day until today; negative before it. */
  late: number;
  /** Which of its kind it is: a reminder with the same due day and step goes out once. */
  step: number;
}

/**
 * What every distance from the due day brings, as a schedule says. Each distance in between two steps belongs to the earlier
 * one, so that a day on which nothing ran is made up for on the next.
 */
export function reminderSteps(schedule: NoticeSchedule): ReminderStep[] {
  const steps: ReminderStep[] = [{ kind: 'due_today', late: 0, step: 0 }];
  const before = [...new Set(schedule.beforeDays)].sort((a, b) => a - b);
  for (let left = 1; left <= (before.at(-1) ?? 0); left += 1) {
    const step = before.find((day) => day >= left);
    if (step !== undefined) steps.push({ kind: 'due_soon', late: -left, step });
  }
  const repeat = (kind: 'overdue' | 'escalation', first: number, every: number, times: number) => {
    for (let after = 0; after < every * times; after += 1) {
      steps.push({ kind, late: first + after, step: Math.floor(after / every) });
    }
  };
  repeat('overdue', 1, schedule.overdueEvery, schedule.overdueTimes);
  repeat('escalation', schedule.escalateAfter, schedule.escalateEvery, schedule.escalateTimes);
  return steps;
}
