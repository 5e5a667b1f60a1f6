/** The room where a result comes to stand: on the attempt, in its trail, and told to those who wait for it. */
import { Injectable } from '@nestjs/common';
import type { AttemptGrade } from '@tap-huan/rules';
import type { Tx } from '@tap-huan/server/platform';

/** Whose result it is. */
export interface ConcludedAttempt {
  id: string;
  quizId: string;
  contextId: string | null;
  preview: boolean;
}

export interface Conclusion {
  /** `machine`, or the account that gave the last mark. */
  by: string;
  /** Whether an earlier result is replaced. */
  regraded: boolean;
  reason?: string;
}

@Injectable()
export class AttemptConclusion {
  /**
   * Writes the result of an attempt whose slots are all marked: columns, a step `marked` or `regraded`, and the event
   * `AttemptGraded`. Previews leave no trail and make no news. The row of `assessment.result` is the caller's.
   */
  async conclude(
    tx: Tx,
    attempt: ConcludedAttempt,
    grade: AttemptGrade,
    { by, regraded, reason = '' }: Conclusion,
  ): Promise<void> {
    const { points, maximum, scoreOfTen, passed } = grade;
    await tx.rows(
      `update assessment.attempt
       set phase = 'marked', points = $2, maximum = $3, score_of_ten = $4, passed = $5, graded_by = $6
       where id = $1`,
      [attempt.id, points, maximum, scoreOfTen, passed, by],
    );
    if (attempt.preview) return;
    await tx.rows(
      `insert into assessment.step (attempt_id, kind, at, by_account, detail, reason) values ($1, $2, $3, $4, $5, $6)`,
      [
        attempt.id,
        regraded ? 'regraded' : 'marked',
        tx.now,
        by === 'machine' ? null : by,
        JSON.stringify({ points, maximum, scoreOfTen, passed }),
        reason,
      ],
    );
    await this.tell(tx, attempt, grade, regraded);
  }

  /** Tells the result to whoever gave the attempt its context. */
  async tell(
    tx: Tx,
    { id: attemptId, contextId, quizId }: ConcludedAttempt,
    { scoreOfTen, passed }: AttemptGrade,
    regraded: boolean,
  ): Promise<void> {
    if (contextId === null) return;
    const news = { attemptId, contextId, quizId, scoreOfTen, passed, regraded };
    await tx.emit('AttemptGraded', news);
  }
}
