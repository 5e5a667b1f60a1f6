/** The room where an officer starts a quiz of an own course. */
import { Injectable } from '@nestjs/common';
import type { AttemptSummary, enrolmentEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { Attempts } from '@tap-huan/server/assessment';
import {
  accountOf,
  type Actor,
  Failure,
  found,
  Sql,
  type Tx,
  Writer,
} from '@tap-huan/server/platform';
import { mayBecome } from '../enrolment/enrolment-state';
import { lessonFacts } from '../progress/lesson-facts.reader';
import { begin } from '../progress/progress.service';
import { quizPlaceOf, verdictOf } from './my-quiz.reader';
import { lockOwnEnrolment, ownEnrolment } from './own-enrolment';

type Start = typeof enrolmentEndpoints.startAttempt;
type Known = Pick<AttemptSummary, 'id' | 'phase' | 'passed'>;

@Injectable()
export class QuizStartService {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Starts an attempt, or answers with the open one. The verdict is given under the row lock of the
   * enrolment, so two clicks at once make one attempt.
   */
  async start(actor: Actor, { params }: InputOf<Start>): Promise<OutputOf<Start>> {
    const { enrolmentId, lessonId } = params;
    const takerId = accountOf(actor);
    const settings = await this.settings(takerId, enrolmentId, lessonId);
    return this.writer.write(actor, async (tx) => {
      const state = await lockOwnEnrolment(tx, takerId, enrolmentId);
      const lessons = await lessonFacts(tx, [enrolmentId]);
      const { quizId, quizVersionId } = quizPlaceOf(lessons, lessonId);
      const known = await attemptsOf(tx, enrolmentId, quizId);
      const verdict = verdictOf(state, lessons, known, settings);
      if (verdict === 'may_resume') {
        return { attemptId: found(known.find(({ phase }) => phase === 'open')).id };
      }
      if (verdict !== 'may_start') throw new Failure(verdict);
      if (mayBecome(state, 'in_progress')) await begin(tx, enrolmentId);
      const attemptId = await this.attempts.start(tx, {
        quizVersionId,
        takerId,
        contextId: enrolmentId,
        returnPath: `/hoc/khoa-hoc/${enrolmentId}/bai-kiem-tra/${lessonId}`,
      });
      return { attemptId };
    });
  }

  /** Everything that needs another connection is asked before the write; a quiz version never changes. */
  private async settings(accountId: string, enrolmentId: string, lessonId: string) {
    await ownEnrolment(this.sql, accountId, enrolmentId);
    // Closes attempts that have expired.
    await this.attempts.summaries([enrolmentId]);
    const lessons = await lessonFacts(this.sql, [enrolmentId]);
    const [version] = await this.attempts.quizVersions([quizPlaceOf(lessons, lessonId).quizVersionId]);
    return found(version).settings;
  }
}

const attemptsOf = (tx: Tx, enrolmentId: string, quizId: string): Promise<Known[]> =>
  tx.rows<Known>(
    `select id, phase, passed from assessment.attempt
      where context_id = $1 and quiz_id = $2 and not preview order by number`,
    [enrolmentId, quizId],
  );
