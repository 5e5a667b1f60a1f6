/** The room where two markers of one answer are put to the test, one after the other and at the same time. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wantsSecond } from '@tap-huan/rules';
import { endpoints } from '@tap-huan/contract';
import { essay, MarkingWorld, rubricEssay, written } from '../testing/marking-world';

let w: MarkingWorld;
beforeAll(async () => {
  w = await MarkingWorld.make();
});
afterAll(() => w.test.close());

/** An answer that two people mark, and that may differ by a tenth of a point. */
async function answer(marking: Parameters<MarkingWorld['quiz']>[1] = {}) {
  const quiz = await w.quiz([essay('Hai người chấm')], {
    secondMarker: 'all',
    differencePercent: 10,
    ...marking,
  });
  const [, one = ''] = quiz.questionIds;
  const attempt = await w.sit(quiz, w.world.taker, { [one]: written() });
  const slot = await w.slotOf(attempt, one);
  return { quiz, attempt, slot, task: await w.first.taskOf(w, attempt) };
}

describe('a second marker', () => {
  it('is another person, who sees nothing of the first mark', async () => {
    const { quiz, attempt, task } = await answer();
    expect((await w.first.give(task, 73, 'Lời chấm thứ nhất')).body).toMatchObject({
      state: 'second',
      attemptMarked: false,
    });
    expect((await w.first.list(quiz)).items[0]).toMatchObject({ own: 'final', mayMark: false });
    expect((await w.first.give(task, 73)).problem?.code).toBe('already_marked');
    expect((await w.first.save(task, { revision: 1 })).problem?.code).toBe('already_marked');
    const seen = [await w.second.list(quiz), await w.second.read(task)];
    expect(seen).toMatchObject([
      { items: [{ own: 'none', mayMark: true, awarded: null, state: 'second' }] },
      { marks: [], awarded: null },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/"awarded":73|Lời chấm thứ nhất/);
    expect((await w.result(attempt)).phase).toBe('submitted');
    expect(await w.trail(attempt)).toEqual([]);
  });

  it('makes one mark of both where they differ little: the mean, half up', async () => {
    const { attempt, slot, task } = await answer();
    await w.first.give(task, 70, 'Tốt.');
    const given = await w.second.give(task, 79, 'Khá.');
    expect(given.body).toMatchObject({ state: 'done', attemptMarked: true });
    expect((await w.result(attempt)).awarded[slot - 1]).toBe(75);
    expect(await w.trail(attempt)).toMatchObject([
      { kind: 'slot_marked', from: null, to: 75, detail: { by: 'two_markers' } },
      { kind: 'marked' },
    ]);
    const { marks } = await w.first.read(task);
    expect(marks.map(({ awarded, comment }) => [awarded, comment])).toEqual([
      [70, 'Tốt.'],
      [79, 'Khá.'],
    ]);
    const taker = await w.world.browser(w.world.taker);
    const { slots } = await taker.call(endpoints.readResult, { params: { attemptId: attempt } });
    expect(slots?.[slot - 1]?.comment).toBe('Tốt.\n\nKhá.');
  });

  it('has to agree with the first one where they differ too much', async () => {
    const { attempt, slot, task } = await answer();
    expect((await w.third.agree(task, 70)).problem?.code).toBe('already_marked');
    await w.first.give(task, 60);
    expect((await w.third.agree(task, 70)).problem?.code).toBe('already_marked');
    expect((await w.second.give(task, 71)).body).toMatchObject({
      state: 'to_agree',
      attemptMarked: false,
    });
    expect((await w.third.give(task, 66)).problem?.code).toBe('already_marked');
    // Whoever agrees sees both.
    const { marks } = await w.third.read(task);
    expect(marks.map(({ awarded }) => awarded)).toEqual([60, 71]);
    expect((await w.third.agree(task, 101)).problem?.code).toBe('mark_incomplete');
    const agreed = await w.third.agree(task, 68, 'Đã đọc lại cùng nhau', 'Nêu thêm ví dụ.');
    expect(agreed.body).toEqual({ state: 'done', attemptMarked: true });
    expect((await w.third.agree(task, 68)).problem?.code).toBe('already_marked');
    expect(await w.result(attempt)).toMatchObject({ phase: 'marked' });
    expect((await w.result(attempt)).awarded[slot - 1]).toBe(68);
    expect((await w.trail(attempt))[0]).toMatchObject({
      kind: 'slot_marked',
      from: null,
      to: 68,
      reason: 'Đã đọc lại cùng nhau',
      by: w.third.person.accountId,
    });
  });

  it('is wanted for the sample that the quiz asks for, and for nobody else', async () => {
    const marking = { secondMarker: 'sample' as const, samplePercent: 40 };
    const quiz = await w.quiz([essay('Mẫu')], marking);
    const [, one = ''] = quiz.questionIds;
    for (let paper = 0; paper < 15; paper += 1) {
      await w.sit(quiz, w.world.taker, { [one]: written() });
    }
    const { items } = await w.first.list(quiz);
    const states: string[] = [];
    for (const { id } of items) states.push((await w.first.give(id, 50)).body.state);
    const settings = { anonymous: true, differencePercent: 10, ...marking };
    expect(states).toEqual(items.map(({ id }) => (wantsSecond(id, settings) ? 'second' : 'done')));
  });

  it('tells the level of a criterion only where both chose the same', async () => {
    const marking = { secondMarker: 'all' as const, differencePercent: 100 };
    const quiz = await w.quiz([rubricEssay('Thang chung')], marking);
    const [, one = ''] = quiz.questionIds;
    const attempt = await w.sit(quiz, w.world.taker, { [one]: written() });
    const task = await w.first.taskOf(w, attempt);
    await w.first.save(task, { levels: { law: 'full', words: 'good' }, final: true });
    await w.second.save(task, { levels: { law: 'full', words: 'poor' }, final: true });
    const taker = await w.world.browser(w.world.taker);
    const { slots } = await taker.call(endpoints.readResult, { params: { attemptId: attempt } });
    const marked = slots?.find(({ question }) => question.kind === 'essay');
    expect(marked?.awarded).toBe(84);
    expect(marked?.rubric.map(({ levelId }) => levelId)).toEqual(['full', null]);
  });
});

describe('a mark that is changed later', () => {
  it('has a reason, and the earlier one stays in the trail', async () => {
    const { attempt, slot, task } = await answer({ secondMarker: 'none' });
    expect((await w.first.change(task, 10)).problem?.code).toBe('mark_incomplete');
    await w.first.give(task, 90);
    expect(await w.result(attempt)).toMatchObject({ total: 90, score: 450, passed: false });
    expect((await w.second.change(task, 101)).problem?.code).toBe('mark_incomplete');
    expect((await w.second.change(task, 100, 'Cộng thiếu')).status).toBe(200);
    expect(await w.result(attempt)).toMatchObject({ total: 100, score: 500, passed: true });
    expect(await w.trail(attempt)).toMatchObject([
      { kind: 'slot_marked', slot, from: null, to: 90 },
      { kind: 'marked' },
      { kind: 'slot_marked', slot, from: 90, to: 100, reason: 'Cộng thiếu' },
      {
        kind: 'regraded',
        reason: 'Cộng thiếu',
        by: w.second.person.accountId,
        detail: { scoreOfTen: 500, passed: true, from: { scoreOfTen: 450, passed: false } },
      },
    ]);
    expect(await w.news(attempt)).toMatchObject([
      { scoreOfTen: 450, regraded: false },
      { scoreOfTen: 500, passed: true, regraded: true },
    ]);
    // The same mark once more: noted with its reason, but nothing changes and nobody is told.
    await w.second.change(task, 100, 'Xem lại, giữ nguyên', 'Đã xem lại.');
    expect(await w.news(attempt)).toHaveLength(2);
    expect((await w.first.read(task)).marks.map(({ comment }) => comment)).toEqual([
      '',
      '',
      'Đã xem lại.',
    ]);
  });

  it('changes no row of history', async () => {
    const { task } = await answer({ secondMarker: 'none' });
    await w.first.give(task, 90);
    await w.first.change(task, 80);
    const refused = [
      `update assessment.mark set awarded = 1 where task_id = '${task}'`,
      `delete from assessment.mark where task_id = '${task}'`,
      `update assessment.mark_decision set awarded = 1 where task_id = '${task}'`,
      `delete from assessment.mark_decision where task_id = '${task}'`,
      `update assessment.marking_task set points = 1 where id = '${task}'`,
      `delete from assessment.marking_task where id = '${task}'`,
    ];
    for (const statement of refused) await expect(w.test.sql.rows(statement)).rejects.toThrow();
  });
});

describe('at the same time', () => {
  it('two markers finish the two last answers of one paper: it is concluded once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const quiz = await w.quiz([essay('Cùng lúc một'), essay('Cùng lúc hai')]);
      const [, one = '', two = ''] = quiz.questionIds;
      const attempt = await w.sit(quiz, w.world.taker, { [one]: written(), [two]: written() });
      const tasks = [
        await w.first.taskOf(w, attempt, await w.slotOf(attempt, one)),
        await w.first.taskOf(w, attempt, await w.slotOf(attempt, two)),
      ];
      const given = await Promise.all([
        w.first.give(tasks[0] ?? '', 40),
        w.second.give(tasks[1] ?? '', 60),
      ]);
      expect(given.map(({ status }) => status)).toEqual([200, 200]);
      expect(given.filter(({ body }) => body.attemptMarked)).toHaveLength(1);
      expect(await w.result(attempt)).toMatchObject({ phase: 'marked', total: 100, maximum: 300 });
      expect(await w.news(attempt)).toHaveLength(1);
    }
  });

  it('two markers finish one answer: one mark counts, and what the other typed is kept', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { attempt, slot, task } = await answer({ secondMarker: 'none' });
      const given = await Promise.all([
        w.first.give(task, 40, 'Của tôi'),
        w.second.give(task, 60, 'Của anh'),
      ]);
      expect(given.map(({ status }) => status).sort()).toEqual([200, 409]);
      const winner = given[0]?.status === 200 ? 40 : 60;
      expect((await w.result(attempt)).awarded[slot - 1]).toBe(winner);
      const kept = [await w.first.read(task), await w.second.read(task)];
      expect(kept.map(({ draft }) => draft.comment)).toEqual(['Của tôi', 'Của anh']);
    }
  });

  it('two second markers finish one answer: one of them is the second', async () => {
    const { task } = await answer();
    await w.first.give(task, 50);
    const given = await Promise.all([w.second.give(task, 50), w.third.give(task, 50)]);
    expect(given.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { marks } = await w.first.read(task);
    expect(marks).toHaveLength(2);
  });
});
