/** The room where the rubric's keys are put to the test. */
import { expect, it } from '@jest/globals';
import type { RubricCriterion } from '@tap-huan/contract';
import { levelMarks, rubricMove } from './rubric-keys';

const criterion = (id: string, weight: number, levels: number): RubricCriterion => ({
  id,
  title: id,
  weight,
  levels: Array.from({ length: levels }, (_, place) => ({
    id: `${id}${place}`,
    percent: Math.round((100 * place) / (levels - 1)),
    description: '',
  })),
});
const RUBRIC = [criterion('a', 60, 4), criterion('b', 40, 2)];

it.each([
  ['3', 0, { choose: { criterion: 0, level: 2 }, focus: 1 }],
  ['2', 1, { choose: { criterion: 1, level: 1 }, focus: 1 }],
  ['3', 1, null],
  ['0', 0, null],
  ['ArrowRight', 0, { choose: null, focus: 1 }],
  ['ArrowRight', 1, { choose: null, focus: 1 }],
  ['ArrowLeft', 0, { choose: null, focus: 0 }],
  ['ArrowDown', 0, null],
  ['a', 0, null],
])('key %s at criterion %i', (key, at, expected) => {
  expect(rubricMove(key, at, RUBRIC)).toEqual(expected);
});

it('says what a level is worth', () => {
  const [a = RUBRIC[0], b = RUBRIC[1]] = RUBRIC;
  if (!a || !b) throw new Error('no rubric');
  expect(levelMarks(RUBRIC, a, 50, 1_000)).toBe(300);
  expect(levelMarks(RUBRIC, b, 100, 1_000)).toBe(400);
  expect(levelMarks([], a, 50, 1_000)).toBe(0);
});
