/** The room where an attempt ends: submitted by its taker or closed by the clock, marked, and told. */
import { Injectable } from '@nestjs/common';
import { gradeAttempt, isExpired } from '@tap-huan/rules';
import type { Tx } from '@tap-huan/server/platform';
import { MarkingIntake } from '../marking/marking-intake';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { AttemptConclusion } from './attempt-conclusion.service';
import { writeEnding } from './closing-statement';
import { ATTEMPT_COLUMNS, type LockedAttempt, lockOwn } from './locked-attempt';
import { Sittings } from './sittings.reader';

@Injectable()
export class AttemptClosing {
  constructor(
    private readonly sittings: Sittings,
    private readonly published: PublishedQuizzes,
    private readonly conclusion: AttemptConclusion,
    private readonly intake: MarkingIntake,
  ) {}

  /** Submits the taker's attempt; one that is closed already stays as it is. @throws Failure `not_found`. */
  async submit(tx: Tx, attemptId: string, takerId: string): Promise<void> {
    const attempt = await lockOwn(tx, attemptId, takerId);
    if (attempt.phase === 'open') await this.close(tx, attempt);
  }

  /**
   * Closes an attempt of which no answer is taken any more: deadline and grace are over.
   * @returns false where there was nothing to do, or where somebody else is at it just now.
   */
  async expire(tx: Tx, attemptId: string, waiting: 'wait' | 'skip' = 'wait'): Promise<boolean> {
    const attempt = await tx.maybe<LockedAttempt>(
      `select ${ATTEMPT_COLUMNS} from assessment.attempt where id = $1
       for update ${waiting === 'skip' ? 'skip locked' : ''}`,
      [attemptId],
    );
    if (!attempt || !isExpired(attempt, tx.now)) return false;
    await this.close(tx, attempt);
    return true;
  }

  /** Ends an open attempt whose row is locked, and marks what is saved: every stored answer counts. */
  async close(tx: Tx, attempt: LockedAttempt): Promise<void> {
    const byClock = attempt.deadline !== null && tx.now.getTime() > attempt.deadline.getTime();
    const submittedAt = byClock ? (attempt.deadline ?? tx.now) : tx.now;
    const sitting = await this.sittings.of(attempt.id, attempt.settings.mode === 'practice', tx);
    const contents = await this.published.contents(
      sitting.paper.slots.map(({ questionVersionId }) => questionVersionId),
      tx,
    );
    const grade = gradeAttempt(sitting, contents, attempt.settings);
    // A preview has no markers: what they would judge earns nothing.
    const isMarked = grade.waiting.length === 0 || attempt.preview;
    await writeEnding(tx, attempt, sitting, grade, { submittedAt, byClock, isMarked });
    if (attempt.preview) return;
    if (isMarked) await this.conclusion.tell(tx, attempt, grade, false);
    else await this.intake.enqueue(tx, attempt, grade.waiting);
    const { scoreOfTen, passed, waiting } = grade;
    const result = isMarked ? { scoreOfTen, passed } : { waiting: waiting.length };
    await tx.audit('attempt.submit', { kind: 'attempt', id: attempt.id }, { byClock, ...result });
  }
}
