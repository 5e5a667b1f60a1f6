/** The room of appeals (phúc khảo): an officer asks for marks to be looked at again, a marker answers. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InputOf, markingEndpoints } from '@tap-huan/contract';
import { outcomeOfMark } from '@tap-huan/rules';
import { accountOf, type Actor, Failure, found, type Tx, Writer } from '@tap-huan/server/platform';
import { refused } from '../refused';
import { type AppealedResult, appealUntil, markedAtOf } from './appeal-window';
import { lockTask } from './locked-task';
import { MarkDecisions } from './mark-decision.service';
import { joinBank, notOwn, scopeOf } from './marking-scope';
import { changeOf, ResultChanges } from './result-change.service';
import { lockResult, type StoredResult } from './stored-result';

type Make = InputOf<typeof markingEndpoints.makeAppeal>['body'];
type Answer = InputOf<typeof markingEndpoints.answerAppeal>['body'];

interface OpenAppeal {
  id: string;
  attemptId: string;
  slot: number | null;
  state: 'open' | 'answered';
  /** Where the question is marked by hand. */
  taskId: string | null;
}

const APPEAL = `select p.id, p.attempt_id as "attemptId", p.slot, p.state, t.id as "taskId"
  from assessment.appeal p
    join assessment.attempt a on a.id = p.attempt_id and ${notOwn(3)}
    join assessment.quiz z on z.id = a.quiz_id ${joinBank(2)}
    left join assessment.marking_task t on t.attempt_id = a.id and t.slot = p.slot
  where p.id = $1`;

@Injectable()
export class AppealService {
  constructor(
    private readonly writer: Writer,
    private readonly changes: ResultChanges,
    private readonly decisions: MarkDecisions,
  ) {}

  /**
   * Asks for a question, or the whole paper, of the actor's own attempt to be marked again.
   * @throws Failure `not_found`; `appeal_not_possible` before it is marked, after the window, and for a slot that the
   *   paper does not have; `appeal_exists` while an earlier one of the same is open
   */
  make(actor: Actor, attemptId: string, { slot, text }: Make): Promise<{ id: string }> {
    return this.writer.write(actor, async (tx) => {
      const attempt = found(
        await tx.maybe<AppealedResult & { questions: number }>(
          `select preview, phase, settings, submitted_at as "submittedAt", cardinality(kinds) as questions,
             ${markedAtOf('a.id')} as "markedAt"
           from assessment.attempt a where id = $1 and taker_id = $2 for key share`,
          [attemptId, accountOf(actor)],
        ),
      );
      if (appealUntil(attempt, tx.now) === null || (slot ?? 1) > attempt.questions) {
        throw new Failure('appeal_not_possible');
      }
      const id = randomUUID();
      const made = await tx.maybe(
        `insert into assessment.appeal (id, attempt_id, slot, text, at, state) values ($1, $2, $3, $4, $5, 'open')
         on conflict do nothing returning id`,
        [id, attemptId, slot, text, tx.now],
      );
      if (!made) throw new Failure('appeal_exists');
      await addStep(tx, { attemptId, kind: 'appealed', slot, reason: text, appealId: id });
      await tx.audit('appeal.make', { kind: 'attempt', id: attemptId }, { slot });
      return { id };
    });
  }

  /**
   * Answers an appeal; where a question's mark is upheld or changed, the result follows, and the trail tells both.
   * @throws Failure `not_found`, `appeal_answered`; `validation_failed` for a mark where there is no one question, or
   *   above its points
   */
  answer(actor: Actor, appealId: string, { answer, awarded }: Answer): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      const params = [appealId, ...scopeOf(actor)];
      const { attemptId } = found(await tx.maybe<OpenAppeal>(APPEAL, params));
      const result = await lockResult(tx, attemptId);
      const appeal = found(await tx.maybe<OpenAppeal>(`${APPEAL} for update of p`, params));
      if (appeal.state === 'answered') throw new Failure('appeal_answered');
      const from = markOf(result, appeal, awarded);
      await tx.rows(
        `update assessment.appeal set state = 'answered', answer = $2, answered_by = $3, answered_at = $4,
           awarded_from = $5, awarded_to = $6 where id = $1`,
        [appealId, answer, accountOf(actor), tx.now, from, awarded],
      );
      await addStep(tx, {
        ...{ attemptId, kind: 'appeal_answered', slot: appeal.slot, reason: answer, appealId },
        ...{ from, to: awarded },
      });
      if (awarded !== null && awarded !== from) {
        await this.change(tx, result, appeal, { awarded, reason: answer });
      }
      await tx.emit('AppealAnswered', { appealId });
      await tx.audit(
        'appeal.answer',
        { kind: 'attempt', id: attemptId },
        { appealId, from, awarded },
      );
      return { ok: true };
    });
  }

  /** Another mark for the question. */
  private async change(
    tx: Tx,
    result: StoredResult,
    { id, slot, taskId }: OpenAppeal,
    { awarded, reason }: { awarded: number; reason: string },
  ): Promise<void> {
    if (taskId !== null) {
      const { task } = await lockTask(tx, tx.actor, taskId);
      await this.decisions.decide(tx, { task, result }, 'appealed', {
        awarded,
        comment: '',
        reason,
      });
      return;
    }
    const marked = result.slots.filter((each) => each.slot === slot);
    const replaced = marked.map((each) => ({
      ...each,
      awarded,
      outcome: outcomeOfMark(awarded, each.points),
    }));
    const because = {
      kind: 'slot_marked' as const,
      reason,
      detail: { by: 'appealed', appealId: id },
    };
    await this.changes.write(tx, [changeOf(result, replaced)], because);
  }
}

/** The mark that the appeal is about; null where no new one is given. */
function markOf(
  { slots }: StoredResult,
  { slot }: OpenAppeal,
  awarded: number | null,
): number | null {
  if (awarded === null) return null;
  const marked = slots.find((each) => each.slot === slot);
  if (!marked) throw refused({ path: 'awarded', code: 'no_question' });
  if (awarded > marked.points) throw refused({ path: 'awarded', code: 'too_big' });
  return marked.awarded;
}

interface AppealStep {
  attemptId: string;
  kind: 'appealed' | 'appeal_answered';
  slot: number | null;
  reason: string;
  appealId: string;
  from?: number | null;
  to?: number | null;
}

async function addStep(tx: Tx, step: AppealStep): Promise<void> {
  const { attemptId, kind, slot, reason, appealId, from = null, to = null } = step;
  await tx.rows(
    `insert into assessment.step (attempt_id, kind, at, by_account, slot, awarded_from, awarded_to, reason, detail)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[attemptId, kind, tx.now, tx.actor.accountId, slot, from, to, reason],
      JSON.stringify({ appealId }),
    ],
  );
}
