/** The room of one answer to mark while somebody marks it. */
import type { MarkingState } from '@tap-huan/contract';
import { outcomeOfMark } from '@tap-huan/rules';
import { type Actor, found, type Sql, type Tx } from '@tap-huan/server/platform';
import { joinBank, notOwn, scopeOf } from './marking-scope';
import { changeOf, type ResultChange } from './result-change.service';
import { lockResult, type StoredResult } from './stored-result';

/** What marking depends on. */
export interface Task {
  id: string;
  attemptId: string;
  slot: number;
  points: number;
  state: MarkingState;
  secondWanted: boolean;
  differencePercent: number;
  questionVersionId: string;
  awarded: number | null;
}

const TASK = `select t.id, t.attempt_id as "attemptId", t.slot, t.points, t.state, t.second_wanted as "secondWanted",
    t.difference_percent as "differencePercent", t.question_version_id as "questionVersionId", t.awarded
  from assessment.marking_task t
    join assessment.attempt a on a.id = t.attempt_id
    join assessment.quiz z on z.id = t.quiz_id ${joinBank(2)}
  where t.id = $1 and ${notOwn(3)}`;

/** An answer that the actor may mark. @throws Failure `not_found`, also for what is out of scope */
export async function seeTask(
  source: Pick<Sql, 'maybe'>,
  actor: Actor,
  taskId: string,
): Promise<Task> {
  return found(await source.maybe<Task>(TASK, [taskId, ...scopeOf(actor)]));
}

/**
 * The same with its result, both locked until the transaction ends; the attempt first, so that two markers of one paper
 * take turns. @throws Failure `not_found`
 */
export async function lockTask(
  tx: Tx,
  actor: Actor,
  taskId: string,
): Promise<{ task: Task; result: StoredResult }> {
  const { attemptId } = await seeTask(tx, actor, taskId);
  const result = await lockResult(tx, attemptId);
  const task = found(
    await tx.maybe<Task>(`${TASK} for no key update of t`, [taskId, ...scopeOf(actor)]),
  );
  return { task, result };
}

/** The task has come to its mark. */
export async function finishTask(tx: Tx, { id }: Task, awarded: number): Promise<void> {
  await tx.rows(`update assessment.marking_task set state = 'done', awarded = $2 where id = $1`, [
    id,
    awarded,
  ]);
}

/** The result with this mark for the task's slot. */
export function withMark(result: StoredResult, task: Task, awarded: number): ResultChange {
  const { slot, points } = task;
  const outcome = outcomeOfMark(awarded, points);
  const marked = result.slots.filter((each) => each.slot === slot);
  return changeOf(
    result,
    marked.map((each) => ({ ...each, points, awarded, outcome })),
  );
}

/** Whether a regrade has taken the task's slot out of the result. */
export const isLeftOut = (result: StoredResult, { slot, points }: Task): boolean =>
  points > 0 && result.slots[slot - 1]?.points === 0;
