/** The room where an author's mistakes are put to the test. */
import { expect, it } from '@jest/globals';
import type { QuestionContent } from '@tap-huan/contract';
import { contentProblems } from './problems';

const shared = {
  stem: '<p>Hỏi?</p>',
  feedback: '',
  legalBasis: [],
  asOf: null,
  difficulty: 'recall' as const,
};
const two = [
  { id: 'a', text: 'A' },
  { id: 'b', text: 'B' },
];
const pairs = [
  { id: 'p', prompt: 'P', answer: 'x' },
  { id: 'q', prompt: 'Q', answer: 'x' },
];
const items = [
  { id: '1', text: 'A' },
  { id: '2', text: 'B' },
  { id: '3', text: 'C' },
];

it.each<[string, QuestionContent, string[]]>([
  ['good', { kind: 'single', ...shared, options: two, correct: 'a' }, []],
  [
    'key elsewhere',
    { kind: 'single', ...shared, options: two, correct: 'z' },
    ['correct_option_missing'],
  ],
  [
    'same texts',
    { kind: 'single', ...shared, options: [two[0]!, { id: 'b', text: 'A ' }], correct: 'a' },
    ['option_texts_repeat'],
  ],
  [
    'picture only',
    { kind: 'true_false', ...shared, stem: '<p><img src="x"> ?</p>', correct: true },
    ['stem_without_text'],
  ],
  [
    'all right',
    { kind: 'multiple', ...shared, options: two, correct: ['a', 'b'], scoring: 'partial' },
    ['no_wrong_option'],
  ],
  [
    'none right',
    { kind: 'multiple', ...shared, options: two, correct: [], scoring: 'partial' },
    ['no_right_answer'],
  ],
  [
    'key not a subset',
    { kind: 'multiple', ...shared, options: two, correct: ['a', 'z'], scoring: 'partial' },
    ['correct_option_missing'],
  ],
  [
    'all answers equal',
    { kind: 'matching', ...shared, pairs, distractors: [] },
    ['answers_all_equal'],
  ],
  [
    'equal answers and a distractor',
    { kind: 'matching', ...shared, pairs, distractors: ['y'] },
    [],
  ],
  [
    'distractor is right',
    { kind: 'matching', ...shared, pairs, distractors: ['x'] },
    ['distractor_is_an_answer'],
  ],
  [
    'same prompts',
    {
      kind: 'matching',
      ...shared,
      pairs: [pairs[0]!, { id: 'q', prompt: 'P', answer: 'y' }],
      distractors: [],
    },
    ['prompts_repeat'],
  ],
  ['good order', { kind: 'ordering', ...shared, items, scoring: 'adjacent' }, []],
  [
    'two items',
    { kind: 'ordering', ...shared, items: items.slice(1), scoring: 'adjacent' },
    ['ordering_too_short'],
  ],
  [
    'negative tolerance',
    { kind: 'numeric', ...shared, value: 1, tolerance: -1, unit: '' },
    ['tolerance_negative'],
  ],
  [
    'no number',
    { kind: 'numeric', ...shared, value: Number.NaN, tolerance: 0, unit: '' },
    ['value_not_a_number'],
  ],
  [
    'punctuation',
    {
      kind: 'short_answer',
      ...shared,
      accepted: ['có', '...'],
      ignoreCase: true,
      ignoreDiacritics: false,
    },
    ['accepted_answer_empty'],
  ],
])('%s', (_, content, problems) => expect(contentProblems(content)).toEqual(problems));
