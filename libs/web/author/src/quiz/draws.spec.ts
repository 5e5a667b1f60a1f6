/** The room where random draws, searches, summaries and presets are put to the test. */
import { describe, expect, it } from '@jest/globals';
import { SHOW_ALL, SHOW_NOTHING } from '@tap-huan/rules';
import { type DrawBank, fitting, shortages } from './draws';
import { foundQuestions, NO_SEARCH, type QuestionSearch } from './question-search';
import { summaryOf } from './quiz-summary';
import { presetOf, REVIEW_PRESETS, withPreset } from './review-presets';
import { isOutdated, issuesBySlot, obstaclesOf, type QuestionFacts, slotViews } from './slot-views';
import { drawn, fixed, row, section, SETTINGS, uuid } from './testing/quizzes';

const [parent, child, other] = [uuid(801), uuid(802), uuid(803)];
const category = (id: string, parentId: string | null) => ({
  id,
  parentId,
  name: id,
  questions: 0,
});
const bank: DrawBank = {
  categories: [category(parent, null), category(child, parent), category(other, null)],
  questions: [
    row(1, { categoryId: parent, tags: ['một cửa'], title: 'Hồ sơ được tiếp nhận khi nào?' }),
    row(2, { categoryId: child, tags: ['một cửa', 'lưu trữ'], difficulty: 'apply' }),
    row(3, { categoryId: other, kind: 'essay' }),
    row(4, { status: 'draft' }),
  ],
};
const bankOf = () => bank;

describe('draws', () => {
  it.each<[string, Parameters<typeof drawn>[2], number[]]>([
    ['all that are ready', {}, [1, 2, 3]],
    ['a category', { categoryId: parent }, [1]],
    ['with those below', { categoryId: parent, includeSubcategories: true }, [1, 2]],
    ['all tags', { tags: ['một cửa', 'lưu trữ'] }, [2]],
    ['a difficulty', { difficulty: 'recall' }, [1, 3]],
    ['nothing', { tags: ['lạ'] }, []],
  ])('fit: %s', (_, filter, numbers) => {
    expect(fitting(bank, drawn('d', 1, filter)).map(({ id }) => id)).toEqual(numbers.map(uuid));
  });

  it('count what is missing when all is taken together', () => {
    const missing = (...slots: Parameters<typeof section>[1][]) =>
      Object.fromEntries(shortages([section('s', ...slots)], bankOf) ?? []);
    expect(missing(drawn('d', 3))).toEqual({});
    expect(missing(drawn('d', 5))).toEqual({ d: 2 });
    expect(missing(fixed('f'), drawn('d', 3))).toEqual({ d: 1 });
    expect(missing(drawn('d', 2), drawn('e', 1, { tags: ['lưu trữ'] }))).toEqual({});
    expect(shortages([section('s', drawn('d', 1))], () => null)).toBeNull();
    expect(shortages([section('s', fixed('f'))], () => null)?.size).toBe(0);
  });
});

it.each<[string, Partial<QuestionSearch>, number[]]>([
  ['everything', {}, [1, 2, 3, 4]],
  ['words without diacritics', { words: 'ho so tiep nhan' }, [1]],
  ['words in a tag', { words: 'LUU TRU' }, [2]],
  ['a kind', { kind: 'essay' }, [3]],
  ['a status', { status: 'draft' }, [4]],
  ['a category with those below', { categoryId: parent }, [1, 2]],
  ['a tag', { tag: 'lưu trữ' }, [2]],
  ['a difficulty', { difficulty: 'apply' }, [2]],
])('finds questions: %s', (_, search, numbers) => {
  const found = foundQuestions(bank.questions, bank.categories, { ...NO_SEARCH, ...search });
  expect(found.map(({ id }) => id)).toEqual(numbers.map(uuid));
});

it('sums a quiz up', () => {
  const sections = [
    { ...section('s', fixed('a'), drawn('b', 4, { points: '0,5' })), timeLimitMinutes: 10 },
    section('empty'),
    { ...section('t', fixed('c')), timeLimitMinutes: 20 },
  ];
  const kinds = () => ['single', 'essay'] as const;
  const limits = { timeLimitMinutes: null, questionTimeLimitSeconds: null };
  expect(summaryOf(sections, limits, kinds)).toEqual({
    questions: 6,
    points: 400,
    estimate: 48,
    allowed: 30,
    byHand: true,
  });
  expect(summaryOf(sections, { ...limits, timeLimitMinutes: 25 }, () => [])).toMatchObject({
    estimate: 6,
    allowed: 25,
    byHand: false,
  });
  expect(summaryOf([section('s', fixed('a'))], limits, kinds).allowed).toBeNull();
});

it('knows the usual ways to show results', () => {
  for (const preset of REVIEW_PRESETS)
    expect(presetOf(withPreset(SETTINGS.review, preset))).toBe(preset);
  const review = { ...SETTINGS.review, later: { ...SHOW_ALL, rightAnswer: false } };
  expect(presetOf(review)).toBeNull();
  expect(withPreset({ ...review, during: SHOW_NOTHING }, 'submitted').during).toBe(SHOW_NOTHING);
});

describe('what is said beside a slot', () => {
  const facts = (more: Partial<QuestionFacts> = {}): QuestionFacts => ({
    kind: 'single',
    title: 'Câu',
    status: 'ready',
    newestVersion: 3,
    reviewDue: false,
    bankId: uuid(900),
    bankName: 'Ngân hàng',
    ...more,
  });
  const note = (slotId: string, question: QuestionFacts | null, available = 1) =>
    [slotId, { slotId, question, available }] as const;
  const sections = [section('s', fixed('a'), fixed('b'), fixed('c'), drawn('d', 5))];
  const sources = {
    notes: new Map([note('a', facts()), note('b', facts({ status: 'draft' })), note('d', null, 3)]),
    picked: new Map(),
    banks: [{ id: uuid(900), name: 'Ngân hàng' }],
    drawBank: () => null,
    shortages: null,
    issues: new Map([['b', 'question_repeats']]),
  };

  it('comes from the notes, and from what is known of a bank', () => {
    const views = slotViews(sections, sources);
    expect(views.get('b')).toMatchObject({ from: 2, to: 2, issue: 'question_repeats' });
    expect(views.get('d')?.draw).toEqual({ bank: 'Ngân hàng', path: [], available: 3, missing: 2 });
    const nearer = slotViews(sections, {
      ...sources,
      drawBank: bankOf,
      shortages: new Map([['d', 4]]),
    });
    expect(nearer.get('d')?.draw).toMatchObject({ available: 3, missing: 4 });
    const picked = new Map([[uuid(1), facts({ title: 'Vừa chọn' })]]);
    expect(slotViews(sections, { ...sources, picked }).get('c')?.question?.title).toBe('Vừa chọn');
  });

  it('names what keeps the quiz from being published', () => {
    expect(obstaclesOf(sections, slotViews(sections, sources))).toEqual({
      unready: [2, 3],
      short: [{ from: 4, to: 8, missing: 2 }],
    });
  });

  it('knows which versions are old', () => {
    expect(isOutdated(fixed('a', '1', 2), facts())).toBe(true);
    expect(isOutdated(fixed('a', '1', 3), facts())).toBe(false);
    expect(isOutdated(fixed('a'), facts())).toBe(false);
    expect(isOutdated(drawn('d', 1), facts())).toBe(false);
  });

  it('finds the slot of an issue', () => {
    const issues = [
      { path: 'sections.0.slots.1.questionId', code: 'question_retired' },
      { path: 'body.sections.0.slots.3.bankId', code: 'bank_not_usable' },
      { path: 'sections.9.slots.0', code: 'question_repeats' },
      { path: 'title', code: 'too_small' },
    ];
    expect(Object.fromEntries(issuesBySlot(issues, sections))).toEqual({
      b: 'question_retired',
      d: 'bank_not_usable',
    });
  });
});
