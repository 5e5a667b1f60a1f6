/** The room where the price of certainty is put to the test. */
import { describe, expect, it } from '@jest/globals';
import { stakesOf } from './certainty-marks';

describe('stakesOf', () => {
  it.each([
    [1, 300, 100, 0],
    [2, 300, 200, 200],
    [3, 300, 300, 600],
    [1, 200, 67, 0],
    [2, 100, 67, 67],
    [3, 25, 25, 50],
  ] as const)('level %d of %d', (level, points, gain, cost) => {
    expect(stakesOf(level, points)).toEqual({ gain, cost });
  });
});
