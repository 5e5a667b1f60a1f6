/** The room where an officer starts a quiz of an own course. */
import { Injectable } from '@nestjs/common';
import type { enrolmentEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { lessonsLeft, mayStart } from '@tap-huan/rules';
import { Attempts, type Standing } from '@tap-huan/server/assessment';
import {
  accountOf,
  type Actor,
  Failure,
  found,
  RateLimit,
  type Tx,
  Writer,
} from '@tap-huan/server/platform';
import { mayBecome } from '../enrolment/enrolment-state';
import { factsByKey, lessonFacts } from '../progress/lesson-facts.reader';
import { begin } from '../progress/progress.service';
import { begunAttempts, lockOwnQuiz, startFacts } from './my-quiz.reader';

type Start = typeof enrolmentEndpoints.startAttempt;

/** Wrong words for a quiz that an officer may type within five minutes. */
const GUESSES = 10;

/** What PostgreSQL answers where two transactions stand in each other's way; the same work may be tried again. */
const IN_THE_WAY = ['40001', '40P01'];
const TRIES = 3;

@Injectable()
export class QuizStartService {
  private readonly guesses = new RateLimit(GUESSES, 300);

  constructor(
    private readonly writer: Writer,
    private readonly attempts: Attempts,
  ) {}

  /**
   * Starts an attempt, or answers with the open one. The verdict is given under the row lock of the
   * enrolment, so two clicks at once make one attempt. Thousands press at the same time: few statements, none of them
   * outside the transaction, where they would wait for a second connection.
   */
  async start(actor: Actor, input: InputOf<Start>): Promise<OutputOf<Start>> {
    const guesser = `${accountOf(actor)} ${input.params.lessonId}`;
    await this.guesses.check(guesser);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.writer.write(actor, (tx) => this.tryStart(tx, actor, input));
      } catch (error) {
        const { code } = error as { code?: string };
        if (code === 'wrong_quiz_password') await this.guesses.take(guesser);
        if (attempt === TRIES || !IN_THE_WAY.includes(code ?? '')) throw error;
      }
    }
  }

  private async tryStart(
    tx: Tx,
    actor: Actor,
    { params, body }: InputOf<Start>,
  ): Promise<OutputOf<Start>> {
    const { enrolmentId, lessonId } = params;
    const takerId = accountOf(actor);
    const { state, quizVersionId } = await lockOwnQuiz(tx, takerId, params);
    const of = { quizVersionId, takerId, contextId: enrolmentId };
    const standing = await this.attempts.standing(of, tx);
    const left = await lessonsToRead(tx, enrolmentId, standing);
    const verdict = mayStart(startFacts(state, standing, left, tx.now));
    if (verdict === 'may_resume') {
      return { attemptId: found(standing.attempts.find(({ phase }) => phase === 'open')).id };
    }
    if (verdict !== 'may_start') throw new Failure(verdict);
    this.attempts.checkAccess(standing.settings, {
      address: actor.address,
      password: body.password,
    });
    if (mayBecome(state, 'in_progress')) await begin(tx, enrolmentId);
    const returnPath = quizPath(enrolmentId, lessonId);
    return { attemptId: await this.attempts.start(tx, { ...of, returnPath }, standing) };
  }
}

/** Where the page of a quiz is; an attempt on it comes back there. */
export const quizPath = (enrolmentId: string, lessonId: string): string =>
  `/hoc/khoa-hoc/${enrolmentId}/bai-kiem-tra/${lessonId}`;

/** Reading lessons that keep the first attempt from beginning; asked only where they can. */
async function lessonsToRead(tx: Tx, enrolmentId: string, standing: Standing): Promise<number> {
  if (!standing.settings.requireLessons || begunAttempts(standing).length > 0) return 0;
  const lessons = await lessonFacts(tx, [enrolmentId]);
  return lessonsLeft(lessons, factsByKey(lessons));
}
