/** The room where an officer sees own courses and reads their lessons. */
import { Injectable } from '@nestjs/common';
import type { MyCourse, MyEnrolment, MyLesson, MyProgramme } from '@tap-huan/contract';
import {
  courseScore,
  daysLeft,
  dueState,
  lessonState,
  nextLesson,
  progressOf,
  reviewMoment,
  today,
} from '@tap-huan/rules';
import { CourseReader } from '@tap-huan/server/learning';
import { Clock, Failure, Sql } from '@tap-huan/server/platform';
import { isOpen } from '../enrolment/enrolment-state';
import { factsByKey, type LessonFact, lessonFacts } from '../progress/lesson-facts.reader';
import { placeOf } from './lesson-path';
import { myProgrammes, ownProgrammes } from './own-programme';
import { type OwnEnrolment, ownEnrolment, ownEnrolments } from './own-enrolment';

@Injectable()
export class MyCoursesReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly courses: CourseReader,
  ) {}

  async list(accountId: string): Promise<{ items: MyEnrolment[]; programmes: MyProgramme[] }> {
    const [own, ways] = await Promise.all([
      ownEnrolments(this.sql, accountId),
      ownProgrammes(this.sql, accountId),
    ]);
    const lessons = await lessonFacts(
      this.sql,
      own.map(({ id }) => id),
    );
    const byEnrolment = Map.groupBy(lessons, ({ enrolmentId }) => enrolmentId);
    const now = this.clock.now();
    return {
      items: own.map((each) => myEnrolment(each, byEnrolment.get(each.id) ?? [], now)),
      programmes: await myProgrammes(this.sql, ways, today(now)),
    };
  }

  async course(accountId: string, enrolmentId: string): Promise<MyCourse> {
    const own = await ownEnrolment(this.sql, accountId, enrolmentId);
    const lessons = await lessonFacts(this.sql, [enrolmentId]);
    return {
      ...myEnrolment(own, lessons, this.clock.now()),
      audience: own.audience,
      legalBasis: own.legalBasis,
      asOf: own.asOf,
      versionNumber: own.versionNumber,
      modules: modulesOf(lessons),
    };
  }

  async lesson(accountId: string, enrolmentId: string, lessonId: string): Promise<MyLesson> {
    const own = await ownEnrolment(this.sql, accountId, enrolmentId);
    const lessons = await lessonFacts(this.sql, [enrolmentId]);
    const { lesson, previous, next } = placeOf(lessons, lessonId);
    if (lesson.kind !== 'reading') throw new Failure('not_found');
    const content = await this.courses.lesson(lessonId);
    return {
      id: lesson.id,
      enrolmentId,
      courseTitle: own.courseTitle,
      moduleTitle: lesson.moduleTitle,
      title: lesson.title,
      minutes: lesson.minutes,
      bodyHtml: content.bodyHtml,
      legalBasis: content.legalBasis,
      asOf: content.asOf,
      attachments: content.attachments,
      state: stateOf(lesson),
      position: lesson.position,
      previous,
      next,
    };
  }
}

const stateOf = (lesson: LessonFact): MyLesson['state'] =>
  lessonState(factsByKey([lesson]).get(lesson.key));

/** Whether a quiz shows its officer the marks of the last attempt now; where it does not, no score tells of them. */
const showsMarks = ({ settings, submittedAt }: LessonFact, now: Date): boolean =>
  settings === null ||
  submittedAt === null ||
  settings.review[reviewMoment(settings, { submittedAt, now })].marks;

/** The score so far; a completed course has one that is printed. */
function scoreSoFar(own: OwnEnrolment, lessons: LessonFact[], now: Date): number | null {
  if (!isOpen(own.state)) return own.scoreOfTen;
  const isShown = lessons.every((lesson) => showsMarks(lesson, now));
  return isShown ? courseScore(lessons, factsByKey(lessons)) : null;
}

function myEnrolment(own: OwnEnrolment, lessons: LessonFact[], now: Date): MyEnrolment {
  const day = today(now);
  const facts = factsByKey(lessons);
  const next = nextLesson(lessons, facts);
  // A withdrawn enrolment is due no more.
  const dueOn = own.state === 'withdrawn' ? null : own.dueOn;
  return {
    id: own.id,
    courseCode: own.courseCode,
    courseTitle: own.courseTitle,
    summary: own.summary,
    hours: own.hours,
    state: own.state,
    progress: progressOf(lessons, facts),
    dueOn,
    dueState: dueState(dueOn, own.completedAt, day),
    daysLeft: isOpen(own.state) ? daysLeft(dueOn, day) : null,
    completedAt: own.completedAt?.toISOString() ?? null,
    scoreOfTen: scoreSoFar(own, lessons, now),
    nextLesson: next && { id: next.id, title: next.title, kind: next.kind },
    assigned: own.assigned,
  };
}

const modulesOf = (lessons: LessonFact[]): MyCourse['modules'] =>
  [...Map.groupBy(lessons, ({ moduleId }) => moduleId)].map(([id, inModule]) => ({
    id,
    title: inModule[0]?.moduleTitle ?? '',
    lessons: inModule.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      kind: lesson.kind,
      minutes: lesson.minutes,
      state: stateOf(lesson),
    })),
  }));
