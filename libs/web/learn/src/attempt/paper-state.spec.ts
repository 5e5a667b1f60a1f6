/** The room where the state of a paper is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { AnswerResponse, PaperQuestion } from '@tap-huan/contract';
import {
  blocksOf,
  type PaperSlot,
  countsOf,
  pagesOf,
  partFactsOf,
  standingOf,
  stateOf,
  wordsOf,
} from './paper-state';

const two = [
  { id: 'o1', text: 'A' },
  { id: 'o2', text: 'B' },
];
const slot = (
  question: PaperQuestion,
  number = 1,
  stimulusId: string | null = null,
): PaperSlot => ({
  slot: number,
  points: 100,
  stimulusId,
  question,
});
const single = slot({ kind: 'single', stem: '', options: two });
const matching = slot({ kind: 'matching', stem: '', prompts: two, answers: two });
const ordering = slot({ kind: 'ordering', stem: '', items: two });
const numeric = slot({ kind: 'numeric', stem: '', unit: '', otherUnits: [] });
const short = slot({ kind: 'short_answer', stem: '' });
const blanks = slot({
  kind: 'fill_blanks',
  stem: '',
  mode: 'typed',
  segments: [{ blank: 'o1', choices: [] }, { text: ' và ' }, { blank: 'o2', choices: [] }],
  bank: [],
});
const hotspot = slot({
  kind: 'hotspot',
  stem: '',
  image: { url: '/api/media/x', alt: '', width: 10, height: 10 },
  areas: two,
  wanted: 1,
});
const groups = slot({ kind: 'categorise', stem: '', groups: two, items: two });
const essay = slot({ kind: 'essay', stem: '', minimumWords: null, maximumWords: null });
const upload = slot({
  kind: 'file_upload',
  stem: '',
  accept: ['pdf'],
  maximumFiles: 1,
  maximumMegabytes: 1,
});
const file = { id: '1f0c9a2e-7c11-4d1c-9b64-3f1f6c0a2b11', name: 'a.pdf', size: 10 };
const multiple = slot({ kind: 'multiple', stem: '', options: two });

describe('pagesOf', () => {
  it.each([
    [0, [[1, 2, 3, 4, 5]]],
    [1, [[1], [2], [3], [4], [5]]],
    [2, [[1, 2], [3, 4], [5]]],
    [9, [[1, 2, 3, 4, 5]]],
  ])('%i on a page', (perPage, pages) => {
    const slots = [1, 2, 3, 4, 5].map((number) => ({ slot: number }));
    const numbers = pagesOf(slots, perPage).map((page) => page.map((one) => one.slot));
    expect(numbers).toEqual(pages);
  });
  it('has a page where there are no questions', () => {
    expect(pagesOf([], 1)).toEqual([[]]);
  });
  it('ends a page where a section ends, unless everything is on one', () => {
    const slots = [1, 2, 3, 4, 5].map((number) => ({ slot: number }));
    const sections = [
      { from: 1, to: 3 },
      { from: 4, to: 5 },
    ];
    const numbers = (perPage: number) =>
      pagesOf(slots, perPage, sections).map((page) => page.map((one) => one.slot));
    expect(numbers(2)).toEqual([[1, 2], [3], [4, 5]]);
    expect(numbers(0)).toEqual([[1, 2, 3, 4, 5]]);
  });
});

describe('blocksOf', () => {
  const section = (title: string, from: number, to: number) => ({
    title,
    from,
    to,
    intro: '',
    minimumPercent: null,
    timeLimitMinutes: null,
  });
  const sections = [section('I', 1, 3), section('II', 4, 5)];
  const slots = [1, 2, 3, 4, 5].map((number) =>
    slot(short.question, number, number > 1 ? 's' : null),
  );

  it('keeps sections apart, and questions with one stimulus together', () => {
    const blocks = blocksOf(slots, sections);
    expect(
      blocks.map(({ index, opens, runs }) => [
        index,
        opens,
        runs.map((run) => [run.stimulusId, run.slots.map((one) => one.slot)]),
      ]),
    ).toEqual([
      [
        0,
        true,
        [
          [null, [1]],
          ['s', [2, 3]],
        ],
      ],
      [1, true, [['s', [4, 5]]]],
    ]);
  });

  it('knows a page in the middle of a section, and a paper without sections', () => {
    expect(blocksOf(slots.slice(1, 2), sections)[0]).toMatchObject({ index: 0, opens: false });
    expect(blocksOf(slots, [])).toMatchObject([{ index: -1, section: null, opens: false }]);
  });
});

describe('partFactsOf', () => {
  const section = (from: number, to: number, timeLimitMinutes: number | null = null) => ({
    title: '',
    intro: '',
    from,
    to,
    minimumPercent: null,
    timeLimitMinutes,
  });
  const part = (from: number, to: number) => ({ from, to, index: 0, deadline: null, last: false });

  it.each([
    ['a question', part(2, 2), [section(1, 9)], ['question', false, true]],
    ['a page', part(1, 3), [section(1, 9)], ['page', false, true]],
    ['a section of several', part(1, 3), [section(1, 3), section(4, 9)], ['part', false, true]],
    ['a section with its time', part(1, 3), [section(1, 3, 10)], ['part', true, true]],
    ['a question of it', part(2, 2), [section(1, 3, 10)], ['question', true, false]],
    ['its last question', part(3, 3), [section(1, 3, 10)], ['question', true, true]],
    ['the whole paper', null, [section(1, 3)], ['page', false, false]],
  ])('%s', (_, open, sections, facts) => {
    const { kind, ofSection, losesTime } = partFactsOf({ part: open, sections });
    expect([kind, ofSection, losesTime]).toEqual(facts);
  });
});

describe('stateOf', () => {
  it.each<[string, ReturnType<typeof slot>, AnswerResponse | null, string]>([
    ['nothing', single, null, 'unanswered'],
    ['a choice', single, { kind: 'single', choice: 'o1' }, 'answered'],
    ['a choice taken back', single, { kind: 'single', choice: null }, 'unanswered'],
    ['an answer of another kind', single, { kind: 'short_answer', text: 'x' }, 'unanswered'],
    ['no boxes', multiple, { kind: 'multiple', choices: [] }, 'unanswered'],
    ['a box', multiple, { kind: 'multiple', choices: ['o2'] }, 'answered'],
    ['one of two pairs', matching, { kind: 'matching', matches: { o1: 'o2' } }, 'partly'],
    ['both pairs', matching, { kind: 'matching', matches: { o1: 'o2', o2: 'o1' } }, 'answered'],
    ['an order', ordering, { kind: 'ordering', order: ['o2', 'o1'] }, 'answered'],
    ['half an order', ordering, { kind: 'ordering', order: ['o2'] }, 'partly'],
    ['blanks', short, { kind: 'short_answer', text: '  ' }, 'unanswered'],
    ['words', short, { kind: 'short_answer', text: 'sổ' }, 'answered'],
    ['one of two blanks', blanks, { kind: 'fill_blanks', blanks: { o1: 'a' } }, 'partly'],
    ['empty blanks', blanks, { kind: 'fill_blanks', blanks: { o1: ' ' } }, 'unanswered'],
    ['a place', hotspot, { kind: 'hotspot', marks: [{ x: 1, y: 2 }] }, 'answered'],
    ['no place', hotspot, { kind: 'hotspot', marks: [] }, 'unanswered'],
    ['one of two items', groups, { kind: 'categorise', placements: { o1: 'o2' } }, 'partly'],
    ['a text', essay, { kind: 'essay', text: 'Thưa ông bà' }, 'answered'],
    ['no file', upload, { kind: 'file_upload', files: [] }, 'unanswered'],
    ['a file', upload, { kind: 'file_upload', files: [file] }, 'answered'],
    ['a number', numeric, { kind: 'numeric', text: '12,5' }, 'answered'],
  ])('%s', (_, on, response, state) => {
    expect(stateOf(on, response)).toBe(state);
  });
});

describe('countsOf', () => {
  it('counts states and flags', () => {
    const given = new Map([[1, { response: null, flagged: true, certainty: null }]]);
    expect(countsOf(standingOf([single, { ...short, slot: 2 }], given))).toEqual({
      answered: 0,
      partly: 0,
      unanswered: 2,
      flagged: 1,
    });
  });
});

describe('wordsOf', () => {
  it.each([
    ['<p>Theo <strong>Luật&nbsp;80</strong>, ai <em>ký</em>?</p>', 'Theo Luật 80, ai ký?'],
    ['a &lt;b&gt; &amp; c', 'a <b> & c'],
  ])('%s', (html, words) => {
    expect(wordsOf(html)).toBe(words);
  });
  it('cuts at a word', () => {
    expect(wordsOf('một hai ba bốn', 9)).toBe('một hai…');
  });
});
