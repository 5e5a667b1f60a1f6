/** The room where weights of options are put to the test. */
import { describe, expect, it } from '@jest/globals';
import { evenWeights, isRight, newOption, weightOf } from './choices-form';

const options = (...right: boolean[]) =>
  right.map((is, at) => ({ ...newOption(String(at)), right: is }));

describe('weights', () => {
  it.each([
    [
      [true, false],
      ['100', '0'],
    ],
    [
      [true, true, false],
      ['50', '50', '0'],
    ],
    [
      [true, true, true],
      ['34', '33', '33'],
    ],
    [
      [false, false],
      ['0', '0'],
    ],
  ])('%j share a hundred as %j', (right, weights) => {
    expect(evenWeights(options(...right)).map(({ weight }) => weight)).toEqual(weights);
  });

  it.each([
    ['', 0],
    ['-25', -25],
    ['101', null],
    ['1,5', null],
    ['x', null],
  ])('%j weighs %j', (weight, value) => {
    expect(weightOf({ ...newOption('a'), weight })).toBe(value);
  });

  it('say what is right', () => {
    const option = { ...newOption('a'), right: false, weight: '10' };
    expect([isRight(option, 'weights'), isRight(option, 'partial')]).toEqual([true, false]);
  });
});
