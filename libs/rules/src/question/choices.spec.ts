/** The room where questions with options and statements are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ContentOf } from '@tap-huan/contract';
import { seededRandom } from '../random';
import { multiple } from './multiple/multiple';
import { single } from './single/single';
import { plain } from './testing/plain';
import { trueFalse } from './true-false/true-false';

const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
  id,
  text: `Chọn ${id}`,
  feedback: `Về ${id}`,
}));
const asWritten = { random: seededRandom('x'), shuffleOptions: false };
const shuffled = { random: seededRandom('x'), shuffleOptions: true };

describe('single', () => {
  const content: ContentOf<'single'> = { kind: 'single', ...plain, options, correct: 'c' };
  const frozen = single.paperOf(content, asWritten);

  it('keeps the order of the author unless told to shuffle', () => {
    expect(frozen.order).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(single.paperOf(content, shuffled).order).not.toEqual(frozen.order);
    expect(frozen.paper.options[2]).toEqual({ id: 'o3', text: 'Chọn c' });
  });

  it.each([
    ['o3', 'right', 1, 'c', 'Về c', true],
    ['o1', 'wrong', 0, 'a', 'Về a', true],
    [null, 'unanswered', 0, 'unanswered', undefined, false],
    ['c', 'unanswered', 0, 'unanswered', undefined, false],
    ['__proto__', 'unanswered', 0, 'unanswered', undefined, false],
  ])('%s is %s', (choice, outcome, fraction, label, feedback, complete) => {
    const response = { kind: 'single' as const, choice };
    expect(single.grade(content, frozen, response)).toMatchObject({ outcome, fraction });
    expect(single.classify(content, frozen, response)).toBe(label);
    const explained = single.explain(content, frozen, response);
    expect(explained.optionFeedback[0]?.text).toBe(feedback);
    expect(explained.correct).toEqual({ kind: 'single', choice: 'o3' });
    expect(single.isComplete(response, frozen.paper)).toBe(complete);
  });
});

describe('multiple', () => {
  const content = (
    scoring: ContentOf<'multiple'>['scoring'],
    correct = ['b', 'd'],
  ): ContentOf<'multiple'> => ({
    kind: 'multiple',
    ...plain,
    options,
    correct,
    scoring,
  });
  const frozen = multiple.paperOf(content('partial'), asWritten);

  it.each([
    [['o2', 'o4'], 1, 1],
    [['o4', 'o2', 'o2'], 1, 1],
    [['o2'], 1 / 2, 0],
    [['o2', 'o1'], 1 / 2 - 1 / 3, 0],
    [['o2', 'o4', 'o1'], 1 - 1 / 3, 0],
    [['o1'], 0, 0],
    [['o1', 'o2', 'o3', 'o4', 'o5'], 0, 0],
    [[], 0, 0],
    [['zz'], 0, 0],
  ])('%j earns %d, or %d where it is all or nothing', (choices, partial, exact) => {
    const response = { kind: 'multiple' as const, choices };
    expect(multiple.grade(content('partial'), frozen, response).fraction).toBeCloseTo(partial, 12);
    expect(multiple.grade(content('all_or_nothing'), frozen, response).fraction).toBe(exact);
  });

  it('has nothing to subtract where every option is right', () => {
    const all = content('partial', ['a', 'b', 'c', 'd', 'e']);
    const response = { kind: 'multiple' as const, choices: ['o1', 'o2'] };
    expect(multiple.grade(all, frozen, response)).toMatchObject({
      fraction: 0.4,
      outcome: 'partly',
    });
  });

  it('labels and explains what was chosen', () => {
    const response = { kind: 'multiple' as const, choices: ['o4', 'o1'] };
    expect(multiple.classify(content('partial'), frozen, response)).toBe('a+d');
    expect(multiple.explain(content('partial'), frozen, response)).toEqual({
      optionFeedback: [
        { id: 'o1', text: 'Về a' },
        { id: 'o4', text: 'Về d' },
      ],
      correct: { kind: 'multiple', choices: ['o2', 'o4'] },
    });
    expect(multiple.isComplete({ kind: 'multiple', choices: ['zz'] }, frozen.paper)).toBe(false);
  });
});

describe('multiple with weights', () => {
  const weights = [60, 50, -30, 0, undefined];
  const content: ContentOf<'multiple'> = {
    kind: 'multiple',
    ...plain,
    options: options.map((option, place) => ({ ...option, weight: weights[place] })),
    correct: ['a', 'b'],
    scoring: 'weights',
  };
  const frozen = multiple.paperOf(content, asWritten);

  it.each([
    [['o1', 'o2'], 100, 'right'],
    [['o1'], 60, 'partly'],
    [['o1', 'o1'], 60, 'partly'],
    [['o1', 'o2', 'o3'], 80, 'partly'],
    [['o1', 'o3', 'o4', 'o5'], 30, 'partly'],
    [['o3'], 0, 'wrong'],
    [['o4'], 0, 'wrong'],
    [[], 0, 'unanswered'],
  ])('%j earns %d percent', (choices, earned, outcome) => {
    const grade = multiple.grade(content, frozen, { kind: 'multiple', choices });
    expect(grade).toMatchObject({ earned, outcome });
  });

  it('never shows a weight', () => {
    expect(JSON.stringify(frozen.paper)).not.toMatch(/weight|60|-30/);
  });
});

it.each([
  [true, true, 'right', 'true'],
  [true, false, 'wrong', 'false'],
  [false, false, 'right', 'false'],
  [false, null, 'unanswered', 'unanswered'],
])('true_false: %s answered %s', (correct, choice, outcome, label) => {
  const content: ContentOf<'true_false'> = {
    kind: 'true_false',
    ...plain,
    correct,
    optionFeedback: { true: '', false: 'Vì sao sai' },
  };
  const frozen = trueFalse.paperOf(content, asWritten);
  const response = { kind: 'true_false' as const, choice };
  expect(trueFalse.grade(content, frozen, response).outcome).toBe(outcome);
  expect(trueFalse.classify(content, frozen, response)).toBe(label);
  expect(trueFalse.isComplete(response, frozen.paper)).toBe(choice !== null);
  expect(trueFalse.explain(content, frozen, response)).toEqual({
    optionFeedback: choice === false ? [{ id: 'false', text: 'Vì sao sai' }] : [],
    correct: { kind: 'true_false', choice: correct },
  });
});
