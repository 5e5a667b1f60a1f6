/** The room where appeals are put to the test: when one may be made, who answers, and what stays. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@tap-huan/contract';
import type { Browser } from '@tap-huan/server/platform/testing';
import { essay, MarkingWorld, written } from '../testing/marking-world';
import type { QuizMade } from '../testing/world';

const DAY = 86_400_000;

let w: MarkingWorld;
let taker: Browser;
beforeAll(async () => {
  w = await MarkingWorld.make();
  taker = await w.world.browser(w.world.taker);
});
afterAll(() => w.test.close());

/** A paper with an essay that got 40 of 100, and a statement that was missed. */
async function markedPaper(appealDays = 7) {
  const quiz = await w.quiz([essay('Phúc khảo')], {}, { appealDays });
  const [truth = '', text = ''] = quiz.questionIds;
  const attempt = await w.sit(quiz, w.world.taker, {
    [truth]: { kind: 'true_false', choice: false },
    [text]: written(),
  });
  await w.first.give(await w.first.taskOf(w, attempt), 40);
  const slots = { truth: await w.slotOf(attempt, truth), text: await w.slotOf(attempt, text) };
  return { quiz, attempt, slots };
}

const appeal = (attemptId: string, slot: number | null, text = 'Xin xem lại.', by = taker) =>
  by.try(endpoints.makeAppeal, { params: { attemptId }, body: { slot, text } });
const own = (attemptId: string) => taker.call(endpoints.listOwnAppeals, { params: { attemptId } });
const answer = (appealId: string, awarded: number | null, text = 'Đã xem lại.', by = w.first) =>
  by.browser.try(endpoints.answerAppeal, { params: { appealId }, body: { answer: text, awarded } });
const listed = async ({ quizId }: QuizMade) =>
  (await w.first.browser.call(endpoints.listAppeals, { params: { quizId } })).items;

describe('an appeal', () => {
  it('is made of an own result that stands, within the days of the quiz', async () => {
    const { attempt } = await markedPaper();
    const start = w.test.clock.now();
    expect(await own(attempt)).toEqual({
      items: [],
      until: new Date(start.getTime() + 7 * DAY).toISOString(),
    });
    const other = await w.world.browser(await w.candidate('Người Khác'));
    expect((await appeal(attempt, 1, 'x', other)).problem?.code).toBe('not_found');
    expect((await appeal(attempt, 3)).problem?.code).toBe('appeal_not_possible');
    w.test.clock.set(new Date(start.getTime() + 7 * DAY));
    expect((await appeal(attempt, 1)).problem?.code).toBe('appeal_not_possible');
    expect((await own(attempt)).until).toBeNull();
    w.test.clock.set(new Date(start.getTime() + 7 * DAY - 1));
    expect((await appeal(attempt, 1)).status).toBe(200);
    w.test.clock.set(start);
    const closed = await markedPaper(0);
    expect((await appeal(closed.attempt, 1)).problem?.code).toBe('appeal_not_possible');
    const quiz = await w.quiz([essay('Chưa chấm')]);
    const waiting = await w.sit(quiz, w.world.taker, { [quiz.questionIds[1] ?? '']: written() });
    expect((await appeal(waiting, 1)).problem?.code).toBe('appeal_not_possible');
    const running = await w.world.start(quiz);
    expect((await appeal(running, 1)).problem?.code).toBe('appeal_not_possible');
  });

  it('is one at a time for a question, and one for the whole paper', async () => {
    const { attempt, slots } = await markedPaper();
    const made = await Promise.all([1, 2, 3].map(() => appeal(attempt, slots.text)));
    expect(made.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await appeal(attempt, slots.text)).problem?.code).toBe('appeal_exists');
    expect((await appeal(attempt, slots.truth)).status).toBe(200);
    expect((await appeal(attempt, null)).status).toBe(200);
    expect((await appeal(attempt, null)).problem?.code).toBe('appeal_exists');
    const open = made.find(({ status }) => status === 200);
    await answer(open?.body.id ?? '', null);
    expect((await appeal(attempt, slots.text, 'Xin xem lần nữa')).status).toBe(200);
    expect((await own(attempt)).items).toHaveLength(4);
  });
});

describe('an answer', () => {
  it('changes the mark of an essay, and the trail tells all of it', async () => {
    const { quiz, attempt, slots } = await markedPaper();
    const { body } = await appeal(attempt, slots.text, 'Tôi đã nêu đủ ba bước.');
    expect(await listed(quiz)).toMatchObject([
      {
        attemptId: attempt,
        slot: slots.text,
        state: 'open',
        points: 100,
        questionTitle: 'Phúc khảo',
      },
    ]);
    const queue = await w.first.browser.call(endpoints.listMarkingQueues, {});
    expect(queue.items.find(({ quizId }) => quizId === quiz.quizId)?.openAppeals).toBe(1);
    expect((await answer(body.id, 101)).problem?.code).toBe('validation_failed');
    expect((await answer(body.id, 100, 'Đúng là đủ ba bước.', w.second)).status).toBe(200);
    expect((await answer(body.id, 0)).problem?.code).toBe('appeal_answered');
    expect(await w.result(attempt)).toMatchObject({ total: 100, score: 500, passed: true });
    const by = w.second.person.accountId;
    expect((await w.trail(attempt)).slice(2)).toMatchObject([
      { kind: 'appealed', slot: slots.text, reason: 'Tôi đã nêu đủ ba bước.' },
      { kind: 'appeal_answered', from: 40, to: 100, reason: 'Đúng là đủ ba bước.', by },
      { kind: 'slot_marked', slot: slots.text, from: 40, to: 100, by, detail: { by: 'appealed' } },
      { kind: 'regraded', detail: { scoreOfTen: 500, from: { scoreOfTen: 200 } } },
    ]);
    expect((await w.news(attempt)).at(-1)).toMatchObject({ passed: true, regraded: true });
    expect((await own(attempt)).items).toMatchObject([
      {
        state: 'answered',
        text: 'Tôi đã nêu đủ ba bước.',
        answer: 'Đúng là đủ ba bước.',
        awardedFrom: 40,
        awardedTo: 100,
      },
    ]);
    expect((await listed(quiz))[0]).toMatchObject({
      answeredByName: expect.stringMatching(/^user-/),
    });
    // The marker's queue knows the mark, too.
    expect((await w.first.list(quiz)).items[0]).toMatchObject({ awarded: 100, state: 'done' });
  });

  it('changes the mark of a question that a key has marked, and a regrade keeps it', async () => {
    const { quiz, attempt, slots } = await markedPaper();
    const { body } = await appeal(attempt, slots.truth, 'Đề in mờ.');
    await answer(body.id, 100, 'Chấp nhận.');
    expect(await w.result(attempt)).toMatchObject({ total: 140, score: 700 });
    const params = { quizId: quiz.quizId };
    const asked = { questionId: quiz.questionIds[0] ?? '', action: 'newest_key' as const };
    const told = await w.first.browser.call(endpoints.previewRegrade, { params, body: asked });
    expect(told.changes).toEqual([]);
  });

  it('may leave everything as it is', async () => {
    const { attempt, slots } = await markedPaper();
    const kept = await appeal(attempt, slots.text);
    const whole = await appeal(attempt, null);
    expect((await answer(whole.body.id, 50)).problem?.code).toBe('validation_failed');
    await answer(whole.body.id, null, 'Không có sai sót.');
    await answer(kept.body.id, 40, 'Giữ nguyên.');
    expect(await w.result(attempt)).toMatchObject({ total: 40, score: 200 });
    expect(await w.news(attempt)).toHaveLength(1);
    const { items } = await own(attempt);
    expect(items.map(({ awardedFrom, awardedTo }) => [awardedFrom, awardedTo])).toEqual(
      expect.arrayContaining([
        [40, 40],
        [null, null],
      ]),
    );
  });

  it('is given by whoever marks in the unit of the bank, and never by its own officer', async () => {
    const { quiz, attempt } = await markedPaper();
    const { body } = await appeal(attempt, 1);
    expect((await answer(body.id, null, 'x', w.stranger)).problem?.code).toBe('not_found');
    const params = { quizId: quiz.quizId };
    const { problem } = await w.stranger.browser.try(endpoints.listAppeals, { params });
    expect(problem?.code).toBe('not_found');
    const mine = await w.sit(quiz, w.first.person, {});
    const made = await appeal(mine, 1, 'Của người chấm', w.first.browser);
    expect((await answer(made.body.id, 100)).problem?.code).toBe('not_found');
    expect((await answer(made.body.id, 100, 'Được', w.second)).status).toBe(200);
  });

  it('is given once, and an appeal never disappears', async () => {
    const { attempt } = await markedPaper();
    const { body } = await appeal(attempt, 1);
    const both = await Promise.all([
      answer(body.id, null, 'Một'),
      answer(body.id, null, 'Hai', w.second),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (const statement of [
      `delete from assessment.appeal where id = $1`,
      `update assessment.appeal set answer = 'khác' where id = $1`,
    ]) {
      await expect(w.test.sql.rows(statement, [body.id])).rejects.toThrow();
    }
  });
});
