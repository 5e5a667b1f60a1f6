/** The room where an officer sees a quiz before taking it: its rules, own attempts, whether one may start. */
import { Injectable } from '@nestjs/common';
import type { AttemptSummary, MyQuiz } from '@tap-huan/contract';
import { lessonsLeft, mayStart } from '@tap-huan/rules';
import { Attempts } from '@tap-huan/server/assessment';
import { Failure, found, Sql } from '@tap-huan/server/platform';
import type { EnrolmentState } from '../enrolment/enrolment-state';
import { factsByKey, type LessonFact, lessonFacts } from '../progress/lesson-facts.reader';
import { type Place, placeOf } from './lesson-path';
import { ownEnrolment } from './own-enrolment';

export interface QuizPlace extends Place {
  quizId: string;
  quizVersionId: string;
}

/** @throws Failure not_found, or quiz_not_in_course where the lesson is one to read */
export function quizPlaceOf(lessons: readonly LessonFact[], lessonId: string): QuizPlace {
  const place = placeOf(lessons, lessonId);
  const { quizId, quizVersionId } = place.lesson;
  if (quizId === null || quizVersionId === null) throw new Failure('quiz_not_in_course');
  return { ...place, quizId, quizVersionId };
}

/** Whether an attempt may start, by the rule book. */
export const verdictOf = (
  state: EnrolmentState,
  lessons: readonly LessonFact[],
  attempts: readonly Pick<AttemptSummary, 'phase' | 'passed'>[],
  settings: MyQuiz['settings'],
): MyQuiz['verdict'] =>
  mayStart({
    enrolmentOpen: state !== 'withdrawn',
    attempts,
    settings,
    lessonsLeft: lessonsLeft(lessons, factsByKey(lessons)),
    passed: attempts.some(({ passed }) => passed === true),
  });

@Injectable()
export class MyQuizReader {
  constructor(
    private readonly sql: Sql,
    private readonly attempts: Attempts,
  ) {}

  async quiz(accountId: string, enrolmentId: string, lessonId: string): Promise<MyQuiz> {
    const own = await ownEnrolment(this.sql, accountId, enrolmentId);
    // Asked first: it closes what has expired, and the facts then know of it.
    const all = await this.attempts.summaries([enrolmentId]);
    const lessons = await lessonFacts(this.sql, [enrolmentId]);
    const { lesson, quizId, quizVersionId, previous, next } = quizPlaceOf(lessons, lessonId);
    const [version] = await this.attempts.quizVersions([quizVersionId]);
    const { settings, questions } = found(version);
    const attempts = all.filter((attempt) => attempt.quizId === quizId);
    return {
      lessonId: lesson.id,
      enrolmentId,
      courseTitle: own.courseTitle,
      title: lesson.title,
      questions,
      settings,
      attempts,
      verdict: verdictOf(own.state, lessons, attempts, settings),
      lessonsLeft: lessonsLeft(lessons, factsByKey(lessons)),
      previous,
      next,
    };
  }
}
