/** The room where times and quantiles are put to the test. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { quantile } from './quantile';
import { timeSummary } from './time';

it('timeSummary by hand', () => {
  const seconds = [40, 10, 20, 30, 1_040];
  expect(timeSummary(seconds)).toMatchObject({ count: 5, p25: 20, median: 30, p75: 40 });
  expect(timeSummary(seconds).p90).toBeCloseTo(640, 9);
  expect(seconds[0]).toBe(40);
  expect(timeSummary(Float64Array.of(10, 20))).toEqual({
    count: 2,
    p25: 12.5,
    median: 15,
    p75: 17.5,
    p90: 19,
  });
  expect(timeSummary([7])).toEqual({ count: 1, p25: 7, median: 7, p75: 7, p90: 7 });
  expect(timeSummary([])).toEqual({ count: 0, p25: null, median: null, p75: null, p90: null });
  // numbers, not texts, are sorted
  expect(timeSummary([9, 10, 100]).median).toBe(10);
});

it('a quantile has its share of the values on either side', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1 }),
      fc.constantFrom(0, 0.25, 0.5, 0.75, 0.9, 1),
      (values, share) => {
        const sorted = [...values].sort((a, b) => a - b);
        const at = quantile(sorted, share)!;
        expect(sorted.filter((value) => value <= at + 1e-9).length).toBeGreaterThanOrEqual(
          Math.floor((values.length - 1) * share) + 1,
        );
        expect(sorted.filter((value) => value >= at - 1e-9).length).toBeGreaterThanOrEqual(
          Math.floor((values.length - 1) * (1 - share)) + 1,
        );
      },
    ),
  );
});
