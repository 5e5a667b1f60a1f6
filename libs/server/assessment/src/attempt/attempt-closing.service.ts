/** The room where an attempt ends: submitted by its taker or closed by the clock, marked, and told. */
import { Injectable } from '@nestjs/common';
import type { AnswerResponse, QuizSettings } from '@tap-huan/contract';
import { gradeAttempt, isExpired } from '@tap-huan/rules';
import { found, Tx } from '@tap-huan/server/platform';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { Papers } from './papers.reader';

/** What marking needs of an attempt; the row is locked. */
interface LockedAttempt {
  id: string;
  quizId: string;
  contextId: string | null;
  preview: boolean;
  phase: 'open' | 'submitted' | 'marked';
  deadline: Date | null;
  settings: QuizSettings;
}

const LOCKED = `select id, quiz_id as "quizId", context_id as "contextId", preview, phase, deadline, settings
  from assessment.attempt`;

@Injectable()
export class AttemptClosing {
  constructor(
    private readonly papers: Papers,
    private readonly published: PublishedQuizzes,
  ) {}

  /** Submits the taker's attempt; one that is closed already stays as it is. @throws Failure `not_found`. */
  async submit(tx: Tx, attemptId: string, takerId: string): Promise<void> {
    const attempt = found(
      await tx.maybe<LockedAttempt>(`${LOCKED} where id = $1 and taker_id = $2 for update`, [
        attemptId,
        takerId,
      ]),
    );
    if (attempt.phase === 'open') await this.mark(tx, attempt);
  }

  /**
   * Closes an attempt whose time is over.
   * @returns false where there was nothing to do, or where somebody else is at it just now.
   */
  async expire(tx: Tx, attemptId: string, waiting: 'wait' | 'skip' = 'wait'): Promise<boolean> {
    const attempt = await tx.maybe<LockedAttempt>(
      `${LOCKED} where id = $1 for update ${waiting === 'skip' ? 'skip locked' : ''}`,
      [attemptId],
    );
    if (!attempt || !isExpired(attempt, tx.now)) return false;
    await this.mark(tx, attempt);
    return true;
  }

  /** Marks what is saved. Every stored answer counts: none is stored after the deadline. */
  private async mark(tx: Tx, attempt: LockedAttempt): Promise<void> {
    const byClock = isExpired(attempt, tx.now);
    const paper = await this.papers.of(attempt.id, tx);
    const contents = await this.published.contents(
      paper.map(({ questionVersionId }) => questionVersionId),
      tx,
    );
    const answers = await tx.rows<{ slot: number; response: AnswerResponse | null }>(
      `select slot, response from assessment.answer where attempt_id = $1`,
      [attempt.id],
    );
    const responses = new Map(answers.map(({ slot, response }) => [slot, response]));
    const grade = gradeAttempt(paper, contents, responses, attempt.settings.passPercent);
    await tx.rows(
      `update assessment.attempt
       set phase = 'marked', submitted_at = $2, closed_by_deadline = $3, points = $4, maximum = $5,
         score_of_ten = $6, passed = $7, graded_by = 'machine'
       where id = $1`,
      [
        attempt.id,
        byClock ? attempt.deadline : tx.now,
        byClock,
        grade.points,
        grade.maximum,
        grade.scoreOfTen,
        grade.passed,
      ],
    );
    if (!attempt.preview) await this.tell(tx, attempt, byClock, grade);
  }

  private async tell(
    tx: Tx,
    { id, contextId, quizId }: LockedAttempt,
    byClock: boolean,
    { points, maximum, scoreOfTen, passed }: ReturnType<typeof gradeAttempt>,
  ): Promise<void> {
    await tx.rows(
      `insert into assessment.step (attempt_id, kind, at, by_account, detail)
       values ($1, 'submitted', $2, $3, $4), ($1, 'marked', $2, null, $5)`,
      [
        id,
        tx.now,
        byClock ? null : tx.actor.accountId,
        JSON.stringify({ byClock }),
        JSON.stringify({ points, maximum, scoreOfTen, passed }),
      ],
    );
    if (contextId !== null) {
      await tx.emit('AttemptGraded', { attemptId: id, contextId, quizId, scoreOfTen, passed });
    }
    await tx.audit('attempt.submit', { kind: 'attempt', id }, { byClock, scoreOfTen, passed });
  }
}
