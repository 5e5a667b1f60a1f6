/** The room where running attempts get more time; one that was submitted is never touched. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InputOf, supervisionEndpoints } from '@tap-huan/contract';
import { type Actor, Failure, Writer } from '@tap-huan/server/platform';
import { quizForSupervision } from './supervised-scope';

/**
 * Every open attempt of quiz $1 (or only attempt $2) gets $3 minutes: its deadline, the end of its grace, and the part
 * that is open. Rows are locked in the order of their ids, so that two extensions at once wait for each other.
 */
const EXTEND = `
  with running as (
    select id from assessment.attempt
    where quiz_id = $1 and ($2::uuid is null or id = $2) and phase = 'open' and not preview
      and (deadline is not null or part_deadline is not null)
    order by id for update
  ), extended as (
    update assessment.attempt a
    set deadline = deadline + make_interval(mins => $3), closes_at = closes_at + make_interval(mins => $3),
      part_deadline = part_deadline + make_interval(mins => $3)
    from running where running.id = a.id and a.phase = 'open'
    returning a.id, a.part
  ), parts as (
    update assessment.attempt_part p set deadline = deadline + make_interval(mins => $3)
    from extended where p.attempt_id = extended.id and p.part = extended.part and p.closed_at is null
  ), told as (
    insert into assessment.step (attempt_id, kind, at, by_account, detail, reason)
    select id, 'extended', $4, $5, jsonb_build_object('minutes', $3::int, 'all', $2::uuid is null), $6 from extended
  )
  select count(*)::int as attempts from extended`;

@Injectable()
export class ExtensionService {
  constructor(private readonly writer: Writer) {}

  /** Adds minutes with a reason. @throws Failure `nobody_sits` where no attempt runs against the clock */
  extend(
    actor: Actor,
    quizId: string,
    { minutes, reason, attemptId }: InputOf<typeof supervisionEndpoints.extendAttempts>['body'],
  ): Promise<{ attempts: number }> {
    return this.writer.write(actor, async (tx) => {
      await quizForSupervision(tx, actor, quizId, 'attempt.supervise');
      const [{ attempts } = { attempts: 0 }] = await tx.rows<{ attempts: number }>(EXTEND, [
        quizId,
        attemptId,
        minutes,
        tx.now,
        actor.accountId,
        reason,
      ]);
      if (attempts === 0) throw new Failure('nobody_sits');
      await tx.rows(
        `insert into assessment.extension (id, quiz_id, attempt_id, minutes, reason, attempts, by_account, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [randomUUID(), quizId, attemptId, minutes, reason, attempts, actor.accountId, tx.now],
      );
      await tx.audit(
        'attempt.extend',
        { kind: 'quiz', id: quizId },
        { minutes, attempts, attemptId },
      );
      return { attempts };
    });
  }
}
