/** The room where questions in writing are put to the test. */
import { describe, expect, it } from '@jest/globals';
import { QUESTION_KINDS, questionContent, type QuestionContent } from '@tap-huan/contract';
import { arbitraryContent } from '@tap-huan/rules/testing';
import fc from 'fast-check';
import { type FormProblem, typedNumber, written } from './forms/form-parts';
import { newCriterion, shareOf } from './forms/marked-form';
import {
  type AnswerForm,
  contentOf,
  emptyForm,
  type FormFrame,
  formOf,
  formProblems,
  isUntouched,
  keptForm,
  type QuestionForm,
} from './question-form';

const place = { categoryId: null, status: 'ready' as const };
const stem = '<p>Hỏi?</p>';
const form = (
  kind: QuestionForm['kind'],
  answer: Record<string, unknown>,
  frame: Partial<FormFrame> = {},
): QuestionForm => {
  const empty = emptyForm(kind);
  const own = { ...empty.answer, ...answer } as AnswerForm;
  return { ...empty, stem, ...frame, answer: own } as QuestionForm;
};

/** The order in which right answers are named means nothing. */
const inOrder = (content: QuestionContent): QuestionContent =>
  'correct' in content && Array.isArray(content.correct)
    ? ({ ...content, correct: [...content.correct].sort() } as QuestionContent)
    : content;

describe('question form', () => {
  it.each(QUESTION_KINDS)('keeps every %s question as it is', (kind) => {
    fc.assert(
      fc.property(arbitraryContent[kind] as fc.Arbitrary<QuestionContent>, (content) => {
        const written = formOf(content, place);
        expect(inOrder(contentOf(written))).toEqual(inOrder(content));
        expect(formProblems(written)).toEqual([]);
        expect(questionContent.safeParse(contentOf(written)).success).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each(QUESTION_KINDS)('an empty %s form has problems, and is untouched', (kind) => {
    const empty = emptyForm(kind, 'category');
    expect(formProblems(empty)).toContain('stem_without_text');
    expect(isUntouched(empty)).toBe(true);
    expect(isUntouched({ ...empty, stem } as QuestionForm)).toBe(false);
  });

  const option = (id: string, text: string, right = false, weight = '') => ({
    id,
    text,
    feedback: '',
    right,
    weight,
  });
  const thing = (id: string, text: string, groupId: string | null) => ({ id, text, groupId });
  const groups = [
    { id: 'g', title: 'Nhóm' },
    { id: 'h', title: 'Khác' },
  ];
  const variable = (name: string, minimum: string, maximum: string, decimals = '0') => ({
    id: name,
    name,
    minimum,
    maximum,
    decimals,
  });
  const area = (id: string, label: string, right = false) => ({
    id,
    label,
    feedback: '',
    right,
    area: { shape: 'circle' as const, x: 500, y: 500, radius: 50 },
  });
  const image = {
    url: '/api/media/0f8fad5b-d9cb-469f-a165-70867728950e',
    alt: 'Sơ đồ',
    width: 4,
    height: 3,
  };
  const level = (id: string, percent: string) => ({ id, percent, description: 'Mức' });
  const criterion = (levels: unknown[], title = 'Lập luận', weight = '2') => ({
    id: 'a',
    title,
    weight,
    levels,
  });

  it.each<[string, QuestionForm, FormProblem[]]>([
    [
      'lines left empty',
      form('single', { options: [option('a', 'A', true), option('b', 'B'), option('c', ' ')] }),
      [],
    ],
    [
      'no key',
      form('single', { options: [option('a', 'A'), option('b', 'B')] }),
      ['no_right_answer'],
    ],
    [
      'key without text',
      form('single', {
        options: [option('a', 'A', true), option('b', 'B'), option('c', '', true)],
      }),
      ['option_without_text'],
    ],
    ['one option', form('multiple', { options: [option('a', 'A', true)] }), ['too_few_options']],
    [
      'all right',
      form('multiple', { options: [option('a', 'A', true), option('b', 'B', true)] }),
      ['no_wrong_option'],
    ],
    [
      'words for a weight',
      form('multiple', {
        scoring: 'weights',
        options: [option('a', 'A', false, '100'), option('b', 'B', false, 'ít')],
      }),
      ['weight_not_a_number'],
    ],
    [
      'weights that nobody can fill',
      form('multiple', {
        scoring: 'weights',
        options: [option('a', 'A', false, '60'), option('b', 'B', false, '-20')],
      }),
      ['weights_do_not_reach_full'],
    ],
    ['no truth', form('true_false', {}), ['truth_missing']],
    [
      'half a pair',
      form('matching', {
        pairs: [
          { id: 'a', prompt: 'A', answer: 'x' },
          { id: 'b', prompt: '', answer: 'y' },
        ],
      }),
      ['pair_half_empty'],
    ],
    [
      'two items',
      form('ordering', { items: ['A', 'B'].map((text) => ({ id: text, text })) }),
      ['ordering_too_short'],
    ],
    ['words for a number', form('numeric', { value: 'mười' }), ['value_not_a_number']],
    [
      'words for a tolerance',
      form('numeric', { value: '8,5', tolerance: 'ít' }),
      ['tolerance_not_a_number'],
    ],
    ['below zero', form('numeric', { value: '8,5', tolerance: '-1' }), ['tolerance_negative']],
    [
      'half a unit',
      form('numeric', { value: '8', unit: 'phút', units: [{ id: 'u', name: 'giờ', factor: '' }] }),
      ['unit_half_empty'],
    ],
    ['no answers', form('short_answer', {}), ['no_right_answer']],
    ['no text', form('fill_blanks', {}), ['text_missing', 'no_blanks']],
    [
      'a blank without an answer',
      form('fill_blanks', {
        text: 'Sở [[b1]]',
        blanks: [{ id: 'b1', accepted: [], distractors: [] }],
      }),
      ['blank_without_answer'],
    ],
    [
      'a thing without a group',
      form('categorise', { groups, things: [thing('a', 'A', 'g'), thing('b', 'B', null)] }),
      ['thing_without_group'],
    ],
    [
      'a thing whose group was emptied',
      form('categorise', {
        groups: [...groups, { id: 'x', title: ' ' }],
        things: [thing('a', 'A', 'g'), thing('b', 'B', 'x')],
      }),
      ['thing_without_group'],
    ],
    ['no picture', form('hotspot', {}), ['image_missing', 'too_few_areas']],
    [
      'a picture without words and without a key',
      form('hotspot', { image: { ...image, alt: ' ' }, areas: [area('a', 'A'), area('b', '')] }),
      ['image_words_missing', 'area_without_label', 'no_right_area'],
    ],
    [
      'a formula',
      form(
        'calculated',
        { variables: [variable('a', '1', '9'), variable('b', '2,5', '3', '1')], formula: 'a * b' },
        { stem: '<p>Nhân {a} với {b}.</p>' },
      ),
      [],
    ],
    [
      'a variable that is not there',
      form('calculated', { variables: [variable('a', '1', '9')], formula: 'a * c' }),
      ['formula_variable_unknown', 'variable_not_shown'],
    ],
    [
      'nothing to draw from',
      form('calculated', { formula: 'a + b' }),
      ['variable_incomplete', 'variable_not_shown'],
    ],
    ['words for words', form('essay', { minimumWords: 'nhiều' }), ['words_wrong']],
    [
      'a level without percent',
      form('essay', { rubric: [criterion([level('a', '100'), level('b', '')])] }),
      ['level_incomplete'],
    ],
    [
      'a rubric that nobody can fill',
      form('essay', { rubric: [criterion([level('a', '90'), level('b', '0')])] }),
      ['rubric_does_not_reach_full'],
    ],
    [
      'a criterion without a name',
      form('file_upload', { rubric: [criterion([level('a', '100'), level('b', '0')], ' ', '0')] }),
      ['criterion_without_title', 'criterion_weight_wrong'],
    ],
    [
      'no files',
      form('file_upload', { accept: [], maximumFiles: '11' }),
      ['no_file_kinds', 'file_limits_wrong'],
    ],
    [
      'a text that is too long',
      form('true_false', { truth: true, ifTrue: 'a'.repeat(2_001) }),
      ['text_too_long'],
    ],
  ])('%s', (_, given, problems) => {
    expect(formProblems(given)).toEqual(problems);
  });

  it('takes a copy of an older release with what it has', () => {
    const kept = { kind: 'numeric', stem, answer: { value: '8' } };
    expect(keptForm(kept, 'numeric')).toEqual(form('numeric', { value: '8' }));
    expect(keptForm(kept, 'single')).toBeNull();
    expect(keptForm({ kind: 'numeric', value: '8' }, 'numeric')).toBeNull();
    expect(keptForm(null, 'numeric')).toBeNull();
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

  it('reads back every number that it writes', () => {
    const numbers = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(numbers, (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-6);
        expect(typedNumber(written(value))).toBe(value + 0);
      }),
    );
  });

  it('shares the marks among criteria', () => {
    const rubric = [newCriterion('a'), { ...newCriterion('b'), weight: '3' }];
    expect(rubric.map((_, at) => shareOf(rubric, at))).toEqual([25, 75]);
    expect(shareOf([...rubric, { ...newCriterion('c'), weight: '' }], 0)).toBeNull();
    expect(newCriterion('c', { ...rubric[0]!, levels: [level('x', '70')] }).levels).toEqual([
      { id: 'x', percent: '70', description: '' },
    ]);
  });
});
