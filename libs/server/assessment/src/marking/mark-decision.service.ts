/** The room of marks that replace those of the markers: agreed between two, or changed later, always with a reason. */
import { Injectable } from '@nestjs/common';
import type { InputOf, markingEndpoints, OutputOf } from '@tap-huan/contract';
import { accountOf, type Actor, Failure, type Tx, Writer } from '@tap-huan/server/platform';
import { finishTask, isLeftOut, lockTask, type Task, withMark } from './locked-task';
import { ResultChanges } from './result-change.service';
import type { StoredResult } from './stored-result';

type Agree = typeof markingEndpoints.agreeMark;
type Decided = InputOf<Agree>['body'];

/** How a mark came to be decided. */
export type DecisionKind = 'agreed' | 'changed' | 'appealed';

@Injectable()
export class MarkDecisions {
  constructor(
    private readonly writer: Writer,
    private readonly changes: ResultChanges,
  ) {}

  /**
   * Sets the mark where two markers differ too much; whoever marks in this scope may, the two among them.
   * @throws Failure `not_found`, `already_marked` where there is nothing to agree on, `mark_incomplete` above the points
   */
  agree(actor: Actor, taskId: string, decided: Decided): Promise<OutputOf<Agree>> {
    return this.writer.write(actor, async (tx) => {
      const { task, result } = await lockTask(tx, actor, taskId);
      if (task.state !== 'to_agree') throw new Failure('already_marked');
      const marked = await this.decide(tx, { task, result }, 'agreed', decided);
      return { state: 'done', attemptMarked: marked };
    });
  }

  /**
   * Changes a mark that was given; the earlier one stays in the trail. Of a question that a regrade has left out, the
   * mark is noted, and counts once the question does again.
   * @throws Failure `not_found`, `mark_incomplete` above the points, and where no mark was given yet
   */
  change(actor: Actor, taskId: string, decided: Decided): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      const { task, result } = await lockTask(tx, actor, taskId);
      if (task.state !== 'done') throw new Failure('mark_incomplete');
      await this.decide(tx, { task, result }, 'changed', decided);
      return { ok: true };
    });
  }

  /** Inside the caller's transaction, which has locked both. @returns whether it was the last mark of the attempt */
  async decide(
    tx: Tx,
    { task, result }: { task: Task; result: StoredResult },
    kind: DecisionKind,
    decided: Decided,
  ): Promise<boolean> {
    const { awarded, reason } = decided;
    if (awarded > task.points) throw new Failure('mark_incomplete');
    await keepDecision(tx, task, kind, decided);
    await finishTask(tx, task, awarded);
    await tx.audit(
      `marking.${kind}`,
      { kind: 'marking_task', id: task.id },
      { from: task.awarded, to: awarded, reason },
    );
    if (kind !== 'agreed' && isLeftOut(result, task)) {
      await noteOnly(tx, task, decided);
      return false;
    }
    const because = { kind: 'slot_marked' as const, reason, detail: { by: kind } };
    const marked = await this.changes.write(tx, [withMark(result, task, awarded)], because);
    return marked.length > 0;
  }
}

async function keepDecision(
  tx: Tx,
  { id }: Task,
  kind: DecisionKind,
  { awarded, comment, reason }: Decided,
): Promise<void> {
  await tx.rows(
    `insert into assessment.mark_decision (task_id, kind, awarded, comment, reason, by_account, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, kind, awarded, comment.normalize('NFC'), reason, accountOf(tx.actor), tx.now],
  );
}

/** The trail knows the mark, the result does not. */
async function noteOnly(tx: Tx, task: Task, { awarded, reason }: Decided): Promise<void> {
  await tx.rows(
    `insert into assessment.step (attempt_id, kind, at, by_account, slot, awarded_from, awarded_to, reason, detail)
     values ($1, 'slot_marked', $2, $3, $4, $5, $6, $7, '{"leftOut": true}')`,
    [task.attemptId, tx.now, tx.actor.accountId, task.slot, task.awarded, awarded, reason],
  );
}
