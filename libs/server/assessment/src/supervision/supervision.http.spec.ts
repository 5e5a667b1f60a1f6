/** The room where supervising, extending, overriding and inspecting are put to the test over HTTP. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { endpoints } from '@tap-huan/contract';
import type { Browser, Person } from '@tap-huan/server/platform/testing';
import { type QuizMade, World } from '../testing/world';

const MINUTE = 60_000;
const CLIENT = 'client-supervised';

let world: World;
let author: Browser;
let stranger: Browser;
let inspector: Browser;
let taker: Browser;
beforeAll(async () => {
  world = await World.make();
  author = await world.browser(world.author);
  stranger = await world.browser(world.stranger);
  inspector = await world.browser(await world.person('inspector', world.unitId));
  taker = await world.browser(world.taker);
});
afterAll(() => world.test.close());

/** The person serves in the unit as an officer. */
async function serve(person: Person, unitId: string, jobPosition = 'Một cửa'): Promise<string> {
  const officerId = randomUUID();
  await world.test.sql.rows(
    `insert into organisation.officer (id, account_id, staff_code, full_name, sort_key, search_text, birth_date)
     values ($1, $2, $3, 'Nguyễn Văn An', 'an nguyen van', 'nguyen van an', '1990')`,
    [officerId, person.accountId, `CB-${officerId.slice(0, 6)}`],
  );
  await world.test.sql.rows(
    `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from)
     values ($1, $2, $3, $4, '2025-07-01')`,
    [randomUUID(), officerId, unitId, jobPosition],
  );
  return officerId;
}

const deadlineOf = async (attemptId: string): Promise<number> => {
  const { deadline } = await world.test.sql.one<{ deadline: Date }>(
    `select deadline from assessment.attempt where id = $1`,
    [attemptId],
  );
  return deadline.getTime();
};

describe('a quiz that is being sat', () => {
  let quiz: QuizMade;
  let running: string;
  let submitted: string;
  beforeEach(async () => {
    quiz = await world.quiz({ timeLimitMinutes: 30 });
    submitted = await world.start(quiz);
    await taker.try(endpoints.submitAttempt, { params: { attemptId: submitted } });
    running = await world.start(quiz);
    await taker.try(endpoints.openAttempt, {
      params: { attemptId: running },
      body: { clientId: CLIENT },
    });
  });

  it('gives running attempts more time, tells them within one question, and leaves submitted ones alone', async () => {
    const before = [await deadlineOf(running), await deadlineOf(submitted)] as const;
    const { body } = await author.try(endpoints.extendAttempts, {
      params: { quizId: quiz.quizId },
      body: { minutes: 12, reason: 'Mất điện' },
    });
    expect(body).toEqual({ attempts: 1 });
    expect(await deadlineOf(running)).toBe(before[0] + 12 * MINUTE);
    expect(await deadlineOf(submitted)).toBe(before[1]);
    const clock = await taker.try(endpoints.readAttemptClock, {
      params: { attemptId: running },
      query: { clientId: CLIENT },
    });
    expect(clock.body).toMatchObject({
      deadline: new Date(before[0] + 12 * MINUTE).toISOString(),
      extension: { minutes: 12, reason: 'Mất điện' },
    });
    expect(await world.steps(running)).toContain('extended');
    expect(await world.steps(submitted)).not.toContain('extended');
  });

  it('does not extend where nobody runs against a clock', async () => {
    await taker.try(endpoints.submitAttempt, { params: { attemptId: running } });
    const reply = await author.try(endpoints.extendAttempts, {
      params: { quizId: quiz.quizId },
      body: { minutes: 5, reason: 'Thử' },
    });
    expect(reply.problem?.code).toBe('nobody_sits');
  });

  it('is seen by an inspector, changed by nobody but a supervisor of the unit', async () => {
    const params = { quizId: quiz.quizId };
    const seen = await inspector.try(endpoints.readSupervision, { params, query: {} });
    expect(seen.body?.items.map(({ phase }) => phase)).toEqual(['open', 'marked']);
    expect(seen.body?.quiz).toMatchObject({ running: 1, marked: 1 });
    const extend = { params, body: { minutes: 5, reason: 'Thử' } };
    expect((await inspector.try(endpoints.extendAttempts, extend)).status).toBe(403);
    expect((await stranger.try(endpoints.extendAttempts, extend)).status).toBe(404);
    expect((await stranger.try(endpoints.readSupervision, { params, query: {} })).status).toBe(404);
    expect((await taker.try(endpoints.readSupervision, { params, query: {} })).status).toBe(403);
    const list = await stranger.try(endpoints.listSupervisedQuizzes, {});
    expect(list.body?.items.map(({ quizId }) => quizId)).not.toContain(quiz.quizId);
  });

  it('tells the inspector what happened, in order, with facts and without a verdict', async () => {
    await taker.try(endpoints.recordAttemptEvents, {
      params: { attemptId: running },
      body: {
        clientId: CLIENT,
        events: [{ kind: 'focus_lost', at: '2026-11-23T02:00:01Z', slot: 1, seconds: 7 }],
      },
    });
    const { body } = await inspector.try(endpoints.readAttemptTrail, {
      params: { attemptId: running },
    });
    expect(body?.attempt.facts).toMatchObject({ focus_lost: 1 });
    expect(body?.lines.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['started', 'focus_lost']),
    );
    expect(body?.answers).toHaveLength(13);
    expect(JSON.stringify(body)).not.toContain('SECRET');
    const strangers = await stranger.try(endpoints.readAttemptTrail, {
      params: { attemptId: running },
    });
    expect(strangers.status).toBe(404);
    const looked = await world.test.sql.rows(
      `select 1 from platform.audit where action = 'attempt.inspect' and subject_id = $1`,
      [running],
    );
    expect(looked).toHaveLength(1);
  });
});

describe('other rules for somebody', () => {
  const none = { timeLimitMinutes: null, attemptsAllowed: null, opensAt: null, closesAt: null };

  it('gives a person, an audience and a unit their own time; the nearest wins', async () => {
    const quiz = await world.quiz({ timeLimitMinutes: 30 });
    const officerId = await serve(world.taker, world.unitId);
    const staffCode = `CB-${officerId.slice(0, 6)}`;
    const create = (body: object) =>
      author.try(endpoints.createOverride, {
        params: { quizId: quiz.quizId },
        body: {
          staffCode: null,
          unitId: null,
          jobPosition: null,
          ...none,
          reason: 'Vùng sâu',
          ...body,
        },
      });
    const minutes = async () => {
      const attemptId = await world.start(quiz);
      return ((await deadlineOf(attemptId)) - world.test.clock.now().getTime()) / MINUTE;
    };
    await create({ unitId: world.unitId, timeLimitMinutes: 40 });
    expect(await minutes()).toBe(40);
    const audience = await create({
      unitId: world.unitId,
      jobPosition: 'Một cửa',
      timeLimitMinutes: 50,
    });
    expect(audience.body?.affects).toBeGreaterThanOrEqual(1);
    expect(await minutes()).toBe(50);
    const person = await create({ staffCode, timeLimitMinutes: 60 });
    expect(await minutes()).toBe(60);
    const listed = await author.try(endpoints.listOverrides, { params: { quizId: quiz.quizId } });
    expect(listed.body?.items.map(({ target }) => target).sort()).toEqual([
      'audience',
      'person',
      'unit',
    ]);
    await author.try(endpoints.removeOverride, {
      params: { overrideId: person.body?.id ?? '' },
    });
    expect(await minutes()).toBe(50);
  });

  it.each([
    [{}, 'override_for_nobody'],
    [{ staffCode: 'X', jobPosition: 'Y', timeLimitMinutes: 5 }, 'override_for_two'],
    [{ staffCode: 'KHONG-CO', timeLimitMinutes: 5 }, 'no_such_officer'],
    [{ unitId: randomUUID(), timeLimitMinutes: 5 }, 'no_such_unit'],
    [{ staffCode: 'X' }, 'override_changes_nothing'],
  ])('refuses %j', async (body, code) => {
    const quiz = await world.quiz();
    const reply = await author.try(endpoints.createOverride, {
      params: { quizId: quiz.quizId },
      body: { staffCode: null, unitId: null, jobPosition: null, ...none, reason: 'Thử', ...body },
    });
    expect(reply.problem?.issues?.map((issue) => issue.code)).toContain(code);
  });
});

describe('an accommodation', () => {
  const given = {
    timePercent: 150,
    extraAttempts: 1,
    screen: {
      textPercent: 150,
      highContrast: true,
      oneQuestionPerPage: true,
      withoutDragging: true,
      hideClock: false,
    },
    reason: 'Thị lực kém',
  };

  it('lives on the officer, holds for every quiz, and keeps what was before', async () => {
    const person = await world.person('learner', world.unitId);
    const officerId = await serve(person, world.unitId);
    const hr = await world.browser(await world.person('hr', world.unitId));
    const params = { officerId };
    expect((await hr.try(endpoints.setAccommodation, { params, body: given })).status).toBe(200);
    const later = { ...given, timePercent: 200, reason: 'Xác nhận mới' };
    world.test.clock.set(new Date(world.test.clock.now().getTime() + MINUTE));
    await hr.try(endpoints.setAccommodation, { params, body: later });
    const { body } = await hr.try(endpoints.readAccommodation, { params });
    expect(body?.current).toMatchObject(later);
    expect(body?.history.map(({ timePercent }) => timePercent)).toEqual([200, 150]);
    const quiz = await world.quiz({ timeLimitMinutes: 30 });
    world.taker = person;
    const attemptId = await world.start(quiz);
    const limit = (await deadlineOf(attemptId)) - world.test.clock.now().getTime();
    expect(limit / MINUTE).toBe(60);
    const own = await world.browser(person);
    const view = await own.try(endpoints.openAttempt, {
      params: { attemptId },
      body: { clientId: CLIENT },
    });
    expect(view.body?.screen).toEqual(given.screen);
    const reasons = await world.test.sql.rows(
      `select 1 from platform.audit where detail::text like '%Thị lực%'`,
    );
    expect(reasons).toEqual([]);
  });

  it('is set by HR of the officer’s unit only', async () => {
    const person = await world.person('learner', world.unitId);
    const params = { officerId: await serve(person, world.unitId) };
    const others = await world.browser(await world.person('hr', world.otherUnitId));
    expect((await others.try(endpoints.readAccommodation, { params })).status).toBe(404);
    expect((await others.try(endpoints.setAccommodation, { params, body: given })).status).toBe(
      404,
    );
    expect((await author.try(endpoints.readAccommodation, { params })).status).toBe(403);
  });
});
