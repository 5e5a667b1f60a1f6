/** Cases for groups of scores. */
import { describe, expect, it } from '@jest/globals';
import { distributionOf, gradesOf } from './score-groups';

describe('scores', () => {
  const scores = [1000, 900, 899, 500, 499, 0];

  it('fall into grades at their lower bounds', () => {
    expect(gradesOf(scores).map(({ label, count }) => [label, count])).toEqual([
      ['Xuất sắc', 2],
      ['Giỏi', 1],
      ['Khá', 0],
      ['Trung bình', 1],
      ['Không đạt', 2],
    ]);
  });

  it('fall into whole points, ten into the last', () => {
    expect(distributionOf(scores).map(({ count }) => count)).toEqual([
      1, 0, 0, 0, 1, 1, 0, 0, 1, 2,
    ]);
    expect(distributionOf([]).every(({ count }) => count === 0)).toBe(true);
  });
});
