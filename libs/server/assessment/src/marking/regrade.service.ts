/** The room where a question is marked anew on all papers of a quiz, or on chosen ones, in one transaction. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InputOf, markingEndpoints, OutputOf } from '@tap-huan/contract';
import { sameMark } from '@tap-huan/rules';
import { type Actor, Failure, type Tx, Writer } from '@tap-huan/server/platform';
import { seeQuiz } from './marking-scope';
import { attemptsWith } from './regrade-facts.reader';
import { planRegrade, type RegradedPaper, regradedPapers, type RegradePlan } from './regrade-plan';
import { changesMarks, ResultChanges } from './result-change.service';

type Regrade = typeof markingEndpoints.regrade;
type Asked = InputOf<Regrade>['body'];

@Injectable()
export class RegradeService {
  constructor(
    private readonly writer: Writer,
    private readonly changes: ResultChanges,
  ) {}

  /**
   * Marks anew what the preview showed: all of it, or nothing. A repeat finds nothing to change.
   * @throws Failure `not_found`; `stale_revision` where the question has a newer version than the preview
   */
  regrade(actor: Actor, quizId: string, asked: Asked): Promise<OutputOf<Regrade>> {
    return this.writer.write(actor, async (tx) => {
      await seeQuiz(tx, actor, quizId);
      // Two regrades of one quiz take turns; attempts begin and end meanwhile.
      await tx.rows(`select 1 from assessment.quiz where id = $1 for no key update`, [quizId]);
      const plan = await planRegrade(tx, quizId, asked);
      if (plan.question.toVersion !== asked.toVersion) throw new Failure('stale_revision');
      const all = await attemptsWith(tx, quizId, asked.questionId);
      const chosen = asked.attemptIds && new Set(asked.attemptIds);
      const wanted = chosen ? all.filter((id) => chosen.has(id)) : all;
      const id = randomUUID();
      let changed = 0;
      for await (const papers of regradedPapers(tx, plan, wanted, true)) {
        changed += await this.apply(tx, papers, plan, { id, reason: asked.reason });
        await moveTasks(tx, papers, plan);
      }
      await keepRegrade(tx, { id, quizId, changed }, asked);
      return { changed };
    });
  }

  private async apply(
    tx: Tx,
    papers: readonly RegradedPaper[],
    { action, question: { toVersion } }: RegradePlan,
    { id, reason }: { id: string; reason: string },
  ): Promise<number> {
    // A key that gives the same mark has marked it all the same: the review shows that one.
    await this.changes.write(tx, papers.filter(isOther), {
      kind: 'slot_regraded',
      reason,
      detail: { regradeId: id, action, toVersion },
    });
    return papers.filter(changesMarks).length;
  }
}

const isOther = ({ before, after }: RegradedPaper): boolean =>
  after.some((slot, place) => {
    const from = before.slots[place];
    return (
      !from ||
      !sameMark(from, slot) ||
      from.markedBy !== slot.markedBy ||
      from.outcome !== slot.outcome ||
      from.label !== slot.label
    );
  });

async function keepRegrade(
  tx: Tx,
  { id, quizId, changed }: { id: string; quizId: string; changed: number },
  { questionId, action, toVersion, reason }: Asked,
): Promise<void> {
  await tx.rows(
    `insert into assessment.regrade (id, quiz_id, question_id, action, to_version, reason, attempts, by_account, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, quizId, questionId, action, toVersion, reason, changed, tx.actor.accountId, tx.now],
  );
  await tx.audit(
    'quiz.regrade',
    { kind: 'quiz', id: quizId },
    { questionId, action, toVersion, reason, changed },
  );
}

/**
 * What has its mark by a regrade needs no marker any more; once that is taken back, it does again. Marks that were given
 * or typed meanwhile are all there.
 */
async function moveTasks(
  tx: Tx,
  papers: readonly RegradedPaper[],
  { action, question }: RegradePlan,
): Promise<void> {
  const ids = papers.map(({ before }) => before.attemptId);
  if (action !== 'newest_key') {
    await tx.rows(
      `update assessment.marking_task set state = 'done'
       where attempt_id = any($1::uuid[]) and question_id = $2 and state <> 'done'`,
      [ids, question.id],
    );
    return;
  }
  await tx.rows(
    `update assessment.marking_task t set state = case given.count
       when 0 then 'waiting' when 1 then 'second' else 'to_agree' end
     from (
       select task.id, count(m.round) as count
       from assessment.marking_task task left join assessment.mark m on m.task_id = task.id
       where task.attempt_id = any($1::uuid[]) and task.question_id = $2
         and task.state = 'done' and task.awarded is null
       group by task.id
     ) given where given.id = t.id`,
    [ids, question.id],
  );
}
