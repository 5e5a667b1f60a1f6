/** The room where what markers see of an appeal is put to the test. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@tap-huan/contract';
import type { Browser } from '@tap-huan/server/platform/testing';
import { essay, type Marker, MarkingWorld, written } from '../testing/marking-world';

let w: MarkingWorld;
let taker: Browser;
beforeAll(async () => {
  w = await MarkingWorld.make();
  taker = await w.world.browser(w.world.taker);
});
afterAll(() => w.test.close());

const look = (appealId: string, by: Marker = w.first) =>
  by.browser.try(endpoints.readAppealed, { params: { appealId } });

async function appealed() {
  const quiz = await w.quiz([essay('Phúc khảo')], {}, { appealDays: 7 });
  const [truth = '', text = ''] = quiz.questionIds;
  const attemptId = await w.sit(quiz, w.world.taker, {
    [truth]: { kind: 'true_false', choice: false },
    [text]: written('Ba bước.'),
  });
  const task = await w.first.taskOf(w, attemptId);
  await w.first.give(task, 40);
  const appeal = async (slot: number | null) => {
    const request = { params: { attemptId }, body: { slot, text: 'Xin xem lại.' } };
    return (await taker.call(endpoints.makeAppeal, request)).id;
  };
  const slots = {
    truth: await w.slotOf(attemptId, truth),
    text: await w.slotOf(attemptId, text),
  };
  return { task, appeal, slots };
}

describe('what an appeal is about', () => {
  it('is told with the answer, the key and the marks as they are now', async () => {
    const { task, appeal, slots } = await appealed();
    const ofTruth = await look(await appeal(slots.truth));
    expect(ofTruth.body.items).toMatchObject([
      {
        slot: slots.truth,
        kind: 'true_false',
        stem: expect.stringContaining('Đúng hẹn'),
        given: 'false',
        right: 'true',
        awarded: 0,
        points: 100,
        taskId: null,
        files: [],
      },
    ]);
    const essayAppeal = await appeal(slots.text);
    await w.first.change(task, 60);
    expect((await look(essayAppeal)).body.items).toMatchObject([
      {
        slot: slots.text,
        title: 'Phúc khảo',
        given: 'Ba bước.',
        right: null,
        awarded: 60,
        taskId: task,
      },
    ]);
  });

  it('is all of the paper where the whole is appealed against', async () => {
    const { appeal } = await appealed();
    const { body } = await look(await appeal(null));
    expect(body.items.map(({ slot }) => slot)).toEqual([1, 2]);
  });

  it('is for whoever marks there, and not for the officer', async () => {
    const { appeal } = await appealed();
    const id = await appeal(1);
    expect((await look(id, w.stranger)).problem?.code).toBe('not_found');
    const { problem } = await taker.try(endpoints.readAppealed, { params: { appealId: id } });
    expect(problem?.code).toBe('not_permitted');
  });
});

it('tells a marker what was decided after the marks, and why', async () => {
  const { task } = await appealed();
  await w.second.change(task, 75, 'Cộng thiếu một ý', 'Xem lại ý hai.');
  const { marks } = await w.first.read(task);
  expect(marks).toMatchObject([
    { kind: 'mark', awarded: 40, reason: '' },
    { kind: 'changed', awarded: 75, reason: 'Cộng thiếu một ý', comment: 'Xem lại ý hai.' },
  ]);
});
