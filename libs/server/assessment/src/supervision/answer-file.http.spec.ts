/** The room where loading an encrypted answer file is put to the test. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type GivenAnswer } from '@tap-huan/contract';
import type { Browser } from '@tap-huan/server/platform/testing';
import { sealAnswerFile } from '../attempt/answer-file-seal';
import { statement } from '../testing/contents';
import { type QuizMade, World } from '../testing/world';

const MINUTE = 60_000;

let world: World;
let author: Browser;
let taker: Browser;
beforeAll(async () => {
  world = await World.make();
  author = await world.browser(world.author);
  taker = await world.browser(world.taker);
});
afterAll(() => world.test.close());

describe('an answer file', () => {
  let quiz: QuizMade;
  let attemptId: string;
  let begun: number;
  beforeEach(async () => {
    quiz = await world.quiz({ timeLimitMinutes: 30, passPercent: 50 }, [
      statement('Một'),
      statement('Hai'),
    ]);
    begun = world.test.clock.now().getTime();
    attemptId = await world.start(quiz);
  });

  const answer = (slot: number, minute: number, seq = slot): GivenAnswer => ({
    slot,
    response: { kind: 'true_false', choice: true },
    flagged: false,
    certainty: null,
    seq,
    typedAt: new Date(begun + minute * MINUTE).toISOString(),
    seconds: 20,
  });

  async function sealed(answers: GivenAnswer[]) {
    const { key } = await world.test.sql.one<{ key: Buffer }>(
      `select file_key as key from assessment.attempt where id = $1`,
      [attemptId],
    );
    const exportedAt = new Date(begun + 29 * MINUTE).toISOString();
    return sealAnswerFile({ attemptId, exportedAt, answers }, key);
  }

  const load = (file: Awaited<ReturnType<typeof sealed>>, more: object = {}) =>
    author.try(endpoints.readAnswerFile, {
      params: { quizId: quiz.quizId },
      body: { file, ...more },
    });

  const stored = () =>
    world.test.sql.rows<{ slot: number; late: boolean }>(
      `select slot, late from assessment.answer where attempt_id = $1 order by slot`,
      [attemptId],
    );

  it('is looked at first, and changes nothing by that', async () => {
    const { body } = await load(await sealed([answer(1, 10), answer(2, 31)]));
    expect(body).toMatchObject({
      attemptId,
      applied: 0,
      answers: [
        { slot: 1, inTime: true, newer: true },
        { slot: 2, inTime: false, newer: true },
      ],
    });
    expect(await stored()).toEqual([]);
  });

  it('adds what was typed in time to a running attempt, with a reason in the trail', async () => {
    const file = await sealed([answer(1, 10), answer(2, 31)]);
    expect((await load(file, { apply: true })).problem?.code).toBe('reason_missing');
    const { body } = await load(file, { apply: true, reason: 'Mất mạng cả buổi' });
    expect(body?.applied).toBe(1);
    expect(await stored()).toEqual([{ slot: 1, late: false }]);
    expect(await world.steps(attemptId)).toContain('answers_loaded');
  });

  it('marks a closed attempt anew and tells of it', async () => {
    await taker.try(endpoints.submitAttempt, { params: { attemptId } });
    world.test.clock.set(new Date(begun + 40 * MINUTE));
    await load(await sealed([answer(1, 10), answer(2, 12)]), {
      apply: true,
      reason: 'Nộp tệp tại quầy',
    });
    const result = await taker.try(endpoints.readResult, { params: { attemptId } });
    expect(result.body).toMatchObject({ scoreOfTen: 1000, passed: true, lateSynchronised: 2 });
    const graded = await world.graded(attemptId);
    expect(graded.map(({ payload }) => payload.passed)).toEqual([false, true]);
    world.test.clock.set(new Date(begun));
  });

  it('is refused where a byte was changed, or where it is of another quiz', async () => {
    const file = await sealed([answer(1, 10)]);
    const changed = { ...file, data: `${file.data.slice(0, -4)}AAA=` };
    expect((await load(changed)).problem?.code).toBe('answer_file_unreadable');
    const other = await world.quiz();
    const elsewhere = await author.try(endpoints.readAnswerFile, {
      params: { quizId: other.quizId },
      body: { file },
    });
    expect(elsewhere.problem?.code).toBe('answer_file_unreadable');
  });
});
