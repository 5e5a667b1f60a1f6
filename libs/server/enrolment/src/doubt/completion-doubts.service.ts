/** The room where a completion comes into doubt because marks were changed, and where HR decides what follows. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { enrolmentEndpoints, InputOf } from '@tap-huan/contract';
import {
  accountOf,
  type Actor,
  Failure,
  found,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { lessonFacts } from '../progress/lesson-facts.reader';
import { type AttemptHistory, lostGround } from './result-history';

/** News of a result. */
export interface GradedQuiz {
  enrolmentId: string;
  quizId: string;
  regraded: boolean;
}

interface OpenDoubt {
  id: string;
}

const HISTORY = `
  select json_build_object('scoreOfTen', a.score_of_ten, 'passed', a.passed) as now, (
    select coalesce(json_agg(json_build_object('kind', s.kind, 'at', s.at, 'from', s.detail->'from',
        'to', case when s.detail ? 'scoreOfTen' then s.detail end) order by s.id), '[]')
    from assessment.step s where s.attempt_id = a.id and s.kind in ('marked', 'regraded')) as steps
  from assessment.attempt a
  where a.context_id = $1 and a.quiz_id = $2 and a.phase = 'marked' and not a.preview
  order by a.number`;

@Injectable()
export class CompletionDoubts {
  constructor(private readonly writer: Writer) {}

  /**
   * Looks at a completed enrolment after news of one of its quizzes: whether a regrade took away what it stood on, or
   * gave it back before anybody decided. The enrolment stays completed, and a certificate stays as it is. A repeat
   * changes nothing.
   */
  async review(tx: Tx, { enrolmentId, quizId, regraded }: GradedQuiz): Promise<void> {
    const completed = await tx.maybe(
      `select 1 from enrolment.enrolment where id = $1 and state = 'completed' for no key update`,
      [enrolmentId],
    );
    if (!completed) return;
    const lessons = await lessonFacts(tx, [enrolmentId]);
    const lesson = lessons.find((each) => each.quizId === quizId);
    if (!lesson?.settings) return;
    const open = await tx.maybe<OpenDoubt>(
      `select id from enrolment.completion_doubt
       where enrolment_id = $1 and quiz_id = $2 and decision is null for update`,
      [enrolmentId, quizId],
    );
    if (lesson.finishedAt !== null) await this.returned(tx, enrolmentId, open);
    else if (open) await this.follow(tx, open, lesson.score);
    else if (regraded) {
      const attempts = await tx.rows<AttemptHistory>(HISTORY, [enrolmentId, quizId]);
      const since = await lastDoubt(tx, enrolmentId, quizId);
      const lost = lostGround(attempts, lesson.settings, since);
      if (!lost) return;
      await tx.rows(
        `insert into enrolment.completion_doubt (id, enrolment_id, quiz_id, score_before, score_now, since)
         values ($1, $2, $3, $4, $5, $6)`,
        [randomUUID(), enrolmentId, quizId, lost.before.scoreOfTen, lesson.score, lost.at],
      );
      await tx.audit('completion.doubt', { kind: 'enrolment', id: enrolmentId }, { quizId });
    }
  }

  /**
   * Notes what a person decides; a certificate is revoked where certificates are. Once only.
   * @throws Failure `not_found`, `doubt_decided`
   */
  decide(
    actor: Actor,
    doubtId: string,
    { decision, note }: InputOf<typeof enrolmentEndpoints.decideCompletionInDoubt>['body'],
  ): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      const doubt = found(
        await tx.maybe<{ enrolmentId: string; decision: string | null }>(
          `select d.enrolment_id as "enrolmentId", d.decision
           from enrolment.completion_doubt d
             join enrolment.enrolment e on e.id = d.enrolment_id
             join organisation.present_officer p on p.id = e.officer_id
           where d.id = $1 and organisation.in_scope(p.unit_id, $2::uuid[])
           for update of d`,
          [doubtId, unitsFor(actor, 'enrolment.assign')],
        ),
      );
      if (doubt.decision !== null) throw new Failure('doubt_decided');
      await tx.rows(
        `update enrolment.completion_doubt
         set decision = $2, note = $3, decided_by = $4, decided_at = $5 where id = $1`,
        [doubtId, decision, note, accountOf(actor), tx.now],
      );
      const subject = { kind: 'enrolment', id: doubt.enrolmentId };
      await tx.audit('completion.decide', subject, { doubtId, decision, note });
      return { ok: true };
    });
  }

  private async returned(tx: Tx, enrolmentId: string, open: OpenDoubt | null): Promise<void> {
    if (!open) return;
    await tx.rows(
      `update enrolment.completion_doubt set decision = 'ground_returned', decided_at = $2 where id = $1`,
      [open.id, tx.now],
    );
    await tx.audit('completion.ground_returned', { kind: 'enrolment', id: enrolmentId });
  }

  /** What counts has changed again, and still does not pass. */
  private async follow(tx: Tx, { id }: OpenDoubt, score: number | null): Promise<void> {
    await tx.rows(`update enrolment.completion_doubt set score_now = $2 where id = $1`, [
      id,
      score,
    ]);
  }
}

/** When the ground was lost of which somebody was told last. */
async function lastDoubt(tx: Tx, enrolmentId: string, quizId: string): Promise<Date | null> {
  const last = await tx.maybe<{ since: Date | null }>(
    `select max(since) as since from enrolment.completion_doubt where enrolment_id = $1 and quiz_id = $2`,
    [enrolmentId, quizId],
  );
  return last?.since ?? null;
}
