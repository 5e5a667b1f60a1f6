/** The room where answers in words are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { AnswerResponse, PaperQuestion } from '@tap-huan/contract';
import { answerLines, type AnswerWords, notesOn, reviewedOptions } from './answer-lines';

const words: AnswerWords = {
  true: 'Đúng',
  false: 'Sai',
  notChosen: 'Chưa chọn',
  point: (number) => `Dấu ${number}`,
  blank: (number, text) => `(${number}) ${text}`,
  unplaced: (list) => `Chưa xếp: ${list}`,
};
const options = ['A', 'B', 'C'].map((text, i) => ({ id: `o${i + 1}`, text }));
const single: PaperQuestion = { kind: 'single', stem: '', options };
const multiple: PaperQuestion = { kind: 'multiple', stem: '', options };
const truth: PaperQuestion = { kind: 'true_false', stem: '' };
const matching: PaperQuestion = {
  kind: 'matching',
  stem: '',
  prompts: options.slice(0, 2),
  answers: options,
};
const ordering: PaperQuestion = { kind: 'ordering', stem: '', items: options };
const numeric: PaperQuestion = { kind: 'numeric', stem: '', unit: 'ngày', otherUnits: ['giờ'] };
const short: PaperQuestion = { kind: 'short_answer', stem: '' };
const blanks = (mode: 'typed' | 'list' | 'bank'): PaperQuestion => ({
  kind: 'fill_blanks',
  stem: '',
  mode,
  segments: [
    { blank: 'b1', choices: mode === 'list' ? options : [] },
    { text: ' và ' },
    { blank: 'b2', choices: mode === 'list' ? options : [] },
  ],
  bank: mode === 'bank' ? options : [],
});
const filled = (texts: Record<string, string>): AnswerResponse => ({
  kind: 'fill_blanks',
  blanks: texts,
});
const groups: PaperQuestion = {
  kind: 'categorise',
  stem: '',
  groups: ['X', 'Y', 'Z'].map((text, i) => ({ id: `g${i + 1}`, text })),
  items: options,
};
const hotspot: PaperQuestion = {
  kind: 'hotspot',
  stem: '',
  image: { url: '', alt: '', width: 1, height: 1 },
  areas: options,
  wanted: 2,
};
const essay: PaperQuestion = { kind: 'essay', stem: '', minimumWords: null, maximumWords: null };

describe('answerLines', () => {
  it.each<[PaperQuestion, AnswerResponse | null, string[]]>([
    [single, { kind: 'single', choice: 'o2' }, ['B']],
    [single, { kind: 'single', choice: null }, []],
    [single, { kind: 'short_answer', text: 'x' }, []],
    [single, null, []],
    [multiple, { kind: 'multiple', choices: ['o3', 'o1'] }, ['A', 'C']],
    [truth, { kind: 'true_false', choice: false }, ['Sai']],
    [truth, { kind: 'true_false', choice: null }, []],
    [matching, { kind: 'matching', matches: { o1: 'o3' } }, ['A → C', 'B → Chưa chọn']],
    [matching, { kind: 'matching', matches: {} }, []],
    [ordering, { kind: 'ordering', order: ['o3', 'o1', 'o2'] }, ['1. C', '2. A', '3. B']],
    [ordering, { kind: 'ordering', order: [] }, []],
    [numeric, { kind: 'numeric', text: ' 12,5 ' }, ['12,5 ngày']],
    [numeric, { kind: 'numeric', text: '300 giờ' }, ['300 giờ']],
    [numeric, { kind: 'numeric', text: ' ' }, []],
    [short, { kind: 'short_answer', text: 'sổ' }, ['sổ']],
    [blanks('typed'), filled({ b2: ' năm ' }), ['(1) Chưa chọn', '(2) năm']],
    [blanks('list'), filled({ b1: 'o3', b2: 'o1' }), ['(1) C', '(2) A']],
    [blanks('bank'), filled({ b1: 'o2', b2: 'từ khác' }), ['(1) B', '(2) từ khác']],
    [blanks('bank'), filled({}), []],
    [
      groups,
      { kind: 'categorise', placements: { o1: 'g2', o3: 'g2' } },
      ['Y: A; C', 'Chưa xếp: B'],
    ],
    [groups, { kind: 'categorise', placements: {} }, []],
    [hotspot, { kind: 'hotspot', marks: [{ x: 1, y: 2 }, { area: 'o2' }] }, ['Dấu 1', 'B']],
    [essay, { kind: 'essay', text: ' Bài làm.\n' }, ['Bài làm.']],
    [
      { kind: 'file_upload', stem: '', accept: ['pdf'], maximumFiles: 1, maximumMegabytes: 1 },
      { kind: 'file_upload', files: [{ id: 'f', name: 'đơn.pdf', size: 1 }] },
      ['đơn.pdf'],
    ],
  ])('%#', (question, response, lines) => {
    expect(answerLines(question, response, words)).toEqual(lines);
  });
});

describe('notesOn', () => {
  it('names what a note speaks of', () => {
    const notes = [
      { id: 'o2', text: 'khu chờ' },
      { id: 'o3', text: ' ' },
      { id: 'gone', text: 'lạ' },
    ];
    expect(notesOn(hotspot, notes, words)).toEqual([
      { id: 'o2', option: 'B', note: 'khu chờ' },
      { id: 'gone', option: '', note: 'lạ' },
    ]);
  });
});

describe('reviewedOptions', () => {
  it('marks what was chosen and what is right', () => {
    const reviewed = reviewedOptions(
      multiple,
      { kind: 'multiple', choices: ['o1', 'o2'] },
      { kind: 'multiple', choices: ['o2', 'o3'] },
      [{ id: 'o1', text: 'vì sao không' }],
      words,
    );
    expect(reviewed).toEqual([
      { id: 'o1', text: 'A', chosen: true, right: false, feedback: 'vì sao không' },
      { id: 'o2', text: 'B', chosen: true, right: true, feedback: null },
      { id: 'o3', text: 'C', chosen: false, right: true, feedback: null },
    ]);
  });

  it('tells nothing of what is right where it may not', () => {
    const reviewed = reviewedOptions(truth, { kind: 'true_false', choice: true }, null, [], words);
    expect(reviewed?.map(({ id, chosen, right }) => [id, chosen, right])).toEqual([
      ['true', true, null],
      ['false', false, null],
    ]);
  });

  it('is for questions of choice only', () => {
    expect(reviewedOptions(ordering, null, null, [], words)).toBeNull();
  });
});
