/** The room where regrading is put to the test: what it would do, what it does, and what it leaves alone. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AnswerResponse,
  endpoints,
  questionContent,
  type QuestionContent,
  type QuizSettings,
  type RegradeAction,
} from '@tap-huan/contract';
import type { Person } from '@tap-huan/server/platform/testing';
import { CONTENTS, statement } from '../testing/contents';
import { essay, MarkingWorld, written } from '../testing/marking-world';
import type { QuizMade } from '../testing/world';

let w: MarkingWorld;
beforeAll(async () => {
  w = await MarkingWorld.make();
});
afterAll(() => w.test.close());

const says = (choice: boolean): AnswerResponse => ({ kind: 'true_false', choice });

const preview = async ({ quizId }: QuizMade, questionId: string, action: RegradeAction) =>
  w.first.browser.call(endpoints.previewRegrade, {
    params: { quizId },
    body: { questionId, action },
  });

/** Regrades by what the preview says. */
async function regrade(
  quiz: QuizMade,
  questionId: string,
  action: RegradeAction,
  attemptIds: string[] | null = null,
): Promise<number> {
  const { toVersion } = await preview(quiz, questionId, action);
  const { changed } = await w.first.browser.call(endpoints.regrade, {
    params: { quizId: quiz.quizId },
    body: { questionId, action, toVersion, attemptIds, reason: 'Đáp án sai' },
  });
  return changed;
}

/** Two statements, one point each; both are true. */
const twoStatements = (settings: Partial<QuizSettings> = {}) =>
  w.world.quiz(settings, [statement('Câu một'), statement('Câu hai')]);

async function sitTwo(
  quiz: QuizMade,
  one: boolean,
  two: boolean,
  person?: Person,
  context?: string,
) {
  const [first = '', second = ''] = quiz.questionIds;
  const answers = { [first]: says(one), [second]: says(two) };
  return w.sit(quiz, person ?? w.world.taker, answers, context ?? randomUUID());
}

describe('newest_key', () => {
  it('tells before it acts, and does what it told', async () => {
    const quiz = await twoStatements();
    const [one = ''] = quiz.questionIds;
    const an = await w.candidate('Nguyễn Văn An');
    const binh = await w.candidate('Nguyễn Văn Bình');
    const right = await sitTwo(quiz, true, false, an);
    const wrong = await sitTwo(quiz, false, false, binh);
    await w.rewrite(one, statement('Câu một, sửa đáp án', false));
    const told = await preview(quiz, one, 'newest_key');
    expect(told).toMatchObject({
      title: 'Câu một, sửa đáp án',
      versions: [1],
      toVersion: 2,
      problems: [],
      attempts: 2,
    });
    expect(told.changes).toMatchObject([
      { attemptId: right, fullName: 'Nguyễn Văn An', awardedFrom: 100, awardedTo: 0 },
      { attemptId: wrong, fullName: 'Nguyễn Văn Bình', awardedFrom: 0, awardedTo: 100 },
    ]);
    expect(told.changes[0]).toMatchObject({
      scoreFrom: 500,
      scoreTo: 0,
      passedFrom: true,
      passedTo: false,
      certificateAtStake: null,
    });
    // Nothing has happened yet.
    expect(await w.result(right)).toMatchObject({ total: 100, score: 500, passed: true });
    expect(await regrade(quiz, one, 'newest_key')).toBe(2);
    for (const change of told.changes) {
      const { slot } = (await w.trail(change.attemptId))[1] ?? {};
      const now = await w.result(change.attemptId);
      expect(now).toMatchObject({
        score: change.scoreTo,
        passed: change.passedTo,
        gradedBy: w.first.person.accountId,
      });
      expect(now.awarded[(slot ?? 0) - 1]).toBe(change.awardedTo);
      expect(now.sections[0]?.points).toBe(now.total);
    }
    const slot = await w.slotOf(right, one);
    const [version] = await w.test.sql.rows<{ id: string }>(
      `select id from assessment.question_version where question_id = $1 and number = 2`,
      [one],
    );
    expect((await w.result(right)).markedBy[slot - 1]).toBe(version?.id);
    expect((await w.trail(right)).slice(1)).toMatchObject([
      {
        kind: 'slot_regraded',
        slot,
        from: 100,
        to: 0,
        reason: 'Đáp án sai',
        by: w.first.person.accountId,
        detail: { action: 'newest_key', toVersion: 2 },
      },
      {
        kind: 'regraded',
        reason: 'Đáp án sai',
        detail: { scoreOfTen: 0, from: { scoreOfTen: 500, passed: true } },
      },
    ]);
    expect((await w.news(right)).at(-1)).toMatchObject({
      scoreOfTen: 0,
      passed: false,
      regraded: true,
    });
    // Once more: nothing is left to do.
    expect((await preview(quiz, one, 'newest_key')).changes).toEqual([]);
    expect(await regrade(quiz, one, 'newest_key')).toBe(0);
    expect(await w.news(right)).toHaveLength(2);
    const { regrades, questions } = await w.first.browser.call(endpoints.listRegradable, {
      params: { quizId: quiz.quizId },
    });
    expect(
      regrades.map(({ attempts, action, toVersion }) => [attempts, action, toVersion]),
    ).toEqual(
      expect.arrayContaining([
        [0, 'newest_key', 2],
        [2, 'newest_key', 2],
      ]),
    );
    expect(questions.find(({ questionId }) => questionId === one)).toEqual({
      questionId: one,
      title: 'Câu một, sửa đáp án',
      kind: 'true_false',
      attempts: 2,
      versions: [1],
      newestVersion: 2,
    });
  });

  it('with the same key changes nothing, whatever the kind', async () => {
    const quiz = await w.world.quiz({ certainty: true }, CONTENTS);
    const attempt = await w.world.start(quiz);
    for (const { slot, response } of await w.world.rightAnswers(attempt)) {
      if (slot % 3 === 0) continue;
      await w.test.sql.rows(
        `insert into assessment.answer (attempt_id, slot, response, flagged, seq, saved_at, certainty)
         values ($1, $2, $3, false, 1, now(), $4)`,
        [attempt, slot, JSON.stringify(response), 1 + (slot % 2)],
      );
    }
    const { Attempts } = await import('../attempt/attempts');
    await w.test.writer.write(w.world.taker, (tx) =>
      w.test.get(Attempts).submit(tx, attempt, w.world.taker.accountId),
    );
    const before = await w.result(attempt);
    for (const questionId of quiz.questionIds) {
      expect((await preview(quiz, questionId, 'newest_key')).changes).toEqual([]);
      expect(await regrade(quiz, questionId, 'newest_key')).toBe(0);
    }
    expect(await w.result(attempt)).toEqual(before);
    expect((await w.trail(attempt)).map(({ kind }) => kind)).toEqual(['marked']);
  });

  it('shows the mark below nothing that certainty costs', async () => {
    const quiz = await twoStatements({ certainty: true });
    const [one = ''] = quiz.questionIds;
    const attempt = await sitTwo(quiz, true, true);
    await w.test.sql.rows(`update assessment.answer set certainty = 3 where attempt_id = $1`, [
      attempt,
    ]);
    await w.rewrite(one, statement('Câu một đảo', false));
    expect((await preview(quiz, one, 'newest_key')).changes).toMatchObject([
      { attemptId: attempt, awardedFrom: 33, awardedTo: -200 },
    ]);
  });

  it('leaves papers alone that the new key cannot mark, and says why', async () => {
    const single = (correct: string, ids: string[]): QuestionContent =>
      questionContent.parse({
        kind: 'single',
        stem: '<p>Chọn</p>',
        options: ids.map((id) => ({ id, text: `Lựa chọn ${id}` })),
        correct,
      });
    const quiz = await w.world.quiz({}, [single('a', ['a', 'b'])]);
    const [one = ''] = quiz.questionIds;
    const attempt = await w.sit(quiz, w.world.taker, {});
    await w.rewrite(one, single('c', ['a', 'b', 'c']));
    const told = await preview(quiz, one, 'newest_key');
    expect(told).toMatchObject({
      problems: [{ version: 1, code: 'new_right_answer_not_shown' }],
      changes: [],
    });
    expect(await regrade(quiz, one, 'newest_key')).toBe(0);
    expect((await preview(quiz, one, 'full_marks')).problems).toEqual([]);
    expect(await regrade(quiz, one, 'full_marks')).toBe(1);
    expect(await w.result(attempt)).toMatchObject({ score: 1_000 });
  });

  it('is refused where the question has changed since the preview', async () => {
    const quiz = await twoStatements();
    const [one = ''] = quiz.questionIds;
    await sitTwo(quiz, true, true);
    await w.rewrite(one, statement('Sửa nữa', false));
    const { problem } = await w.first.browser.try(endpoints.regrade, {
      params: { quizId: quiz.quizId },
      body: {
        questionId: one,
        action: 'newest_key',
        toVersion: 1,
        attemptIds: null,
        reason: 'Cũ',
      },
    });
    expect(problem?.code).toBe('stale_revision');
  });
});

describe('full marks and leaving out', () => {
  it('hold for everybody, and survive the regrade of another question', async () => {
    const quiz = await twoStatements();
    const [one = '', two = ''] = quiz.questionIds;
    const good = await sitTwo(quiz, true, true);
    const bad = await sitTwo(quiz, false, true);
    expect(await regrade(quiz, one, 'full_marks')).toBe(1);
    expect(await w.result(bad)).toMatchObject({ total: 200, score: 1_000 });
    await w.rewrite(two, statement('Câu hai đảo', false));
    expect(await regrade(quiz, two, 'newest_key')).toBe(2);
    expect(await w.result(bad)).toMatchObject({ total: 100, score: 500 });
    expect(await regrade(quiz, two, 'leave_out')).toBe(2);
    for (const attempt of [good, bad]) {
      const slot = await w.slotOf(attempt, two);
      const now = await w.result(attempt);
      expect(now).toMatchObject({ total: 100, maximum: 100, score: 1_000, passed: true });
      expect([now.points[slot - 1], now.awarded[slot - 1]]).toEqual([0, 0]);
    }
    // Taken back, one after the other.
    expect(await regrade(quiz, one, 'newest_key')).toBe(1);
    expect(await w.result(bad)).toMatchObject({ total: 0, maximum: 100, score: 0 });
    expect(await regrade(quiz, two, 'newest_key')).toBe(2);
    expect(await w.result(bad)).toMatchObject({ total: 0, maximum: 200 });
    expect(await w.result(good)).toMatchObject({ total: 100, maximum: 200 });
    const taker = await w.world.browser(w.world.taker);
    await regrade(quiz, two, 'leave_out');
    const seen = await taker.call(endpoints.readResult, { params: { attemptId: good } });
    expect(seen.slots?.map(({ points }) => points).sort()).toEqual([0, 100]);
    expect(seen).toMatchObject({ maximum: 100, sections: [{ maximum: 100 }] });
  });

  it('tell only whose score or pass changes', async () => {
    const quiz = await twoStatements();
    const [one = ''] = quiz.questionIds;
    const all = await sitTwo(quiz, true, true);
    const none = await sitTwo(quiz, false, false);
    expect(await regrade(quiz, one, 'leave_out')).toBe(2);
    // 10 of 10 stays 10 of 10, with another maximum.
    expect(await w.news(all)).toHaveLength(1);
    expect(await w.news(none)).toHaveLength(1);
    expect(await w.result(all)).toMatchObject({ total: 100, maximum: 100, score: 1_000 });
    expect((await w.trail(all)).map(({ kind }) => kind)).toEqual([
      'marked',
      'slot_regraded',
      'regraded',
    ]);
  });

  it('change chosen attempts only', async () => {
    const quiz = await twoStatements();
    const [one = ''] = quiz.questionIds;
    const chosen = await sitTwo(quiz, false, false);
    const other = await sitTwo(quiz, false, false);
    const elsewhere = await sitTwo(await twoStatements(), false, false);
    expect(await regrade(quiz, one, 'full_marks', [chosen, elsewhere])).toBe(1);
    expect((await w.result(chosen)).total).toBe(100);
    expect((await w.result(other)).total).toBe(0);
    expect((await w.result(elsewhere)).total).toBe(0);
  });
});

describe('marks of people', () => {
  it('stay what they are, and finish what waited for this question only', async () => {
    const quiz = await w.quiz([essay('Tự luận')]);
    const [truth = '', text = ''] = quiz.questionIds;
    const answers = { [truth]: says(true), [text]: written() };
    const marked = await w.sit(quiz, w.world.taker, answers);
    const waiting = await w.sit(quiz, w.world.taker, answers);
    await w.first.give(await w.first.taskOf(w, marked), 40);
    const slot = await w.slotOf(marked, text);
    await w.rewrite(truth, statement('Đúng hẹn, đảo', false));
    expect(await regrade(quiz, truth, 'newest_key')).toBe(2);
    expect(await w.result(marked)).toMatchObject({ total: 40, phase: 'marked' });
    expect(await w.result(waiting)).toMatchObject({ total: null, phase: 'submitted' });
    expect(await w.news(waiting)).toEqual([]);
    expect(await regrade(quiz, text, 'newest_key')).toBe(0);
    expect((await w.result(marked)).awarded[slot - 1]).toBe(40);
    // Nobody has to mark what everybody gets.
    expect(await regrade(quiz, text, 'full_marks')).toBe(2);
    expect(await w.result(waiting)).toMatchObject({ total: 100, phase: 'marked', passed: true });
    expect(await w.news(waiting)).toMatchObject([{ regraded: false, scoreOfTen: 500 }]);
    const states = async () => (await w.first.list(quiz)).items.map(({ state }) => state).sort();
    expect(await states()).toEqual(['done', 'done']);
    // Taken back: the mark given stands again, and what had none is marked after all.
    expect(await regrade(quiz, text, 'newest_key')).toBe(1);
    expect(await w.result(marked)).toMatchObject({ total: 40 });
    expect(await states()).toEqual(['done', 'waiting']);
    const late = await w.first.give(await w.first.taskOf(w, waiting), 30);
    expect(late.body).toMatchObject({ state: 'done', attemptMarked: false });
    expect(await w.result(waiting)).toMatchObject({ total: 30, score: 150, passed: false });
    expect((await w.news(waiting)).at(-1)).toMatchObject({ regraded: true, scoreOfTen: 150 });
  });

  it('and a regrade at the same time both count', async () => {
    for (let round = 0; round < 4; round += 1) {
      const quiz = await w.quiz([essay('Cùng lúc')]);
      const [truth = '', text = ''] = quiz.questionIds;
      const attempt = await w.sit(quiz, w.world.taker, {
        [truth]: says(false),
        [text]: written(),
      });
      const task = await w.first.taskOf(w, attempt);
      const [given, changed] = await Promise.all([
        w.second.give(task, 30),
        regrade(quiz, truth, 'full_marks'),
      ]);
      expect([given.status, changed]).toEqual([200, 1]);
      expect(await w.result(attempt)).toMatchObject({ phase: 'marked', total: 130, score: 650 });
      const news = await w.news(attempt);
      expect(news.filter(({ scoreOfTen }) => scoreOfTen === 650)).toHaveLength(1);
    }
  });

  it('are noted while a question is left out, and count once it does again', async () => {
    const quiz = await w.quiz([essay('Bỏ ra')]);
    const [, text = ''] = quiz.questionIds;
    const attempt = await w.sit(quiz, w.world.taker, { [text]: written() });
    const task = await w.first.taskOf(w, attempt);
    await w.first.give(task, 40);
    await regrade(quiz, text, 'leave_out');
    await w.first.change(task, 90, 'Xem lại');
    expect(await w.result(attempt)).toMatchObject({ total: 0, maximum: 100 });
    await regrade(quiz, text, 'newest_key');
    expect(await w.result(attempt)).toMatchObject({ total: 90, maximum: 200 });
  });
});

describe('a certificate', () => {
  const stakes = async (grading: QuizSettings['grading'], tries: boolean[]) => {
    const quiz = await twoStatements({ grading, retakeAfterPass: true });
    const [one = ''] = quiz.questionIds;
    const contextId = randomUUID();
    const attempts: string[] = [];
    for (const right of tries)
      attempts.push(await sitTwo(quiz, right, false, undefined, contextId));
    await w.certify(contextId, `${contextId.slice(0, 8)}/2026`);
    await w.rewrite(one, statement('Câu một đảo', false));
    const { changes } = await preview(quiz, one, 'newest_key');
    return attempts.map(
      (id) => changes.find(({ attemptId }) => attemptId === id)?.certificateAtStake ?? null,
    );
  };

  it('is at stake where the result that counts would not pass any more', async () => {
    expect(await stakes('highest', [true])).toEqual([expect.stringMatching(/\/2026$/)]);
    expect(await stakes('first', [true, false])).toEqual([
      expect.stringMatching(/2026/),
      expect.stringMatching(/2026/),
    ]);
  });

  it('is not where another attempt carries it', async () => {
    expect(await stakes('highest', [true, false])).toEqual([null, null]);
    expect(await stakes('last', [true, false])).toEqual([null, null]);
  });
});

it('is for whoever marks in the unit of the bank', async () => {
  const quiz = await twoStatements();
  const [one = ''] = quiz.questionIds;
  await sitTwo(quiz, true, true);
  const params = { quizId: quiz.quizId };
  const body = { questionId: one, action: 'full_marks' as const };
  const { browser } = w.stranger;
  const refused = [
    await browser.try(endpoints.listRegradable, { params }),
    await browser.try(endpoints.previewRegrade, { params, body }),
    await browser.try(endpoints.regrade, {
      params,
      body: { ...body, toVersion: 1, attemptIds: null, reason: 'x' },
    }),
    await w.first.browser.try(endpoints.previewRegrade, {
      params,
      body: { ...body, questionId: randomUUID() },
    }),
  ];
  expect(refused.map(({ problem }) => problem?.code)).toEqual(refused.map(() => 'not_found'));
});
