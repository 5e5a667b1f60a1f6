/** The room where the state of a paper is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { AnswerResponse, PaperQuestion } from '@tap-huan/contract';
import { countsOf, pagesOf, standingOf, stateOf, wordsOf } from './paper-state';

const two = [
  { id: 'o1', text: 'A' },
  { id: 'o2', text: 'B' },
];
const slot = (question: PaperQuestion, number = 1) => ({ slot: number, points: 100, question });
const single = slot({ kind: 'single', stem: '', options: two });
const matching = slot({ kind: 'matching', stem: '', prompts: two, answers: two });
const ordering = slot({ kind: 'ordering', stem: '', items: two });
const numeric = slot({ kind: 'numeric', stem: '', unit: '' });
const short = slot({ kind: 'short_answer', stem: '' });
const multiple = slot({ kind: 'multiple', stem: '', options: two });

describe('pagesOf', () => {
  it.each([
    [0, [[1, 2, 3, 4, 5]]],
    [1, [[1], [2], [3], [4], [5]]],
    [2, [[1, 2], [3, 4], [5]]],
    [9, [[1, 2, 3, 4, 5]]],
  ])('%i on a page', (perPage, pages) => {
    expect(pagesOf([1, 2, 3, 4, 5], perPage)).toEqual(pages);
  });
  it('has a page where there are no questions', () => {
    expect(pagesOf([], 1)).toEqual([[]]);
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
    ['a number', numeric, { kind: 'numeric', text: '12,5' }, 'answered'],
  ])('%s', (_, on, response, state) => {
    expect(stateOf(on, response)).toBe(state);
  });
});

describe('countsOf', () => {
  it('counts states and flags', () => {
    const given = new Map([[1, { response: null, flagged: true }]]);
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
