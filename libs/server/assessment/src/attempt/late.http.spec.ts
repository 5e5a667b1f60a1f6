/** What is typed in time and arrives late, and how an attempt ends by the clock, over HTTP. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerResponse, QuizSettings } from '@tap-huan/contract';
import { statement } from '../testing/contents';
import { Page } from '../testing/page';
import { World } from '../testing/world';
import { ExpiredAttempts } from './expired-attempts';

const MINUTE = 60_000;
const yes: AnswerResponse = { kind: 'true_false', choice: true };

describe('at the deadline', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.test.close());

  const wait = (milliseconds: number) => world.test.clock.advance(milliseconds);
  const now = () => world.test.clock.now().toISOString();
  /** An attempt of half an hour on two statements, the first of them answered. */
  const begun = async (settings: Partial<QuizSettings> = {}) => {
    const quiz = await world.quiz(settings, [statement('Một'), statement('Hai')]);
    const attemptId = await world.start(quiz, randomUUID());
    const page = new Page(await world.browser(world.taker), attemptId);
    const { deadline } = await page.open();
    await page.answer(1, yes);
    return { page, attemptId, deadline: deadline ?? '' };
  };
  const answersOf = (attemptId: string) =>
    world.test.sql.rows(
      `select slot, late, typed_at as "typedAt", saved_at as "savedAt"
       from assessment.answer where attempt_id = $1 order by slot`,
      [attemptId],
    );

  it('takes an answer at the very last instant', async () => {
    const { page } = await begun();
    wait(30 * MINUTE);
    const saved = await page.answer(2, yes);
    expect(saved.body).toMatchObject({ refused: [] });
    expect(await page.submit()).toMatchObject({
      points: 200,
      closedByDeadline: false,
      lateSynchronised: 0,
    });
  });

  it('takes what was typed in time and arrives within the grace, and tells both times', async () => {
    const { page, attemptId, deadline } = await begun();
    wait(29 * MINUTE);
    const typedAt = now();
    wait(11 * MINUTE);
    const saved = await page.answer(2, yes, { typedAt });
    expect(saved.body).toMatchObject({ refused: [], deadline, savedAt: now(), serverNow: now() });
    expect(await answersOf(attemptId)).toMatchObject([
      { slot: 1, late: false },
      { slot: 2, late: true, typedAt: new Date(typedAt), savedAt: world.test.clock.now() },
    ]);
    expect(await page.submit()).toMatchObject({
      points: 200,
      closedByDeadline: true,
      submittedAt: deadline,
      lateSynchronised: 1,
    });
  });

  it('refuses what was typed after it, and only that', async () => {
    const { page } = await begun();
    wait(30 * MINUTE);
    const inTime = now();
    wait(2 * MINUTE);
    const saved = await page.save([
      [1, { kind: 'true_false', choice: false }, { typedAt: now() }],
      [2, yes, { typedAt: inTime }],
    ]);
    expect([saved.status, saved.body.refused]).toEqual([200, [1]]);
    expect((await page.answer(1, null)).body.refused).toEqual([1]);
    expect((await page.submit()).points).toBe(200);
  });

  it('takes nothing when the grace is over, and closes', async () => {
    const { page, attemptId, deadline } = await begun();
    const typedAt = now();
    wait(40 * MINUTE);
    expect((await page.answer(2, yes, { typedAt })).status).toBe(200);
    wait(1);
    expect((await page.answer(1, null, { typedAt })).problem?.code).toBe('deadline_passed');
    expect(await world.steps(attemptId)).toEqual(['started', 'submitted', 'marked']);
    expect((await page.answer(1, null, { typedAt })).problem?.code).toBe('attempt_closed');
    expect((await page.result()).body).toMatchObject({
      points: 200,
      closedByDeadline: true,
      submittedAt: deadline,
    });
  });

  it('has no result during the grace, unless the page submits', async () => {
    const { page } = await begun();
    wait(35 * MINUTE);
    expect((await page.result()).problem?.code).toBe('result_not_shown_yet');
    expect((await page.open()).phase).toBe('open');
    expect(await page.submit()).toMatchObject({ points: 100, closedByDeadline: true });
  });

  it('gives no grace where the quiz gives none', async () => {
    const { page } = await begun({ graceMinutes: 0 });
    const typedAt = now();
    wait(30 * MINUTE + 1);
    expect((await page.answer(2, yes, { typedAt })).problem?.code).toBe('deadline_passed');
  });

  it('tells the clock, and whose it is', async () => {
    const { page, attemptId, deadline } = await begun();
    const other = new Page(await world.browser(world.taker), attemptId, 'page-two-0002');
    expect(await page.clock()).toEqual({
      serverNow: now(),
      phase: 'open',
      deadline,
      closesAt: new Date(Date.parse(deadline) + 10 * MINUTE).toISOString(),
      partDeadline: null,
      writer: true,
      extension: null,
    });
    expect((await other.clock()).writer).toBe(false);
    await other.open();
    expect([(await page.clock()).writer, (await other.clock()).writer]).toEqual([false, true]);
  });

  it('moves with an extension of everybody or of one, which running pages are told', async () => {
    const { page, attemptId, deadline } = await begun();
    const extend = (minutes: number, reason: string, ofOne: boolean) =>
      world.test.sql.rows(
        `with x as (
           insert into assessment.extension (id, quiz_id, attempt_id, minutes, reason, attempts, at)
           select gen_random_uuid(), quiz_id, case when $5 then id end, $2, $3, 1, $4
           from assessment.attempt where id = $1
         )
         update assessment.attempt set deadline = deadline + $2 * interval '1 minute',
           closes_at = closes_at + $2 * interval '1 minute' where id = $1`,
        [attemptId, minutes, reason, world.test.clock.now(), ofOne],
      );
    wait(MINUTE);
    await extend(5, 'Mất điện', false);
    const later = (minutes: number) =>
      new Date(Date.parse(deadline) + minutes * MINUTE).toISOString();
    expect(await page.clock()).toMatchObject({
      deadline: later(5),
      extension: { minutes: 5, reason: 'Mất điện', at: now() },
    });
    wait(MINUTE);
    await extend(2, 'Máy hỏng', true);
    expect(await page.clock()).toMatchObject({
      deadline: later(7),
      extension: { minutes: 2, reason: 'Máy hỏng' },
    });
    wait(33 * MINUTE);
    expect((await page.answer(2, yes)).body.refused).toEqual([]);
  });

  it.each(['open', 'submit', 'result', 'the worker'])(
    'closes at the next touch: %s',
    async (touch) => {
      const { page, attemptId } = await begun();
      wait(40 * MINUTE + 1);
      if (touch === 'open') {
        expect(await page.open()).toMatchObject({ phase: 'marked', slots: [], answerFileKey: '' });
      } else if (touch === 'submit') expect((await page.submit()).points).toBe(100);
      else if (touch === 'result') expect((await page.result()).body.points).toBe(100);
      else expect(await world.test.get(ExpiredAttempts).closeExpired(100)).toBeGreaterThan(0);
      expect(await world.graded(attemptId)).toHaveLength(1);
      expect((await page.result()).body).toMatchObject({ closedByDeadline: true });
    },
  );
});
