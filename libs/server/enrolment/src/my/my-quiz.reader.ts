/** The room where an officer sees a quiz before taking it: its rules, own attempts, whether one may start. */
import { Injectable } from '@nestjs/common';
import type { AttemptSummary, MyQuiz } from '@tap-huan/contract';
import {
  attemptsLeft,
  type CountedResult,
  countedResult,
  lessonsLeft,
  mayStart,
  mayStartAt,
  questionsOf,
  reviewOf,
  type StartFacts,
} from '@tap-huan/rules';
import { Attempts, type Standing } from '@tap-huan/server/assessment';
import { accountOf, type Actor, Clock, Failure, found, Sql } from '@tap-huan/server/platform';
import type { EnrolmentState } from '../enrolment/enrolment-state';
import { factsByKey, type LessonFact, lessonFacts } from '../progress/lesson-facts.reader';
import { type Place, placeOf } from './lesson-path';
import { ownEnrolment } from './own-enrolment';
import { rulesOf } from './quiz-rules';

type SeatedAttempt = Standing['attempts'][number];

interface QuizPlace extends Place {
  quizVersionId: string;
}

/** @throws Failure not_found, or quiz_not_in_course where the lesson is one to read */
function quizPlaceOf(lessons: readonly LessonFact[], lessonId: string): QuizPlace {
  const place = placeOf(lessons, lessonId);
  const { quizVersionId } = place.lesson;
  return { ...place, quizVersionId: found(quizVersionId, 'quiz_not_in_course') };
}

/** The attempts that have begun. */
export const begunAttempts = ({ attempts }: Pick<Standing, 'attempts'>): SeatedAttempt[] =>
  attempts.filter(({ phase }) => phase !== 'prepared');

/** The result that counts, whether or not the officer may see it; null where nothing is marked. */
const resultOf = ({ attempts, settings }: Standing): CountedResult | null =>
  countedResult(attempts, settings.grading, settings.passPercent);

/** What the rule book asks before an attempt. */
export const startFacts = (
  state: EnrolmentState,
  standing: Standing,
  left: number,
  now: Date,
): StartFacts => ({
  enrolmentOpen: state !== 'withdrawn',
  attempts: standing.attempts,
  settings: standing.settings,
  lessonsLeft: left,
  passed: resultOf(standing)?.passed ?? false,
  now,
});

@Injectable()
export class MyQuizReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
  ) {}

  async quiz(actor: Actor, enrolmentId: string, lessonId: string): Promise<MyQuiz> {
    const takerId = accountOf(actor);
    const own = await ownEnrolment(this.sql, takerId, enrolmentId);
    const lessons = await lessonFacts(this.sql, [enrolmentId]);
    const { lesson, quizVersionId, previous, next } = quizPlaceOf(lessons, lessonId);
    const standing = await this.attempts.standing({
      quizVersionId,
      takerId,
      contextId: enrolmentId,
    });
    const now = this.clock.now();
    const left = lessonsLeft(lessons, factsByKey(lessons));
    const facts = startFacts(own.state, standing, left, now);
    return {
      lessonId: lesson.id,
      enrolmentId,
      courseTitle: own.courseTitle,
      title: lesson.title,
      questions: questionsOf(standing.quiz.sections),
      rules: rulesOf(standing, this.attempts.networkAllowed(actor.address, standing.settings)),
      ...seen(standing, now),
      verdict: mayStart(facts),
      serverNow: now.toISOString(),
      mayStartAt: mayStartAt(facts)?.toISOString() ?? null,
      lessonsLeft: left,
      previous,
      next,
    };
  }
}

/** The attempts as their officer may see them, and the result that counts where all marks behind it are shown. */
function seen(standing: Standing, now: Date): Pick<MyQuiz, 'attempts' | 'counts'> {
  const attempts = begunAttempts(standing);
  const counted = resultOf(standing);
  const ended = attempts.filter(({ phase }) => phase !== 'open');
  const showsMarks = ({ submittedAt }: SeatedAttempt): boolean =>
    reviewOf(standing.settings, {
      submittedAt,
      now,
      passed: counted?.passed ?? false,
      attemptsLeft: attemptsLeft(standing.settings, ended.length),
      preview: false,
    }).marks;
  const marked = attempts.filter(({ scoreOfTen }) => scoreOfTen !== null);
  return {
    attempts: attempts.map((attempt) => summaryOf(attempt, showsMarks(attempt))),
    counts: marked.every(showsMarks) ? counted : null,
  };
}

const summaryOf = (attempt: SeatedAttempt, showsMarks: boolean): AttemptSummary => ({
  id: attempt.id,
  number: attempt.number,
  phase: attempt.phase,
  startedAt: attempt.startedAt?.toISOString() ?? null,
  submittedAt: attempt.submittedAt?.toISOString() ?? null,
  deadline: attempt.deadline?.toISOString() ?? null,
  scoreOfTen: showsMarks ? attempt.scoreOfTen : null,
  passed: showsMarks ? attempt.passed : null,
});

/** Locks the own enrolment and finds the quiz in its course, in one statement. */
export async function lockOwnQuiz(
  queries: Pick<Sql, 'rows'>,
  accountId: string,
  { enrolmentId, lessonId }: { enrolmentId: string; lessonId: string },
): Promise<{ state: EnrolmentState; quizVersionId: string }> {
  const rows = await queries.rows<{
    state: EnrolmentState;
    kind: LessonFact['kind'] | null;
    quizVersionId: string | null;
  }>(
    `select e.state, l.kind, l.quiz_version_id as "quizVersionId"
       from enrolment.enrolment e
       left join (learning.lesson l join learning.module m on m.id = l.module_id)
         on l.id = $3 and m.course_version_id = e.course_version_id
      where e.id = $2
        and e.officer_id in (select o.id from organisation.officer o where o.account_id = $1)
        for no key update of e`,
    [accountId, enrolmentId, lessonId],
  );
  const { state, kind, quizVersionId } = found(rows[0]);
  if (kind === null) throw new Failure('not_found');
  return { state, quizVersionId: found(quizVersionId, 'quiz_not_in_course') };
}
