/** The whole road of an officer: enrolled with the unit, reads, is examined, has completed. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints } from '@tap-huan/contract';
import { EventProcessor, SYSTEM } from '@tap-huan/server/platform';
import { OrganisationModule } from '@tap-huan/server/organisation';
import { type Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { EnrolmentModule } from './enrolment.module';
import { Completions, CompletionsModule } from './testing/completions';
import { type Learner, School, type TestCourse, Walk } from './testing/school';

describe('the road of an officer', () => {
  let test: TestModule;
  let school: School;
  let commune: string;
  let hr: Browser;
  let learner: Learner;

  beforeAll(async () => {
    test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
    school = await School.found(test);
    commune = await school.unit('Xã An');
    hr = (await school.person('hr', commune)).browser;
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    test.clock.set(new Date('2026-11-23T02:00:00Z'));
    learner = await school.learner('Trần Thị Bình', commune);
  });

  const enrol = (course: TestCourse, dueOn: string | null = null) =>
    hr.call(endpoints.enrol, {
      body: { courseId: course.id, officerIds: [learner.officerId], dueOn },
    });
  const completions = async (enrolmentId: string) => {
    await test.settle();
    return test.get(Completions).of(enrolmentId);
  };
  /** News that nobody has been told of yet. */
  const graded = (enrolmentId: string) =>
    test.sql.rows<{ id: string }>(
      `select id from platform.outbox
        where event = 'AttemptGraded' and payload->>'contextId' = $1`,
      [enrolmentId],
    );

  it('leads from enrolment to completion, which is told once', async () => {
    const course = await school.course({ readings: 2, quizzes: 1 });
    const [first, second, quiz] = course.lessons;
    test.clock.set(new Date('2026-11-23T17:00:00+07:00'));
    expect(await enrol(course, '2026-11-23')).toEqual({ enrolled: 1, already: 0, skipped: 0 });

    const walk = await Walk.only(learner);
    const fresh = await walk.course();
    expect(fresh).toMatchObject({
      state: 'not_started',
      progress: { done: 0, total: 3 },
      dueOn: '2026-11-23',
      dueState: 'soon',
      daysLeft: 0,
      nextLesson: { id: first?.id, title: 'Bài 1', kind: 'reading' },
      versionNumber: 1,
      scoreOfTen: null,
    });

    const lesson = await learner.browser.call(endpoints.readMyLesson, { params: walk.at(second) });
    expect(lesson).toMatchObject({
      bodyHtml: '<p>Nội dung của Bài 2.</p>',
      moduleTitle: 'Mở đầu',
      state: 'not_started',
      previous: { title: 'Bài 1' },
      next: { title: 'Kiểm tra 1', kind: 'quiz' },
    });

    expect(await walk.read(first, { position: 0.4, done: false, seconds: 30 })).toEqual({
      state: 'started',
      progress: { done: 0, total: 3 },
    });
    expect(await walk.course()).toMatchObject({ state: 'in_progress' });
    expect(await walk.quiz(quiz)).toMatchObject({
      verdict: 'lessons_not_finished',
      lessonsLeft: 2,
    });
    expect((await walk.start(quiz)).problem?.code).toBe('lessons_not_finished');

    await walk.read(first);
    expect(await walk.read(second)).toEqual({ state: 'done', progress: { done: 2, total: 3 } });
    expect(await completions(walk.enrolmentId)).toBe(0);
    expect(await walk.quiz(quiz)).toMatchObject({
      verdict: 'may_start',
      questions: 1,
      lessonsLeft: 0,
      attempts: [],
      previous: { title: 'Bài 2' },
      next: null,
    });

    test.clock.set(new Date('2026-11-23T23:59:00+07:00'));
    expect(await walk.take(quiz, true)).toBe(1000);
    // The news is read on the next day in Vietnam; the course was completed on the due day.
    test.clock.set(new Date('2026-11-24T00:05:00+07:00'));
    await test.settle();

    expect(await walk.course()).toMatchObject({
      state: 'completed',
      progress: { done: 3, total: 3 },
      completedAt: '2026-11-23T16:59:00.000Z',
      dueState: 'on_time',
      daysLeft: null,
      scoreOfTen: 1000,
      nextLesson: null,
    });
    expect(await completions(walk.enrolmentId)).toBe(1);
    expect((await walk.start(quiz)).problem?.code).toBe('already_passed');
    const { items } = await hr.call(endpoints.listEnrolments, { query: { courseId: course.id } });
    expect(items).toMatchObject([
      { state: 'completed', progress: { done: 3, total: 3 }, attemptsUsed: 1, scoreOfTen: 1000 },
    ]);
  });

  it('tells completion once although news comes twice and at the same time', async () => {
    const course = await school.course({ readings: 0, quizzes: 2 });
    await enrol(course);
    const walk = await Walk.only(learner);
    const attempts = [];
    for (const quiz of course.lessons) attempts.push((await walk.start(quiz)).body.attemptId);
    await Promise.all(attempts.map((attemptId) => walk.finish(attemptId, true)));

    const news = await graded(walk.enrolmentId);
    expect(news).toHaveLength(2);
    const deliver = () =>
      Promise.all(
        news.map(({ id }) => test.get(EventProcessor).deliver(id, 'enrolment.on-attempt-graded')),
      );
    await Promise.all([deliver(), deliver()]);
    await deliver();
    // As after a restore of the inbox: the handler itself bears repetition.
    await test.sql.rows(`delete from platform.inbox where handler like 'enrolment.%'`);
    await deliver();

    expect(await completions(walk.enrolmentId)).toBe(1);
    expect(await walk.course()).toMatchObject({ state: 'completed', scoreOfTen: 1000 });
  });

  it('keeps the position, and a finished lesson finished', async () => {
    const course = await school.course({ readings: 1, quizzes: 1 });
    const [reading, quiz] = course.lessons;
    await enrol(course);
    const walk = await Walk.only(learner);
    await walk.read(reading);
    const back = await walk.read(reading, { position: 0.25, done: false, seconds: 15 });
    expect(back).toEqual({ state: 'done', progress: { done: 1, total: 2 } });
    test.clock.advance(60_000);
    await walk.read(reading);

    const lesson = await learner.browser.call(endpoints.readMyLesson, { params: walk.at(reading) });
    expect(lesson).toMatchObject({ state: 'done', position: 1 });
    const [kept] = await test.sql.rows<{ seconds: number; finished_at: Date }>(
      `select seconds, finished_at from enrolment.lesson_progress where enrolment_id = $1`,
      [walk.enrolmentId],
    );
    expect(kept).toEqual({ seconds: 135, finished_at: new Date('2026-11-23T02:00:00Z') });
    expect(
      await test.sql.rows(
        `select 1 from platform.outbox
          where event = 'LessonFinished' and payload->>'enrolmentId' = $1`,
        [walk.enrolmentId],
      ),
    ).toHaveLength(1);

    const asReading = await learner.browser.try(endpoints.recordProgress, {
      params: walk.at(quiz),
      body: { position: 1, done: true },
    });
    expect(asReading.problem?.code).toBe('not_found');
    const asQuiz = await learner.browser.try(endpoints.readMyQuiz, { params: walk.at(reading) });
    expect(asQuiz.problem?.code).toBe('quiz_not_in_course');
  });

  it('counts attempts, resumes the open one, and ends when they are used up', async () => {
    const course = await school.course({ readings: 0, quizzes: 1 });
    const [quiz] = course.lessons;
    await enrol(course);
    const walk = await Walk.only(learner);
    expect(await walk.take(quiz, false)).toBe(0);

    // Two clicks at once make one attempt.
    const clicks = await Promise.all([walk.start(quiz), walk.start(quiz)]);
    const [open] = new Set(clicks.map(({ body }) => body.attemptId));
    expect(clicks.map(({ body }) => body.attemptId)).toEqual([open, open]);
    expect(await walk.quiz(quiz)).toMatchObject({ verdict: 'may_resume' });

    // The clock closes the second one, when nothing can arrive any more.
    test.clock.advance(31 * 60_000);
    expect(await walk.quiz(quiz)).toMatchObject({ verdict: 'may_resume' });
    test.clock.advance(10 * 60_000);
    const { attempts, verdict } = await walk.quiz(quiz);
    expect(attempts.map(({ phase, passed }) => [phase, passed])).toEqual([
      ['marked', false],
      ['marked', false],
    ]);
    expect(verdict).toBe('attempts_exhausted');
    expect((await walk.start(quiz)).problem?.code).toBe('attempts_exhausted');
    await test.settle();
    expect(await walk.course()).toMatchObject({ state: 'in_progress', scoreOfTen: 0 });
  });

  it('follows a result that is marked anew, and stays completed where it is', async () => {
    const course = await school.course({ readings: 0, quizzes: 1 });
    await enrol(course);
    const walk = await Walk.only(learner);
    await walk.take(course.lessons[0], false);
    await test.settle();
    expect(await walk.course()).toMatchObject({ state: 'in_progress', progress: { done: 0 } });
    const remark = async (scoreOfTen: number) => {
      const [attempt] = await test.sql.rows<{ attemptId: string; quizId: string }>(
        `update assessment.attempt set points = $2, score_of_ten = $2, passed = $2 >= 500
          where context_id = $1 returning id as "attemptId", quiz_id as "quizId"`,
        [walk.enrolmentId, scoreOfTen],
      );
      if (!attempt) throw new Error('There is no attempt.');
      const contextId = walk.enrolmentId;
      const news = { ...attempt, contextId, scoreOfTen, passed: scoreOfTen >= 500, regraded: true };
      await test.writer.write(SYSTEM, (tx) => tx.emit('AttemptGraded', news));
      await test.settle();
    };
    await remark(700);
    expect(await walk.course()).toMatchObject({ state: 'completed', scoreOfTen: 700 });
    await remark(300);
    expect(await walk.course()).toMatchObject({
      state: 'completed',
      scoreOfTen: 700,
      progress: { done: 0, total: 1 },
    });
    expect(await completions(walk.enrolmentId)).toBe(1);
  });

  it('does not answer for somebody else', async () => {
    const course = await school.course({ readings: 1, quizzes: 1 });
    const [reading, quiz] = course.lessons;
    await enrol(course);
    const walk = await Walk.only(learner);
    const { browser } = await school.learner('Lê Văn Cường', commune);
    const params = { enrolmentId: walk.enrolmentId };
    const codes = [
      await browser.try(endpoints.readMyCourse, { params }),
      await browser.try(endpoints.readMyLesson, { params: walk.at(reading) }),
      await browser.try(endpoints.readMyQuiz, { params: walk.at(quiz) }),
      await browser.try(endpoints.startAttempt, { params: walk.at(quiz), body: {} }),
      await browser.try(endpoints.recordProgress, {
        params: walk.at(reading),
        body: { position: 1, done: true },
      }),
    ].map(({ problem }) => problem?.code);
    expect(codes).toEqual(Array(5).fill('not_found'));
    expect(await browser.call(endpoints.listMyEnrolments, {})).toEqual({
      items: [],
      programmes: [],
    });
    expect(await walk.course()).toMatchObject({
      state: 'not_started',
      progress: { done: 0, total: 2 },
    });
  });

  it('moves up to a new version whoever has not begun, and nobody else', async () => {
    const course = await school.course({ readings: 1, quizzes: 1 });
    await enrol(course);
    const begun = await Walk.only(learner);
    await begun.read(course.lessons[0], { position: 0.1, done: false, seconds: 1 });
    learner = await school.learner('Phạm Thị Dung', commune);
    await enrol(course);
    const waiting = await Walk.only(learner);

    const next = await school.nextVersion(course.id);
    await test.settle();

    expect(await begun.course()).toMatchObject({ versionNumber: 1, progress: { total: 2 } });
    expect(await waiting.course()).toMatchObject({ versionNumber: 2, progress: { total: 3 } });
    const { items } = await hr.call(endpoints.listEnrolments, { query: { courseId: course.id } });
    expect(items.map(({ fullName, progress }) => [fullName, progress.total])).toEqual([
      ['Trần Thị Bình', 2],
      ['Phạm Thị Dung', 3],
    ]);
    // Old news that comes late moves nobody back.
    await test.sql.rows(
      `delete from platform.inbox where handler = 'enrolment.on-course-published'`,
    );
    const published = await test.sql.rows<{ id: string }>(
      `select o.id from platform.outbox o
         join learning.course_version v on v.id = (o.payload->>'courseVersionId')::uuid
        where o.event = 'CoursePublished' and v.course_id = $1 order by v.number desc`,
      [course.id],
    );
    for (const { id } of published) {
      await test.get(EventProcessor).deliver(id, 'enrolment.on-course-published');
    }
    expect(await waiting.course()).toMatchObject({ versionNumber: 2 });

    // A lesson is addressed in the pinned version only.
    const other = await learner.browser.try(endpoints.readMyLesson, {
      params: waiting.at(course.lessons[0]),
    });
    expect(other.problem?.code).toBe('not_found');
    await waiting.read(next.lessons[0]);
  });
});
