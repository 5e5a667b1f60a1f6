/** Authors arrange quizzes and try them, over HTTP. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints, type QuizSection, type QuizSlot } from '@tap-huan/contract';
import type { Browser } from '@tap-huan/server/platform/testing';
import { Attempts } from '../attempt/attempts';
import { statement } from '../testing/contents';
import { SETTINGS, World } from '../testing/world';
import { QuizAuthoring } from './quiz-authoring';

let world: World;
let author: Browser;
let stranger: Browser;
beforeAll(async () => {
  world = await World.make();
  author = await world.browser(world.author);
  stranger = await world.browser(world.stranger);
});
afterAll(() => world.test.close());

const fixed = (questionId: string, more: Partial<Extract<QuizSlot, { kind: 'fixed' }>> = {}) => ({
  kind: 'fixed' as const,
  id: randomUUID(),
  questionId,
  version: null,
  points: 50,
  ...more,
});
const random = (
  bankId: string,
  count: number,
  more: Partial<Extract<QuizSlot, { kind: 'random' }>> = {},
) => ({
  kind: 'random' as const,
  id: randomUUID(),
  bankId,
  categoryId: null,
  includeSubcategories: true,
  tags: [],
  difficulty: null,
  count,
  points: 50,
  ...more,
});
const section = (slots: QuizSlot[], more: Partial<QuizSection> = {}): QuizSection => ({
  id: randomUUID(),
  title: '',
  intro: '',
  shuffle: false,
  minimumPercent: null,
  timeLimitMinutes: null,
  slots,
  ...more,
});
const bodyOf = (sections: QuizSection[], revision = 2) => ({
  title: 'Bài kiểm tra',
  settings: { ...SETTINGS, accessPassword: 'Sông Hàn' },
  sections,
  revision,
});
const update = (quizId: string, sections: QuizSection[], revision = 2, by = author) =>
  by.try(endpoints.updateQuiz, { params: { quizId }, body: bodyOf(sections, revision) });
const preview = (quizId: string, by = author) =>
  by.try(endpoints.previewQuiz, { params: { quizId }, body: { returnPath: '/soan' } });
const share = (bankId: string, unitId: string) =>
  world.test.sql.rows(
    `insert into assessment.bank_share (bank_id, unit_id, may) values ($1, $2, 'use')`,
    [bankId, unitId],
  );

describe('a quiz', () => {
  it('is saved by revision, with a note beside each slot', async () => {
    const bankId = await world.bank();
    const ready = await world.question(bankId, statement('Một'));
    const sketch = await world.question(
      bankId,
      { ...statement('Hai'), reviewOn: '2026-11-22' },
      { status: 'draft' },
    );
    const quizId = await world.draft(bankId, [section([])]);
    const sections = [
      section([fixed(ready, { id: 'a' })], { title: 'Phần I', minimumPercent: 40 }),
      section([fixed(sketch, { id: 'b', version: 1 }), random(bankId, 3, { id: 'c' })]),
    ];
    const question = {
      kind: 'true_false',
      newestVersion: 1,
      bankId,
      bankName: 'Ngân hàng',
    };
    const notes = [
      {
        slotId: 'a',
        question: { ...question, title: 'Một', status: 'ready', reviewDue: false },
        available: 1,
      },
      {
        slotId: 'b',
        question: { ...question, title: 'Hai', status: 'draft', reviewDue: true },
        available: 1,
      },
      { slotId: 'c', question: null, available: 1 },
    ];
    expect((await update(quizId, sections)).body).toEqual({ revision: 3, notes });
    expect((await update(quizId, [section([])])).problem?.code).toBe('stale_revision');
    expect(await author.call(endpoints.readQuiz, { params: { quizId } })).toEqual({
      ...bodyOf(sections, 3),
      id: quizId,
      bankId,
      notes,
    });
    const readiness = await world.test.get(QuizAuthoring).readiness([quizId, randomUUID()]);
    expect(readiness).toEqual(new Map([[quizId, { questions: 5, unready: 1, missing: 3 }]]));
  });

  it('says by path what cannot stand in it', async () => {
    const bankId = await world.bank();
    const own = await world.question(bankId, statement('Một'));
    const retired = await world.question(bankId, statement('Hai'));
    await author.call(endpoints.retireQuestion, { params: { questionId: retired } });
    const foreignBank = await world.bank(world.otherUnitId);
    const foreign = await world.question(foreignBank, statement('Ba'));
    const quizId = await world.draft(bankId, [section([])]);
    const refused = await update(quizId, [
      section([fixed(own, { id: 'x' }), fixed(foreign), fixed(own)], { id: 's' }),
      section(
        [
          fixed(retired, { id: 'x' }),
          fixed(randomUUID()),
          random(foreignBank, 1),
          random(bankId, 1, { categoryId: randomUUID() }),
        ],
        { id: 's' },
      ),
    ]);
    expect(refused.problem?.issues?.map(({ path, code }) => [path, code])).toEqual([
      ['sections.1.id', 'section_id_repeats'],
      ['sections.1.slots.0.id', 'slot_id_repeats'],
      ['sections.0.slots.1.questionId', 'question_not_in_bank'],
      ['sections.0.slots.2.questionId', 'question_repeats'],
      ['sections.1.slots.0.questionId', 'question_retired'],
      ['sections.1.slots.1.questionId', 'question_not_in_bank'],
      ['sections.1.slots.2.bankId', 'bank_not_usable'],
      ['sections.1.slots.3.categoryId', 'category_not_in_bank'],
    ]);
    const version = await update(quizId, [section([fixed(own, { version: 2 })])]);
    expect(version.problem?.issues).toMatchObject([
      { path: 'sections.0.slots.0.version', code: 'version_missing' },
    ]);
  });

  it('takes questions from banks that are shared, and keeps them when they are shared no more', async () => {
    const bankId = await world.bank();
    const shared = await world.bank(world.otherUnitId);
    const questionId = await world.question(shared, statement('Một'));
    const quizId = await world.draft(bankId, [section([])]);
    const sections = [section([fixed(questionId), random(shared, 1)])];
    expect((await update(quizId, sections)).status).toBe(422);
    await share(shared, world.unitId);
    expect((await update(quizId, sections)).status).toBe(200);
    await world.test.sql.rows(`delete from assessment.bank_share where bank_id = $1`, [shared]);
    expect((await update(quizId, sections, 3)).status).toBe(200);
    expect((await update(quizId, [section([])], 4)).status).toBe(200);
    expect((await update(quizId, sections, 5)).status).toBe(422);
  });

  it('is hidden from authors of other units, also where its bank is shared with them', async () => {
    const bankId = await world.bank();
    const questionId = await world.question(bankId, statement('Một'));
    const quizId = await world.draft(bankId, [section([fixed(questionId)])]);
    await share(bankId, world.otherUnitId);
    const answers = [
      await stranger.try(endpoints.readQuiz, { params: { quizId } }),
      await update(quizId, [section([])], 2, stranger),
      await preview(quizId, stranger),
    ];
    expect(answers.map(({ problem }) => problem?.code)).toEqual(Array(3).fill('not_found'));
    const learner = await world.browser(world.taker);
    const denied = await learner.try(endpoints.readQuiz, { params: { quizId } });
    expect(denied.problem?.code).toBe('not_permitted');
  });
});

describe('a preview', () => {
  it('shows the draft with everything, and counts nowhere', async () => {
    const bankId = await world.bank();
    const sketch = await world.question(bankId, statement('Một'), { status: 'draft' });
    const quizId = await world.draft(bankId, [section([fixed(sketch)])], {
      // It is looked at whenever and from wherever.
      closesAt: '2026-01-01T00:00:00Z',
      networks: ['10.0.0.0/8'],
      accessPassword: 'Sông Hàn',
    });
    const { body } = await preview(quizId);
    const params = { attemptId: body.attemptId };
    const opened = await author.try(endpoints.openAttempt, {
      params,
      body: { clientId: 'page-0001' },
    });
    expect(opened.body).toMatchObject({
      preview: true,
      number: 1,
      returnPath: '/soan',
      slots: [{ slot: 1 }],
      deadline: '2026-11-23T02:30:00.000Z',
    });
    const result = await author.call(endpoints.submitAttempt, { params });
    expect(result).toMatchObject({
      preview: true,
      passed: false,
      slots: [{ correct: { kind: 'true_false', choice: true } }],
    });
    expect(await world.graded(body.attemptId)).toEqual([]);
    expect(await world.steps(body.attemptId)).toEqual([]);
    expect((await preview(quizId)).body.attemptId).not.toBe(body.attemptId);
    expect(await world.test.get(Attempts).summaries([body.attemptId, quizId])).toEqual([]);
  });

  it('needs questions, and enough of them', async () => {
    const bankId = await world.bank();
    await world.question(bankId, statement('Một'));
    const empty = await world.draft(bankId, [section([])]);
    expect((await preview(empty)).problem?.code).toBe('quiz_has_no_questions');
    const short = await world.draft(bankId, [section([]), section([random(bankId, 3)])]);
    expect((await preview(short)).problem).toMatchObject({
      code: 'not_enough_questions',
      params: { missing: 2, section: 2 },
    });
  });

  it('goes with its quiz, unless that was published', async () => {
    const authoring = world.test.get(QuizAuthoring);
    const remove = (quizId: string) =>
      world.test.writer.write(world.author, (tx) => authoring.removeQuiz(tx, quizId));
    const bankId = await world.bank();
    const questionId = await world.question(bankId, statement('Một'));
    const quizId = await world.draft(bankId, [section([fixed(questionId)])]);
    const { body } = await preview(quizId);
    await author.call(endpoints.submitAttempt, { params: body });
    expect(await remove(quizId)).toBe(true);
    const gone = await author.try(endpoints.readQuiz, { params: { quizId } });
    expect(gone.problem?.code).toBe('not_found');
    expect(await remove((await world.quiz({}, [statement('Một')])).quizId)).toBe(false);
  });

  it('keeps no markup in an introduction that could run', async () => {
    const bankId = await world.bank();
    const intro = '<p>Đọc kỹ</p><img src="x" onerror="alert(1)"><script>alert(2)</script>';
    const quizId = await world.draft(bankId, [{ ...section([]), intro }]);
    const { sections } = await author.call(endpoints.readQuiz, { params: { quizId } });
    expect(sections[0]?.intro).toContain('<p>Đọc kỹ</p>');
    expect(sections[0]?.intro).not.toMatch(/onerror|script|alert/);
  });

  it('that left facts behind keeps its quiz', async () => {
    const bankId = await world.bank();
    const questionId = await world.question(bankId, statement('Một'));
    const quizId = await world.draft(bankId, [section([fixed(questionId)])]);
    const { body } = await preview(quizId);
    await world.test.sql.rows(
      `insert into assessment.attempt_event (attempt_id, kind, at, received_at) values ($1, 'focus_lost', now(), now())`,
      [body.attemptId],
    );
    const removed = await world.test.writer.write(world.author, (tx) =>
      world.test.get(QuizAuthoring).removeQuiz(tx, quizId),
    );
    expect(removed).toBe(false);
    expect((await author.try(endpoints.readQuiz, { params: { quizId } })).status).toBe(200);
  });
});
