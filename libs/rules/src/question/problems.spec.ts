/** The room where an author's mistakes are put to the test. */
import { expect, it } from '@jest/globals';
import type { ContentOf, QuestionContent } from '@tap-huan/contract';
import { contentProblems, QUESTION_PROBLEMS } from './problems';
import { plain, strictNumber } from './testing/plain';

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

const statement: ContentOf<'true_false'> = {
  kind: 'true_false',
  ...plain,
  correct: true,
  optionFeedback: { true: '', false: '' },
};

const seen = new Set<string>();
const check = (content: QuestionContent, problems: string[]) => {
  for (const problem of problems) seen.add(problem);
  expect(contentProblems(content)).toEqual(problems);
};

it.each<[string, QuestionContent, string[]]>([
  ['good hints', { ...statement, hints: ['Xem Điều 15'] }, []],
  ['a hint of signs', { ...statement, hints: ['Xem', ' … <b></b>'] }, ['hint_empty']],
  ['good', { kind: 'single', ...plain, options: two, correct: 'a' }, []],
  [
    'key elsewhere',
    { kind: 'single', ...plain, options: two, correct: 'z' },
    ['correct_option_missing'],
  ],
  [
    'same texts',
    { kind: 'single', ...plain, options: [two[0]!, { id: 'b', text: 'A ' }], correct: 'a' },
    ['option_texts_repeat'],
  ],
  ['picture only', { ...statement, stem: '<p><img src="x"> ?</p>' }, ['stem_without_text']],
  [
    'all right',
    { kind: 'multiple', ...plain, options: two, correct: ['a', 'b'], scoring: 'partial' },
    ['no_wrong_option'],
  ],
  [
    'none right',
    { kind: 'multiple', ...plain, options: two, correct: [], scoring: 'partial' },
    ['no_right_answer'],
  ],
  [
    'key not a subset',
    { kind: 'multiple', ...plain, options: two, correct: ['a', 'z'], scoring: 'partial' },
    ['correct_option_missing'],
  ],
  [
    'all answers equal',
    { kind: 'matching', ...plain, pairs, distractors: [] },
    ['answers_all_equal'],
  ],
  ['equal answers and a distractor', { kind: 'matching', ...plain, pairs, distractors: ['y'] }, []],
  [
    'distractor is right',
    { kind: 'matching', ...plain, pairs, distractors: ['x'] },
    ['distractor_is_an_answer'],
  ],
  [
    'same prompts',
    {
      kind: 'matching',
      ...plain,
      pairs: [pairs[0]!, { id: 'q', prompt: 'P', answer: 'y' }],
      distractors: [],
    },
    ['prompts_repeat'],
  ],
  ['good order', { kind: 'ordering', ...plain, items, scoring: 'adjacent' }, []],
  [
    'two items',
    { kind: 'ordering', ...plain, items: items.slice(1), scoring: 'adjacent' },
    ['ordering_too_short'],
  ],
  [
    'negative tolerance',
    { kind: 'numeric', ...plain, ...strictNumber, value: 1, tolerance: -1 },
    ['tolerance_negative'],
  ],
  [
    'no number',
    { kind: 'numeric', ...plain, ...strictNumber, value: Number.NaN },
    ['value_not_a_number'],
  ],
  [
    'punctuation',
    {
      kind: 'short_answer',
      ...plain,
      accepted: ['có', '...'],
      ignoreCase: true,
      ignoreDiacritics: false,
      wildcards: false,
    },
    ['accepted_answer_empty'],
  ],
])('%s', (_, content, problems) => check(content, problems));

const weighted = (weights: (number | undefined)[], correct: string[]): QuestionContent => ({
  kind: 'multiple',
  ...plain,
  options: weights.map((weight, place) => ({ id: `w${place}`, text: `W${place}`, weight })),
  correct,
  scoring: 'weights',
});
it.each<[string, QuestionContent, string[]]>([
  ['reach 100', weighted([60, 40, -50], ['w0', 'w1']), []],
  ['exceed 100', weighted([100, 50, 0], ['w0', 'w1']), []],
  ['miss 100', weighted([60, 39, undefined], ['w0', 'w1']), ['weights_do_not_reach_full']],
  [
    'only cost',
    weighted([-60, -40], ['w0']),
    ['weights_do_not_reach_full', 'weights_contradict_key'],
  ],
  ['key left out', weighted([60, 40, 0], ['w0']), ['weights_contradict_key']],
  ['key too wide', weighted([100, 0, 0], ['w0', 'w1']), ['weights_contradict_key']],
])('weights: %s', (_, content, problems) => check(content, problems));

const units = (unit: string, names: string[]): QuestionContent => ({
  kind: 'numeric',
  ...plain,
  ...strictNumber,
  value: 1,
  unit,
  units: names.map((name) => ({ name, factor: 2 })),
});
const accepted = (texts: string[], wildcards: boolean): QuestionContent => ({
  kind: 'short_answer',
  ...plain,
  accepted: texts,
  wildcards,
  ignoreCase: true,
  ignoreDiacritics: false,
});
it.each<[string, QuestionContent, string[]]>([
  ['units', units('giờ', ['phút', '%']), []],
  ['the unit again', units('giờ', ['Gio']), ['units_repeat']],
  ['a unit twice', units('', ['giờ', 'giờ ']), ['units_repeat']],
  ['a star', accepted(['a*'], true), []],
  ['a literal star', accepted(['\\*'], true), []],
  ['only stars', accepted(['a', '* *.'], true), ['accepted_answer_matches_all']],
  ['a star that is none', accepted(['*'], false), []],
])('typed: %s', (_, content, problems) => check(content, problems));

type Blanks = ContentOf<'fill_blanks'>;
const blanks = (changed: Partial<Blanks> = {}): Blanks => ({
  kind: 'fill_blanks',
  ...plain,
  text: 'Cấp [[a]] và cấp [[b]].',
  mode: 'typed',
  blanks: [
    { id: 'a', accepted: ['tỉnh'], distractors: ['huyện'] },
    { id: 'b', accepted: ['xã', 'phường'], distractors: ['thôn', 'ấp'] },
  ],
  distractors: [],
  ignoreCase: true,
  ignoreDiacritics: false,
  ...changed,
});
const [a, b] = blanks().blanks as [Blanks['blanks'][number], Blanks['blanks'][number]];
it.each<[string, Partial<Blanks>, string[]]>([
  ['good', {}, []],
  ['good list', { mode: 'list' }, []],
  ['good bank', { mode: 'bank', distractors: ['bản'] }, []],
  ['no marker', { text: 'Cấp [[a]]' }, ['blank_without_marker']],
  ['no blank', { text: '[[a]] [[b]] [[c]]' }, ['marker_without_blank']],
  ['marker twice', { text: '[[a]] [[b]] [[a]]' }, ['marker_repeats']],
  ['none right', { blanks: [a, { ...b, accepted: [] }] }, ['no_right_answer']],
  ['punctuation', { blanks: [a, { ...b, accepted: ['xã', '?'] }] }, ['accepted_answer_empty']],
  ['no choice', { mode: 'list', blanks: [a, { ...b, distractors: [] }] }, ['no_wrong_option']],
  [
    'same choices',
    { mode: 'list', blanks: [a, { ...b, distractors: ['thôn', 'thôn '] }] },
    ['option_texts_repeat'],
  ],
  [
    'a choice is right',
    { mode: 'list', blanks: [a, { ...b, distractors: ['phường'] }] },
    ['distractor_is_an_answer'],
  ],
  ['a word is right', { mode: 'bank', distractors: ['phường'] }, ['distractor_is_an_answer']],
  ['a word twice', { mode: 'bank', distractors: ['ấp', 'ấp'] }, ['option_texts_repeat']],
  [
    'twins of the bank',
    { mode: 'bank', blanks: [a, { ...b, accepted: ['tỉnh'] }], distractors: ['ấp'] },
    [],
  ],
  [
    'nothing but one word',
    { mode: 'bank', blanks: [a, { ...b, accepted: ['tỉnh'] }] },
    ['no_wrong_option'],
  ],
])('fill_blanks: %s', (_, changed, problems) => check(blanks(changed), problems));

const groups = (items: [string, string][], titles = ['Tỉnh', 'Xã', 'Thôn']): QuestionContent => ({
  kind: 'categorise',
  ...plain,
  groups: titles.map((title, place) => ({ id: `g${place}`, title })),
  items: items.map(([text, groupId], place) => ({ id: `i${place}`, text, groupId })),
  scoring: 'partial',
});
it.each<[string, QuestionContent, string[]]>([
  [
    'good, with an empty group',
    groups([
      ['A', 'g0'],
      ['B', 'g1'],
    ]),
    [],
  ],
  [
    'no such group',
    groups([
      ['A', 'g0'],
      ['B', 'g9'],
    ]),
    ['group_missing'],
  ],
  [
    'contradicting items',
    groups([
      ['A', 'g0'],
      ['A ', 'g1'],
    ]),
    ['option_texts_repeat'],
  ],
  [
    'same groups',
    groups(
      [
        ['A', 'g0'],
        ['B', 'g1'],
      ],
      ['Tỉnh', 'Tỉnh'],
    ),
    ['group_titles_repeat'],
  ],
])('categorise: %s', (_, content, problems) => check(content, problems));

type Area = ContentOf<'hotspot'>['areas'][number];
const area = (id: string, changed: Partial<Area> = {}): Area => ({
  id,
  label: `Vùng ${id}`,
  area: { shape: 'rectangle', x: 0, y: 0, width: 500, height: 500 },
  ...changed,
});
const picture = (areas: Area[], correct: string[]): QuestionContent => ({
  kind: 'hotspot',
  ...plain,
  image: {
    url: '/api/media/6b0f4d0e-6e4b-4c39-8d3a-1f0a3a5b7c11',
    alt: 'Mẫu',
    width: 100,
    height: 100,
  },
  areas,
  correct,
});
const flat: Area['area'] = { shape: 'rectangle', x: 0, y: 0, width: 500, height: 0 };
const wide: Area['area'] = { shape: 'rectangle', x: 600, y: 0, width: 500, height: 5 };
it.each<[string, QuestionContent, string[]]>([
  ['good', picture([area('a'), area('b')], ['a']), []],
  ['key elsewhere', picture([area('a'), area('b')], ['a', 'z']), ['correct_option_missing']],
  ['all right', picture([area('a'), area('b')], ['a', 'b']), ['no_wrong_option']],
  [
    'same labels',
    picture([area('a'), area('b', { label: 'Vùng a' })], ['a']),
    ['option_texts_repeat'],
  ],
  ['a line', picture([area('a'), area('b', { area: flat })], ['a']), ['area_without_size']],
  ['outside', picture([area('a'), area('b', { area: wide })], ['a']), ['area_outside_picture']],
])('hotspot: %s', (_, content, problems) => check(content, problems));

type Calculated = ContentOf<'calculated'>;
const variable = (name: string, minimum: number, maximum: number) => ({
  name,
  minimum,
  maximum,
  decimals: 0,
});
const calculated = (changed: Partial<Calculated> = {}): Calculated => ({
  kind: 'calculated',
  ...plain,
  ...strictNumber,
  stem: '<p>{a} nhân {b}?</p>',
  variables: [variable('a', 1, 5), variable('b', 2, 3)],
  formula: 'a * b',
  decimals: 0,
  ...changed,
});
it.each<[string, Partial<Calculated>, string[]]>([
  ['good', {}, []],
  ['a number for show', { formula: 'a' }, []],
  ['no formula', { formula: 'a *' }, ['formula_unreadable']],
  ['code', { formula: 'alert(a)' }, ['formula_unreadable']],
  ['unknown name', { formula: 'a * c' }, ['formula_variable_unknown']],
  ['zero at an end', { formula: 'b / (a - 5)' }, ['formula_without_result']],
  ['zero in the middle', { formula: 'b / (a - 3)' }, ['formula_without_result']],
  ['too many digits', { formula: '(a + b) ^ 40' }, ['formula_without_result']],
  [
    'the wrong way round',
    { variables: [variable('a', 5, 1), variable('b', 2, 3)] },
    ['variable_without_values'],
  ],
  [
    'no step',
    { variables: [variable('a', 1.2, 1.8), variable('b', 2, 3)] },
    ['variable_without_values'],
  ],
  [
    'same names',
    { variables: [variable('a', 1, 5), variable('b', 2, 3), variable('a', 1, 2)] },
    ['variables_repeat'],
  ],
  ['unknown in the stem', { stem: '{a} {b} {c}' }, ['stem_variable_unknown']],
  ['misspelled in the stem', { stem: '{a} {b} {B}' }, ['stem_variable_unknown']],
  ['not shown', { stem: 'Nhân với {a}' }, ['variable_not_shown']],
  ['tolerance', { tolerance: Number.NaN }, ['tolerance_negative']],
])('calculated: %s', (_, changed, problems) => check(calculated(changed), problems));

const essay = (changed: Partial<ContentOf<'essay'>>): QuestionContent => ({
  kind: 'essay',
  ...plain,
  minimumWords: null,
  maximumWords: null,
  rubric: [],
  markingGuide: '',
  modelAnswer: '',
  ...changed,
});
const rubric = (...percents: number[]) => [
  {
    id: 'c',
    title: 'Nội dung',
    weight: 3,
    levels: percents.map((percent, level) => ({ id: `l${level}`, percent, description: 'Mức' })),
  },
];
it.each<[string, QuestionContent, string[]]>([
  ['good', essay({ minimumWords: 100, maximumWords: 100, rubric: rubric(0, 100) }), []],
  ['only a minimum', essay({ minimumWords: 100 }), []],
  [
    'too few words',
    essay({ minimumWords: 101, maximumWords: 100 }),
    ['minimum_words_above_maximum'],
  ],
  ['no full level', essay({ rubric: rubric(0, 50) }), ['rubric_does_not_reach_full']],
  [
    'no full level for files',
    {
      kind: 'file_upload',
      ...plain,
      accept: ['pdf'],
      maximumFiles: 1,
      maximumMegabytes: 1,
      rubric: rubric(0, 99),
      markingGuide: '',
      modelAnswer: '',
    },
    ['rubric_does_not_reach_full'],
  ],
])('by hand: %s', (_, content, problems) => check(content, problems));

it('has a case for every problem', () => {
  expect([...seen].sort()).toEqual([...QUESTION_PROBLEMS].sort());
});
