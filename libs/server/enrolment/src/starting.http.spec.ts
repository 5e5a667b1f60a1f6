/** Many officers press Start in the same second; and whoever may not start is told why. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { endpoints, type QuizSettings } from '@tap-huan/contract';
import { OrganisationModule } from '@tap-huan/server/organisation';
import type { Actor } from '@tap-huan/server/platform';
import { type Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import pg from 'pg';
import { EnrolmentModule } from './enrolment.module';
import { ExamPreparation } from './my/exam-preparation';
import { QuizStartService } from './my/quiz-start.service';
import { CompletionsModule } from './testing/completions';
import { School, type TestCourse, Walk } from './testing/school';

let test: TestModule;
let school: School;
let commune: string;
let hr: Browser;
beforeAll(async () => {
  test = await testModule(OrganisationModule, EnrolmentModule, CompletionsModule);
  school = await School.found(test);
  commune = await school.unit('Xã An');
  hr = (await school.person('hr', commune)).browser;
});
afterAll(() => test.close());

const exam = (settings: Partial<QuizSettings> = {}) =>
  school.course({ readings: 0, quizzes: 1, settings });

interface Candidate {
  actor: Actor;
  enrolmentId: string;
}

/** Officers who are enrolled; nobody signs in, for that takes time. */
async function candidates(count: number, course: TestCourse): Promise<Candidate[]> {
  const people = Array.from({ length: count }, () => ({
    account: randomUUID(),
    officer: randomUUID(),
    position: randomUUID(),
    enrolment: randomUUID(),
  }));
  await test.sql.rows(
    `with person as (
       select * from jsonb_to_recordset($1::jsonb)
         as p (account uuid, officer uuid, position uuid, enrolment uuid)
     ), account as (
       insert into identity.account (id, username, full_name, password_hash, language, created_at, sort_key, search_text)
       select account, account::text, 'Ai', '-', 'vi', now(), 'a', 'a' from person
     ), officer as (
       insert into organisation.officer (id, account_id, staff_code, full_name, sort_key, search_text, birth_date)
       select officer, account, officer::text, 'Ai', 'a', 'a', '1990' from person
     ), position as (
       insert into organisation.position (id, officer_id, unit_id, job_position, valid_from)
       select position, officer, $3, 'Chuyên viên', '2025-07-01' from person
     )
     insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, enrolled_at, total_lessons)
     select enrolment, officer, $2, (select id from learning.course_version where course_id = $2), now(), 1 from person`,
    [JSON.stringify(people), course.id, commune],
  );
  return people.map(({ account, enrolment }) => ({
    actor: { accountId: account, grants: [], sessionId: null, address: '10.1.2.3' },
    enrolmentId: enrolment,
  }));
}

const start = ({ actor, enrolmentId }: Candidate, course: TestCourse) =>
  test.get(QuizStartService).start(actor, {
    params: { enrolmentId, lessonId: course.lessons[0]?.id ?? '' },
    query: undefined,
    body: { password: null },
  });
const phases = (course: TestCourse) =>
  test.sql.rows<{ phase: string; attempts: number }>(
    `select a.phase, count(*) as attempts from assessment.attempt a
       join enrolment.enrolment e on e.id = a.context_id where e.course_id = $1 group by a.phase`,
    [course.id],
  );

/** Statements that reach PostgreSQL while `work` runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const spy = jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    texts.push(String(given[0]).trim().split('\n')[0] ?? '');
    return query.apply(this, given) as never;
  } as never);
  await work().finally(() => spy.mockRestore());
  return texts;
}

describe('starting together', () => {
  it.each([
    ['from nothing', false],
    ['prepared', true],
  ])('gives 200 officers an attempt each, who press twice: %s', async (_, ahead) => {
    const opensAt = '2026-11-23T02:30:00.000Z';
    test.clock.set(new Date('2026-11-23T02:00:00Z'));
    const course = await exam({ prepareAhead: ahead, opensAt });
    const all = await candidates(200, course);
    expect(await test.get(ExamPreparation).run()).toBe(ahead ? 200 : 0);
    expect(await test.get(ExamPreparation).run()).toBe(0);
    const early = all[0] as Candidate;
    await expect(start(early, course)).rejects.toMatchObject({ code: 'not_open_yet' });

    test.clock.set(new Date(opensAt));
    // With a pool of five connections.
    const begun = performance.now();
    const clicks = await Promise.all([...all, ...all].map((one) => start(one, course)));
    const seconds = (performance.now() - begun) / 1000;
    expect(new Set(clicks.map(({ attemptId }) => attemptId)).size).toBe(200);
    expect(clicks.slice(0, 200)).toEqual(clicks.slice(200));
    expect(await phases(course)).toEqual([{ phase: 'open', attempts: 200 }]);
    expect(seconds).toBeLessThan(20);
  });

  it('costs few statements', async () => {
    test.clock.set(new Date('2026-11-23T02:00:00Z'));
    const course = await exam({ requireLessons: false });
    const [first, second] = (await candidates(2, course)) as [Candidate, Candidate];
    await start(first, course);
    const statements = await statementsOf(() => start(second, course));
    // Begin, lock, standing, the enrolment begins, the attempt with its first rows, commit.
    expect(statements).toHaveLength(6);
  });

  it('removes what was prepared and never begun, once the quiz is over', async () => {
    test.clock.set(new Date('2026-11-23T02:00:00Z'));
    const course = await exam({
      prepareAhead: true,
      opensAt: '2026-11-23T02:30:00.000Z',
      closesAt: '2026-11-23T04:00:00.000Z',
    });
    const [one] = (await candidates(3, course)) as [Candidate, Candidate, Candidate];
    expect(await test.get(ExamPreparation).run()).toBe(3);
    test.clock.set(new Date('2026-11-23T03:00:00Z'));
    await start(one, course);
    test.clock.set(new Date('2026-11-23T04:00:01Z'));
    await test.get(ExamPreparation).run();
    expect(await phases(course)).toEqual([{ phase: 'open', attempts: 1 }]);
    const [other] = await candidates(1, course);
    await expect(start(other as Candidate, course)).rejects.toMatchObject({ code: 'quiz_closed' });
  });
});

describe('an officer before a quiz', () => {
  const enrolled = async (course: TestCourse) => {
    const learner = await school.learner('Trần Thị Bình', commune);
    await hr.call(endpoints.enrol, {
      body: { courseId: course.id, officerIds: [learner.officerId], dueOn: null },
    });
    return { learner, walk: await Walk.only(learner) };
  };

  it('types the word of the quiz, and is held back from guessing it', async () => {
    test.clock.set(new Date('2026-11-23T02:00:00Z'));
    const course = await exam({ accessPassword: 'Sông Hàn', requireLessons: false });
    const [quiz] = course.lessons;
    const { walk } = await enrolled(course);
    const { rules } = await walk.quiz(quiz);
    expect(rules).toMatchObject({ needsPassword: true, networksRestricted: false });
    expect(JSON.stringify(rules)).not.toContain('Hàn');
    expect((await walk.start(quiz)).problem?.code).toBe('wrong_quiz_password');
    expect((await walk.start(quiz, 'sông hàn')).problem?.code).toBe('wrong_quiz_password');
    const { body } = await walk.start(quiz, ' Sông Hàn '.normalize('NFD'));
    expect((await walk.start(quiz)).body).toEqual(body);

    const guessing = await enrolled(course);
    for (let guess = 1; guess <= 10; guess += 1) await guessing.walk.start(quiz, `${guess}`);
    const refused = await guessing.walk.start(quiz, 'Sông Hàn');
    expect(refused.problem?.code).toBe('too_many_requests');
  });

  it('comes from the right network', async () => {
    const course = await exam({ networks: ['10.0.0.0/8'], requireLessons: false });
    const [quiz] = course.lessons;
    const { walk } = await enrolled(course);
    const { rules } = await walk.quiz(quiz);
    expect(rules).toMatchObject({ networksRestricted: true, networkAllowed: false });
    expect(JSON.stringify(rules)).not.toContain('10.0.0.0');
    expect((await walk.start(quiz)).problem?.code).toBe('network_not_allowed');
    const [inside] = await candidates(1, course);
    expect(await start(inside as Candidate, course)).toMatchObject({});
  });

  it('waits between attempts, and sees until when', async () => {
    test.clock.set(new Date('2026-11-23T02:00:00Z'));
    const course = await exam({ waitMinutes: 60, requireLessons: false, retakeAfterPass: true });
    const [quiz] = course.lessons;
    const { walk } = await enrolled(course);
    await walk.take(quiz, true);
    expect(await walk.quiz(quiz)).toMatchObject({
      verdict: 'wait_first',
      mayStartAt: '2026-11-23T03:00:00.000Z',
      counts: { scoreOfTen: 1000, passed: true },
    });
    expect((await walk.start(quiz)).problem?.code).toBe('wait_first');
    test.clock.set(new Date('2026-11-23T03:00:00Z'));
    expect(await walk.quiz(quiz)).toMatchObject({ verdict: 'may_start', mayStartAt: null });
  });

  it('sees the rules as they hold for this officer', async () => {
    const course = await exam({ timeLimitMinutes: 31, requireLessons: false });
    const [quiz] = course.lessons;
    const { learner, walk } = await enrolled(course);
    await test.sql.rows(
      `insert into assessment.accommodation (id, account_id, time_percent, extra_attempts, screen, reason, set_at)
       values ($1, $2, 150, 1, $3, 'Khiếm thị', now())`,
      [
        randomUUID(),
        learner.accountId,
        JSON.stringify({
          textPercent: 100,
          highContrast: true,
          oneQuestionPerPage: false,
          withoutDragging: false,
          hideClock: false,
        }),
      ],
    );
    expect((await walk.quiz(quiz)).rules).toMatchObject({
      timeLimitMinutes: 47,
      attemptsAllowed: 3,
      adjustments: ['extra_time', 'extra_attempts', 'screen'],
      sections: [{ title: '', questions: 1, minimumPercent: null, timeLimitMinutes: null }],
    });
  });

  it('sees no marks where the quiz hides them, and completes all the same', async () => {
    test.clock.set(new Date('2026-11-23T02:00:00Z'));
    const hidden = {
      response: true,
      correctness: false,
      marks: false,
      specificFeedback: false,
      generalFeedback: false,
      rightAnswer: false,
    };
    const review = { during: hidden, rightAfter: hidden, later: hidden, afterClose: hidden };
    const course = await school.course({
      readings: 0,
      quizzes: 2,
      settings: { review, requireLessons: false },
    });
    const [quiz, next] = course.lessons;
    const { walk } = await enrolled(course);
    expect(await walk.take(quiz, true)).toBeNull();
    await test.settle();
    expect(await walk.quiz(quiz)).toMatchObject({
      attempts: [{ phase: 'marked', scoreOfTen: null, passed: null }],
      counts: null,
      verdict: 'already_passed',
    });
    expect(await walk.course()).toMatchObject({
      scoreOfTen: null,
      progress: { done: 1, total: 2 },
    });
    await walk.take(next, true);
    await test.settle();
    expect(await walk.course()).toMatchObject({ state: 'completed', scoreOfTen: 1000 });
  });

  it.each([
    ['highest', 1000, true],
    ['first', 1000, true],
    ['last', 0, false],
    ['average', 500, true],
  ] as const)('is counted by the method of the quiz: %s', async (grading, score, done) => {
    const course = await exam({ grading, retakeAfterPass: true, requireLessons: false });
    const [quiz] = course.lessons;
    const { walk } = await enrolled(course);
    await walk.take(quiz, true);
    await walk.take(quiz, false);
    expect((await walk.quiz(quiz)).counts).toEqual({ scoreOfTen: score, passed: done });
    const { progress, scoreOfTen } = await walk.course();
    expect([progress.done, scoreOfTen]).toEqual([done ? 1 : 0, score]);
  });
});
