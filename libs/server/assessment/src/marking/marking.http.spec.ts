/** The room where marking by hand is put to the test: the queue, what is typed, what it earns, and who sees what. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, questionContent } from '@tap-huan/contract';
import { Browser } from '@tap-huan/server/platform/testing';
import { essay, MarkingWorld, rubricEssay, written } from '../testing/marking-world';

const NAME = 'Hoàng Thị Mật Danh';
const YES = { kind: 'true_false' as const, choice: true };

let w: MarkingWorld;
beforeAll(async () => {
  w = await MarkingWorld.make();
});
afterAll(() => w.test.close());

describe('the queue', () => {
  it('gets one task for each answer that a person marks, and none for what is unanswered', async () => {
    const quiz = await w.quiz([essay('Một'), essay('Hai')]);
    const [, one = '', two = ''] = quiz.questionIds;
    const both = await w.sit(quiz, w.world.taker, { [one]: written(), [two]: written('Hai.') });
    await w.sit(quiz, await w.candidate('Lê Văn Bỏ Trống'), { [one]: written() });
    const { items, questions, anonymous } = await w.first.list(quiz);
    expect(items).toHaveLength(3);
    expect(anonymous).toBe(true);
    expect(
      items.every(({ state, own, mayMark, awarded, points }) => {
        return (
          state === 'waiting' && own === 'none' && mayMark && awarded === null && points === 100
        );
      }),
    ).toBe(true);
    expect(questions.map(({ title, counts }) => [title, counts.waiting])).toEqual([
      ['Hai', 1],
      ['Một', 2],
    ]);
    expect(await w.result(both)).toMatchObject({ phase: 'submitted', total: null, score: null });
    expect(await w.news(both)).toEqual([]);
  });

  it('gives both answers of one paper one number, drawn and different from others', async () => {
    const quiz = await w.quiz([essay('Một'), essay('Hai')]);
    const [, one = '', two = ''] = quiz.questionIds;
    for (let paper = 0; paper < 12; paper += 1) {
      await w.sit(quiz, await w.candidate(`Người ${paper}`), {
        [one]: written(),
        [two]: written(),
      });
    }
    const { items } = await w.first.list(quiz, { order: 'officer' });
    const numbers = items.map(({ paperNumber }) => paperNumber);
    expect(new Set(numbers).size).toBe(12);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(Math.max(...numbers)).toBeLessThan(100);
    expect((await w.first.list(quiz, { order: 'officer' })).items).toEqual(items);
  });

  it('goes on to the next and the previous, by question and by officer', async () => {
    const quiz = await w.quiz([essay('Một'), essay('Hai')]);
    const [, one = '', two = ''] = quiz.questionIds;
    for (let paper = 0; paper < 3; paper += 1) {
      await w.sit(quiz, await w.candidate(`Kế ${paper}`), { [one]: written(), [two]: written() });
    }
    for (const order of ['question', 'officer'] as const) {
      const { items } = await w.first.list(quiz, { order });
      const ids = items.map(({ id }) => id);
      for (const [place, id] of ids.entries()) {
        const { next, previous } = await w.first.read(id, { order });
        expect([previous, next]).toEqual([ids[place - 1] ?? null, ids[place + 1] ?? null]);
      }
    }
    const byQuestion = (await w.first.list(quiz)).items.map(({ questionId }) => questionId);
    expect(byQuestion).toEqual([two, two, two, one, one, one]);
    // One that is done is not among those that wait any more, and still leads on to them.
    const [firstTask = '', secondTask = ''] = (await w.first.list(quiz)).items.map(({ id }) => id);
    await w.first.give(firstTask, 50);
    const { next } = await w.first.browser.call(endpoints.readMarkingTask, {
      params: { taskId: firstTask },
      query: { state: 'waiting', questionId: two },
    });
    expect(next).toBe(secondTask);
  });

  it('counts by quiz, what waits longest first', async () => {
    const quiz = await w.quiz([essay('Đếm')]);
    const [, one = ''] = quiz.questionIds;
    const attempts = [
      await w.sit(quiz, await w.candidate('A'), { [one]: written() }),
      await w.sit(quiz, await w.candidate('B'), { [one]: written() }),
    ];
    await w.first.give(await w.first.taskOf(w, attempts[0] ?? ''), 100);
    const { items } = await w.first.browser.call(endpoints.listMarkingQueues, {});
    expect(items.find(({ quizId }) => quizId === quiz.quizId)).toMatchObject({
      quizTitle: 'Bài kiểm tra',
      courseTitle: null,
      waiting: 1,
      second: 0,
      toAgree: 0,
      done: 1,
      openAppeals: 0,
      oldestAt: w.test.clock.now().toISOString(),
    });
  });
});

describe('a mark', () => {
  it('is kept as it is typed, and survives everything', async () => {
    const quiz = await w.quiz([essay('Nháp')]);
    const [, one = ''] = quiz.questionIds;
    const attempt = await w.sit(quiz, w.world.taker, { [one]: written() });
    const task = await w.first.taskOf(w, attempt);
    expect((await w.first.read(task)).draft).toEqual({
      awarded: null,
      levels: {},
      comment: '',
      revision: 0,
      savedAt: null,
    });
    const typed = { awarded: 9_999, levels: { law: 'full' }, comment: 'Đang chấm dở…' };
    const saved = await w.first.save(task, typed);
    expect(saved.body).toMatchObject({ revision: 1, state: 'waiting', attemptMarked: false });
    expect((await w.first.read(task)).draft).toMatchObject({ ...typed, revision: 1 });
    expect((await w.first.list(quiz)).items[0]).toMatchObject({ own: 'draft', awarded: null });
    expect((await w.second.list(quiz)).items[0]).toMatchObject({ own: 'none', mayMark: true });
    expect((await w.second.read(task)).draft.comment).toBe('');
    // Another page of the same marker.
    expect((await w.first.save(task, { comment: 'cũ', revision: 0 })).problem?.code).toBe(
      'stale_revision',
    );
    expect((await w.first.save(task, { ...typed, awarded: 60, revision: 1 })).body.revision).toBe(
      2,
    );
    // Somebody else is faster: what was typed stays, and goes on being kept.
    await w.second.give(task, 80);
    const late = await w.first.save(task, {
      awarded: 70,
      comment: 'Muộn',
      final: true,
      revision: 2,
    });
    expect(late.problem?.code).toBe('already_marked');
    expect((await w.first.read(task)).draft).toMatchObject({
      awarded: 70,
      comment: 'Muộn',
      revision: 3,
    });
    const more = await w.first.save(task, { awarded: 70, comment: 'Muộn hơn', revision: 3 });
    expect(more.body).toMatchObject({ revision: 4, state: 'done' });
    expect(await w.result(attempt)).toMatchObject({ phase: 'marked' });
  });

  it('finishes the paper when it is the last one: total, trail, news, audit', async () => {
    const quiz = await w.quiz([essay('Cuối một'), essay('Cuối hai')]);
    const [truth = '', one = '', two = ''] = quiz.questionIds;
    const attempt = await w.sit(quiz, w.world.taker, {
      [truth]: YES,
      [one]: written(),
      [two]: written(),
    });
    const [slotOne, slotTwo] = [await w.slotOf(attempt, one), await w.slotOf(attempt, two)];
    const early = await w.first.give(await w.first.taskOf(w, attempt, slotOne), 40);
    expect(early.body).toMatchObject({ state: 'done', attemptMarked: false });
    expect(await w.result(attempt)).toMatchObject({ phase: 'submitted', score: null });
    const last = await w.second.give(await w.first.taskOf(w, attempt, slotTwo), 70);
    expect(last.body).toMatchObject({ state: 'done', attemptMarked: true });
    expect(await w.result(attempt)).toMatchObject({
      phase: 'marked',
      total: 210,
      maximum: 300,
      score: 700,
      passed: true,
      gradedBy: w.second.person.accountId,
      sections: [{ points: 210, maximum: 300, reached: true }],
    });
    const by = [w.first.person.accountId, w.second.person.accountId];
    expect(await w.trail(attempt)).toMatchObject([
      { kind: 'slot_marked', slot: slotOne, from: null, to: 40, by: by[0] },
      { kind: 'slot_marked', slot: slotTwo, from: null, to: 70, by: by[1] },
      { kind: 'marked', slot: null, by: by[1], detail: { scoreOfTen: 700, passed: true } },
    ]);
    expect(await w.news(attempt)).toMatchObject([
      { scoreOfTen: 700, passed: true, regraded: false },
    ]);
    const audit = await w.test.sql.rows(
      `select account_id as by from platform.audit where action = 'attempt.mark' and subject_id = $1`,
      [attempt],
    );
    expect(audit).toEqual([{ by: by[1] }]);
  });

  it('must be whole: within the points, and by the rubric where there is one', async () => {
    const quiz = await w.quiz([essay('Không thang'), rubricEssay('Có thang')]);
    const [, plain = '', rubric = ''] = quiz.questionIds;
    const attempt = await w.sit(quiz, w.world.taker, { [plain]: written(), [rubric]: written() });
    const free = await w.first.taskOf(w, attempt, await w.slotOf(attempt, plain));
    const byRubric = await w.first.taskOf(w, attempt, await w.slotOf(attempt, rubric));
    const refused = async (task: string, typed: object) =>
      (await w.first.save(task, { final: true, ...typed })).problem?.code;
    expect(await refused(free, { awarded: null })).toBe('mark_incomplete');
    expect(await refused(free, { awarded: 101 })).toBe('mark_incomplete');
    expect(await refused(byRubric, { awarded: 50 })).toBe('mark_incomplete');
    expect(await refused(byRubric, { levels: { law: 'full' } })).toBe('mark_incomplete');
    const levels = { law: 'full', words: 'poor' };
    expect(await refused(byRubric, { levels, awarded: 66 })).toBe('mark_incomplete');
    expect((await w.first.save(byRubric, { levels, final: true })).status).toBe(200);
    expect((await w.first.give(free, 0)).status).toBe(200);
    const { awarded } = await w.result(attempt);
    expect(awarded[(await w.slotOf(attempt, rubric)) - 1]).toBe(67);
    expect((await w.first.read(byRubric)).draft.awarded).toBe(67);
  });

  it('is shown to its officer, with the marker’s words and the levels', async () => {
    const quiz = await w.quiz([rubricEssay('Cho xem')]);
    const [, one = ''] = quiz.questionIds;
    const attempt = await w.sit(quiz, w.world.taker, { [one]: written() });
    const task = await w.first.taskOf(w, attempt);
    const taker = await w.world.browser(w.world.taker);
    const seen = async () => {
      const result = await taker.call(endpoints.readResult, { params: { attemptId: attempt } });
      return result.slots?.find(({ question }) => question.kind === 'essay');
    };
    await w.first.save(task, { comment: 'Nháp không ai thấy', levels: { law: 'none' } });
    expect(await seen()).toMatchObject({ comment: '', rubric: [], awarded: null });
    const levels = { law: 'full', words: 'good' };
    await w.first.save(task, { levels, comment: 'Bài tốt.', final: true, revision: 1 });
    const marked = await seen();
    expect(marked).toMatchObject({ awarded: 100, outcome: 'right', comment: 'Bài tốt.' });
    expect(marked?.rubric.map(({ criterion, levelId }) => [criterion.id, levelId])).toEqual([
      ['law', 'full'],
      ['words', 'good'],
    ]);
    await w.second.change(task, 80, 'Thiếu căn cứ', 'Xem lại Điều 5.');
    expect(await seen()).toMatchObject({ awarded: 80, comment: 'Xem lại Điều 5.', rubric: [] });
  });

  it('has all that a marker needs beside the answer', async () => {
    const quiz = await w.quiz([essay('Bối cảnh')]);
    const [, one = ''] = quiz.questionIds;
    const attempt = await w.sit(quiz, w.world.taker, { [one]: written('Bài của tôi') });
    expect(await w.first.read(await w.first.taskOf(w, attempt))).toMatchObject({
      quizId: quiz.quizId,
      attemptId: attempt,
      question: { kind: 'essay', stem: '<p>Bối cảnh</p>' },
      response: { text: 'Bài của tôi' },
      markingGuide: '<p>Nêu đủ ba bước.</p>',
      modelAnswer: '<p>Tiếp nhận, xử lý, trả kết quả.</p>',
      rubric: [],
      marks: [],
    });
  });
});

describe('a name', () => {
  const upload = questionContent.parse({
    kind: 'file_upload',
    stem: '<p>Nộp tệp</p>',
    accept: ['pdf'],
  });
  const files = (fileId: string) => ({
    kind: 'file_upload' as const,
    files: [{ id: fileId, name: 'Hoang-Thi-Mat-Danh.PDF', size: 9 }],
  });

  it('is in no reply of the queue where marking is anonymous', async () => {
    const quiz = await w.quiz([essay('Kín'), upload]);
    const [, one = '', two = ''] = quiz.questionIds;
    const fileId = '6b0f2c52-7d0c-4f7e-9d0e-0f5d9d0d2c11';
    const person = await w.candidate(NAME);
    const attempt = await w.sit(quiz, person, { [one]: written(), [two]: files(fileId) });
    const { staff } = await w.test.sql.one<{ staff: string }>(
      `select staff_code as staff from organisation.officer where account_id = $1`,
      [person.accountId],
    );
    const replies: unknown[] = [
      await w.first.browser.call(endpoints.listMarkingQueues, {}),
      await w.first.list(quiz),
      await w.first.list(quiz, { order: 'officer' }),
    ];
    const { items } = await w.first.list(quiz);
    for (const { id } of items) {
      replies.push(await w.first.read(id), (await w.first.save(id, { comment: 'x' })).body);
      replies.push((await w.second.give(id, 10)).body, await w.second.read(id));
      replies.push((await w.second.change(id, 20)).body, await w.second.read(id));
    }
    const all = JSON.stringify(replies);
    expect(all).toContain(attempt);
    for (const secret of [NAME, 'Mat-Danh', staff, person.accountId]) {
      expect(all).not.toContain(secret);
    }
    const number = items[0]?.paperNumber;
    expect(all).toContain(`"${number}-1.pdf"`);
  });

  it('is not told by the file itself either, save to its owner', async () => {
    const quiz = await w.quiz([upload]);
    const [, one = ''] = quiz.questionIds;
    const fileId = '6b0f2c52-7d0c-4f7e-9d0e-0f5d9d0d2c12';
    const attempt = await w.sit(quiz, w.world.taker, { [one]: files(fileId) });
    await w.test.sql.rows(
      `insert into assessment.attempt_file (id, attempt_id, slot, name, mime_type, size, sha256, uploaded_at)
       values ($1, $2, $3, 'Hoang-Thi-Mat-Danh.PDF', 'application/pdf', 0, $4, now())`,
      [fileId, attempt, await w.slotOf(attempt, one), 'e'.repeat(64)],
    );
    const { AnswerFiles } = await import('../attempt/answer-files.service');
    const service = w.test.get(AnswerFiles);
    const [{ paperNumber } = { paperNumber: 0 }] = (await w.first.list(quiz)).items;
    expect((await service.file(w.first.person, attempt, fileId)).name).toBe(`${paperNumber}-1.pdf`);
    expect((await service.file(w.world.taker, attempt, fileId)).name).toBe(
      'Hoang-Thi-Mat-Danh.PDF',
    );
  });

  it('is told where the quiz is not anonymous', async () => {
    const quiz = await w.quiz([essay('Mở')], { anonymous: false });
    const [, one = ''] = quiz.questionIds;
    const attempt = await w.sit(quiz, await w.candidate(NAME), { [one]: written() });
    expect(await w.first.list(quiz)).toMatchObject({
      anonymous: false,
      items: [{ fullName: NAME }],
    });
    expect((await w.first.read(await w.first.taskOf(w, attempt))).fullName).toBe(NAME);
  });
});

describe('who may', () => {
  it('is whoever marks in the unit of the bank; for others there is nothing', async () => {
    const quiz = await w.quiz([essay('Phạm vi')]);
    const [, one = ''] = quiz.questionIds;
    const attempt = await w.sit(quiz, w.world.taker, { [one]: written() });
    const taskId = await w.first.taskOf(w, attempt);
    const { browser } = w.stranger;
    const { items } = await browser.call(endpoints.listMarkingQueues, {});
    expect(items).toEqual([]);
    const params = { quizId: quiz.quizId };
    const answers = [
      await browser.try(endpoints.listMarkingTasks, { params, query: {} }),
      await browser.try(endpoints.readMarkingTask, { params: { taskId }, query: {} }),
      await w.stranger.save(taskId, { awarded: 1 }),
      await w.stranger.give(taskId, 1),
      await w.stranger.agree(taskId, 1),
      await w.stranger.change(taskId, 1),
      await browser.try(endpoints.listMarkingComments, { params: { questionId: one } }),
      await browser.try(endpoints.addMarkingComment, {
        params: { questionId: one },
        body: { text: 'x' },
      }),
    ];
    expect(answers.map(({ problem }) => problem?.code)).toEqual(answers.map(() => 'not_found'));
    expect(await w.result(attempt)).toMatchObject({ phase: 'submitted' });
  });

  it('is nobody without the permission', async () => {
    const learner = await w.world.browser(w.world.taker);
    const inspector = await w.world.browser(await w.world.person('inspector', w.world.unitId));
    const nobody = new Browser(await w.test.http());
    for (const [browser, code] of [
      [learner, 'not_permitted'],
      [inspector, 'not_permitted'],
      [nobody, 'not_signed_in'],
    ] as const) {
      const answer = await browser.try(endpoints.listMarkingQueues, {});
      expect(answer.problem?.code).toBe(code);
    }
  });

  it('is never whoever sat the paper', async () => {
    const quiz = await w.quiz([essay('Của mình')]);
    const [, one = ''] = quiz.questionIds;
    const attempt = await w.sit(quiz, w.first.person, { [one]: written() });
    const taskId = await w.first.taskOf(w, attempt);
    expect((await w.first.list(quiz)).items).toEqual([]);
    expect((await w.first.give(taskId, 100)).problem?.code).toBe('not_found');
    expect((await w.second.list(quiz)).items).toHaveLength(1);
  });
});

it('keeps a bank of comments for each question, the most used first', async () => {
  const quiz = await w.quiz([essay('Kho nhận xét')]);
  const [, questionId = ''] = quiz.questionIds;
  const add = (text: string) =>
    w.first.browser.call(endpoints.addMarkingComment, { params: { questionId }, body: { text } });
  await add('Thiếu căn cứ.');
  const long = await add(`Rõ ràng. ${'ắ'.repeat(1_900)}`);
  expect(await add('Thiếu căn cứ.')).toMatchObject({ used: 2 });
  const list = async () =>
    (await w.second.browser.call(endpoints.listMarkingComments, { params: { questionId } })).items;
  expect((await list()).map(({ used }) => used)).toEqual([2, 1]);
  const params = { commentId: long.id };
  const { problem } = await w.stranger.browser.try(endpoints.removeMarkingComment, { params });
  expect(problem?.code).toBe('not_found');
  await w.second.browser.call(endpoints.removeMarkingComment, { params });
  expect((await list()).map(({ text }) => text)).toEqual(['Thiếu căn cứ.']);
});
