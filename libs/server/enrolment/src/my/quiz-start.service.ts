/** The room where an officer starts a quiz of an own course. */
import { Injectable } from '@nestjs/common';
import type { enrolmentEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { Attempts } from '@tap-huan/server/assessment';
import { accountOf, type Actor, Failure, found, Writer } from '@tap-huan/server/platform';
import { mayBecome } from '../enrolment/enrolment-state';
import { lessonFacts } from '../progress/lesson-facts.reader';
import { begin } from '../progress/progress.service';
import { quizPlaceOf, verdictOf } from './my-quiz.reader';
import { lockOwnEnrolment } from './own-enrolment';

type Start = typeof enrolmentEndpoints.startAttempt;

@Injectable()
export class QuizStartService {
  constructor(
    private readonly writer: Writer,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Starts an attempt, or answers with the open one. The verdict is given under the row lock of the
   * enrolment, so two clicks at once make one attempt.
   */
  start(actor: Actor, { params }: InputOf<Start>): Promise<OutputOf<Start>> {
    const { enrolmentId, lessonId } = params;
    const takerId = accountOf(actor);
    return this.writer.write(actor, async (tx) => {
      const state = await lockOwnEnrolment(tx, takerId, enrolmentId);
      // Asked first: it closes what has expired, and the facts then know of it.
      const all = await this.attempts.summaries([enrolmentId], tx);
      const lessons = await lessonFacts(tx, [enrolmentId]);
      const { quizId, quizVersionId } = quizPlaceOf(lessons, lessonId);
      const [version] = await this.attempts.quizVersions([quizVersionId], tx);
      const known = all.filter((attempt) => attempt.quizId === quizId);
      const verdict = verdictOf(state, lessons, known, found(version).settings);
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
}
