/** The room where questions in writing are put to the test. */
import { describe, expect, it } from '@jest/globals';
import { questionContent, type QuestionContent } from '@tap-huan/contract';
import {
  contentOf,
  emptyForm,
  type FormProblem,
  formOf,
  formProblems,
  freeId,
  isUntouched,
  type QuestionForm,
  typedNumber,
} from './question-form';

const shared = {
  stem: '<p>Hỏi?</p>',
  feedback: '<p>Vì</p>',
  legalBasis: ['Nghị định 1'],
  asOf: '2026-11-01',
  difficulty: 'apply' as const,
};
const options = [
  { id: 'a', text: 'A', feedback: 'Đúng' },
  { id: 'b', text: 'B' },
];
const contents: QuestionContent[] = [
  { kind: 'single', ...shared, options, correct: 'a' },
  { kind: 'multiple', ...shared, options, correct: ['b'], scoring: 'all_or_nothing' },
  { kind: 'true_false', ...shared, correct: false },
  {
    kind: 'matching',
    ...shared,
    pairs: [
      { id: 'p', prompt: 'P', answer: 'x' },
      { id: 'q', prompt: 'Q', answer: 'y' },
    ],
    distractors: ['z'],
  },
  {
    kind: 'ordering',
    ...shared,
    items: ['1', '2', '3'].map((id) => ({ id, text: id })),
    scoring: 'exact',
  },
  { kind: 'numeric', ...shared, value: 1414.5, tolerance: 0.25, unit: 'ngày' },
  {
    kind: 'short_answer',
    ...shared,
    accepted: ['một', 'hai'],
    ignoreCase: false,
    ignoreDiacritics: true,
  },
];

describe('question form', () => {
  it.each(contents.map((content) => [content.kind, content] as const))(
    'keeps a %s question as it is',
    (_, content) => {
      const form = formOf(content);
      expect(contentOf(form)).toEqual(content);
      expect(formProblems(form)).toEqual([]);
      expect(questionContent.safeParse(contentOf(form)).success).toBe(true);
    },
  );

  it.each(contents.map(({ kind }) => [kind]))(
    'an empty %s form has problems, and is untouched',
    (kind) => {
      const form = emptyForm(kind);
      expect(formProblems(form)).toContain('stem_without_text');
      expect(formProblems(form).length).toBeGreaterThan(1);
      expect(isUntouched(form)).toBe(true);
    },
  );

  const stem = '<p>Hỏi?</p>';
  const option = (id: string, text: string, right = false) => ({ id, text, feedback: '', right });
  it.each<[string, Partial<QuestionForm> & Pick<QuestionForm, 'kind'>, FormProblem[]]>([
    [
      'lines left empty',
      { kind: 'single', options: [option('a', 'A', true), option('b', 'B'), option('c', ' ')] },
      [],
    ],
    [
      'no key',
      { kind: 'single', options: [option('a', 'A'), option('b', 'B')] },
      ['no_right_answer'],
    ],
    [
      'key without text',
      { kind: 'single', options: [option('a', 'A'), option('b', 'B'), option('c', '', true)] },
      ['option_without_text'],
    ],
    ['one option', { kind: 'multiple', options: [option('a', 'A', true)] }, ['too_few_options']],
    [
      'all right',
      { kind: 'multiple', options: [option('a', 'A', true), option('b', 'B', true)] },
      ['no_wrong_option'],
    ],
    ['no truth', { kind: 'true_false' }, ['truth_missing']],
    [
      'half a pair',
      {
        kind: 'matching',
        pairs: [
          { id: 'a', prompt: 'A', answer: 'x' },
          { id: 'b', prompt: '', answer: 'y' },
        ],
      },
      ['pair_half_empty'],
    ],
    [
      'two items',
      {
        kind: 'ordering',
        items: [
          { id: 'a', text: 'A' },
          { id: 'b', text: 'B' },
        ],
      },
      ['ordering_too_short'],
    ],
    ['words for a number', { kind: 'numeric', value: 'mười' }, ['value_not_a_number']],
    [
      'words for a tolerance',
      { kind: 'numeric', value: '8,5', tolerance: 'ít' },
      ['tolerance_not_a_number'],
    ],
    ['below zero', { kind: 'numeric', value: '8,5', tolerance: '-1' }, ['tolerance_negative']],
    ['no answers', { kind: 'short_answer' }, ['no_right_answer']],
  ])('%s', (_, part, problems) => {
    expect(formProblems({ ...emptyForm(part.kind), stem, ...part })).toEqual(problems);
  });

  it.each([
    ['8,5', 8.5],
    ['8.5', 8.5],
    ['1.414', 1414],
    ['1.414,5', 1414.5],
    ['-3', -3],
    ['', null],
    ['x', null],
  ])('reads %s as %p', (text, value) => {
    expect(typedNumber(text)).toBe(value);
  });

  it('finds a free id', () => {
    expect(freeId([{ id: 'a' }, { id: 'c' }])).toBe('b');
    expect(freeId([...'abcdefghijklmnopqrstuvwxyz'].map((id) => ({ id })))).toBe('x1');
  });
});
