/** The room where quizzes with work waiting and all other quizzes become one list. Pure. */
import type { MarkingQueueRow, SupervisedQuizRow } from '@tap-huan/contract';

const NOTHING_WAITS = {
  waiting: 0,
  second: 0,
  toAgree: 0,
  done: 0,
  openAppeals: 0,
  oldestAt: null,
};

export const hasWork = ({ waiting, second, toAgree, openAppeals }: MarkingQueueRow): boolean =>
  waiting + second + toAgree + openAppeals > 0;

/** Queues first, as the server orders them; then the quizzes that have none. */
export function allQuizzes(
  queues: readonly MarkingQueueRow[],
  quizzes: readonly Pick<SupervisedQuizRow, 'quizId' | 'quizTitle' | 'courseTitle'>[],
): MarkingQueueRow[] {
  const known = new Set(queues.map(({ quizId }) => quizId));
  const others = quizzes
    .filter(({ quizId }) => !known.has(quizId))
    .map(({ quizId, quizTitle, courseTitle }) => ({
      quizId,
      quizTitle,
      courseTitle,
      ...NOTHING_WAITS,
    }));
  return [...queues, ...others];
}

/** Answers that people mark, done or not. */
export const tasksOf = ({ waiting, second, toAgree, done }: MarkingQueueRow): number =>
  waiting + second + toAgree + done;

/** Where somebody goes from the title: to what there is in the quiz. */
export function placeOfWork(row: MarkingQueueRow): readonly string[] {
  if (tasksOf(row) > 0) return [row.quizId];
  return [row.quizId, row.openAppeals > 0 ? 'phuc-khao' : 'cham-lai'];
}

/** Whole days between two instants. */
export const daysBetween = (from: string, to: number): number =>
  Math.max(0, Math.floor((to - Date.parse(from)) / 86_400_000));
