/** The room where the score distribution is put to the test. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scoreDistribution } from './distribution';

const filled = (bands: ReturnType<typeof scoreDistribution>) =>
  bands.flatMap(({ from, count }) => (count > 0 ? [[from, count]] : []));

describe('scoreDistribution', () => {
  it('counts in half points on the scale of ten; the last band is closed', () => {
    const bands = scoreDistribution([0, 199, 200, 1999, 2000, 3800, 3999, 4000], 4000);
    expect(bands).toHaveLength(20);
    expect(bands[0]).toEqual({ from: 0, to: 50, count: 2, share: 0.25 });
    expect(bands[19]).toEqual({ from: 950, to: 1000, count: 3, share: 0.375 });
    expect(filled(bands)).toEqual([
      [0, 2],
      [50, 1],
      [450, 1],
      [500, 1],
      [950, 3],
    ]);
  });

  it('decides by the exact share and not by the rounded score', () => {
    // 49,996 % is shown as 5 and lies below it
    expect(filled(scoreDistribution([12_499], 25_000))).toEqual([[450, 1]]);
    expect(filled(scoreDistribution([12_500], 25_000))).toEqual([[500, 1]]);
  });

  it('takes what lies outside the scale to its ends', () => {
    expect(filled(scoreDistribution([-50, 4100], 4000, 4))).toEqual([
      [0, 1],
      [750, 1],
    ]);
  });

  it('is not troubled by nothing', () => {
    expect(scoreDistribution([], 4000, 2)).toEqual([
      { from: 0, to: 500, count: 0, share: 0 },
      { from: 500, to: 1000, count: 0, share: 0 },
    ]);
    expect(filled(scoreDistribution([0, 0], 0))).toEqual([[0, 2]]);
    expect(() => scoreDistribution([1], 10, 0)).toThrow(RangeError);
    expect(() => scoreDistribution([1], 10, 2.5)).toThrow(RangeError);
  });

  it('counts everybody once, each within the bounds of a band', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3_000 })),
        fc.integer({ min: 1, max: 50 }),
        (totals, size) => {
          const bands = scoreDistribution(totals, 3_000, size);
          bands.forEach(({ from, to, count }, band) => {
            const within = totals.filter((total) => {
              const score = total / 3;
              return score >= from - 1e-9 && (score < to - 1e-9 || band === size - 1);
            });
            expect(count).toBe(within.length);
          });
          expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(totals.length);
        },
      ),
    );
  });
});
