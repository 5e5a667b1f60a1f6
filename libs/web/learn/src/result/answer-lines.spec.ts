/** The room where answers in words are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { AnswerResponse, PaperQuestion } from '@tap-huan/contract';
import { answerLines, reviewedOptions } from './answer-lines';

const words = { true: 'Đúng', false: 'Sai', notChosen: 'Chưa chọn' };
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
const numeric: PaperQuestion = { kind: 'numeric', stem: '', unit: 'ngày' };
const short: PaperQuestion = { kind: 'short_answer', stem: '' };

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
    [numeric, { kind: 'numeric', text: ' ' }, []],
    [short, { kind: 'short_answer', text: 'sổ' }, ['sổ']],
  ])('%#', (question, response, lines) => {
    expect(answerLines(question, response, words)).toEqual(lines);
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
