/** The room of answers to mark as a list: which of them are shown, which comes next, how far one is. Pure. */
import type { MarkingTaskRow } from '@tap-huan/contract';

/** todo: what the marker can do now; the others by state. */
export const TASK_FILTERS = ['todo', 'waiting', 'second', 'to_agree', 'done', 'all'] as const;
export type TaskFilter = (typeof TASK_FILTERS)[number];

type Row = Pick<MarkingTaskRow, 'id' | 'questionId' | 'state' | 'mayMark' | 'paperNumber'>;

/** Whether the marker has something to do there: to mark, or to agree. */
export const isTodo = ({ mayMark, state }: Pick<Row, 'mayMark' | 'state'>): boolean =>
  mayMark || state === 'to_agree';

export function filterTasks<T extends Row>(
  rows: readonly T[],
  filter: TaskFilter,
  questionId: string | null,
): T[] {
  return rows.filter(
    (row) =>
      (questionId === null || row.questionId === questionId) &&
      (filter === 'all' || (filter === 'todo' ? isTodo(row) : row.state === filter)),
  );
}

/** The next answer to mark behind one, then from the beginning; null where none is left. */
export function nextToMark(
  rows: readonly Row[],
  after: string | null,
  questionId: string | null = null,
): string | null {
  const wanted = filterTasks(rows, 'all', questionId);
  const at = wanted.findIndex(({ id }) => id === after);
  const round = [...wanted.slice(at + 1), ...wanted.slice(0, Math.max(0, at))];
  return round.find(({ mayMark }) => mayMark)?.id ?? null;
}

export interface Place {
  /** 1, 2, 3 …; 0 where the answer is not in the list. */
  place: number;
  total: number;
  /** Answers that the marker may still mark. */
  left: number;
}

/** Where an answer stands among those of the same walk. */
export function placeOf(rows: readonly Row[], id: string, questionId: string | null): Place {
  const walk = filterTasks(rows, 'all', questionId);
  return {
    place: walk.findIndex((row) => row.id === id) + 1,
    total: walk.length,
    left: walk.filter(({ mayMark }) => mayMark).length,
  };
}

/** How many papers there are, and how many of them have all their marks. */
export function papersDone(rows: readonly Row[]): { done: number; total: number } {
  const open = new Set(
    rows.filter(({ state }) => state !== 'done').map(({ paperNumber }) => paperNumber),
  );
  const all = new Set(rows.map(({ paperNumber }) => paperNumber));
  return { done: all.size - open.size, total: all.size };
}

/** A filter as the address has it; nonsense counts as the usual one. */
export const filterOf = (value: string): TaskFilter =>
  TASK_FILTERS.find((filter) => filter === value) ?? 'todo';
