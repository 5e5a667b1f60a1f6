/** The room where answers that come after the end are put to the test: they are marked, and no person's mark is lost. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AnswerResponse } from '@tap-huan/contract';
import { essay, MarkingWorld, written } from '../testing/marking-world';
import { Remarking } from './remarking.service';

let w: MarkingWorld;
beforeAll(async () => {
  w = await MarkingWorld.make();
});
afterAll(() => w.test.close());

/** Stores answers and marks them, as loading an answer file does. */
async function add(attempt: string, answers: [slot: number, response: AnswerResponse][]) {
  await w.test.writer.write(w.first.person, async (tx) => {
    for (const [slot, response] of answers) {
      await tx.rows(
        `insert into assessment.answer (attempt_id, slot, response, flagged, seq, saved_at, seconds)
         values ($1, $2, $3, false, 9, $4, 33)
         on conflict (attempt_id, slot) do update set response = excluded.response, seconds = 33`,
        [attempt, slot, JSON.stringify(response), tx.now],
      );
    }
    const slots = answers.map(([slot]) => slot);
    await w.test.get(Remarking).afterNewAnswers(tx, attempt, slots, 'Nạp tệp bài làm');
  });
}

it('marks by the key, and tells of it', async () => {
  const quiz = await w.quiz([]);
  const attempt = await w.sit(quiz, w.world.taker, {});
  expect(await w.result(attempt)).toMatchObject({ score: 0, passed: false });
  await add(attempt, [[1, { kind: 'true_false', choice: true }]]);
  expect(await w.result(attempt)).toMatchObject({ score: 1_000, outcomes: ['right'] });
  expect((await w.trail(attempt)).slice(1)).toMatchObject([
    { kind: 'slot_regraded', from: 0, to: 100, reason: 'Nạp tệp bài làm' },
    { kind: 'regraded' },
  ]);
  expect((await w.news(attempt)).at(-1)).toMatchObject({ regraded: true, passed: true });
  const { seconds } = await w.test.sql.one<{ seconds: number[] }>(
    `select seconds from assessment.result where attempt_id = $1`,
    [attempt],
  );
  expect(seconds).toEqual([33]);
});

it('puts an essay into the queue; a result that stands keeps standing until it is marked', async () => {
  const quiz = await w.quiz([essay('Đến muộn')]);
  const [truth = '', text = ''] = quiz.questionIds;
  const attempt = await w.sit(quiz, w.world.taker, {
    [truth]: { kind: 'true_false', choice: true },
  });
  expect(await w.result(attempt)).toMatchObject({ phase: 'marked', score: 500 });
  await add(attempt, [[await w.slotOf(attempt, text), written('Muộn mà đúng hạn.')]]);
  expect(await w.result(attempt)).toMatchObject({ phase: 'marked', score: 500 });
  await w.first.give(await w.first.taskOf(w, attempt), 80);
  expect(await w.result(attempt)).toMatchObject({ phase: 'marked', score: 900 });
});

it('waits for the marker where the paper waits anyway', async () => {
  const quiz = await w.quiz([essay('Đã nộp'), essay('Nạp sau')]);
  const [, one = '', two = ''] = quiz.questionIds;
  const attempt = await w.sit(quiz, w.world.taker, { [one]: written() });
  await add(attempt, [[await w.slotOf(attempt, two), written('Nạp sau.')]]);
  const { items } = await w.first.list(quiz);
  expect(items).toHaveLength(2);
  expect(new Set(items.map(({ paperNumber }) => paperNumber)).size).toBe(1);
  for (const { id } of items) await w.first.give(id, 50);
  expect(await w.result(attempt)).toMatchObject({ phase: 'marked', total: 100 });
});

it('keeps the mark of a person', async () => {
  const quiz = await w.quiz([essay('Đã chấm')]);
  const [, text = ''] = quiz.questionIds;
  const attempt = await w.sit(quiz, w.world.taker, { [text]: written() });
  await w.first.give(await w.first.taskOf(w, attempt), 60);
  await add(attempt, [[await w.slotOf(attempt, text), written('Bản khác.')]]);
  expect(await w.result(attempt)).toMatchObject({ phase: 'marked', total: 60 });
});
