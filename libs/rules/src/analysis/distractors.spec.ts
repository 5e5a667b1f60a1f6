/** The room where the distractor table is put to the test. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom, shuffle } from '../random';
import { distractorTable } from './distractors';

describe('distractorTable', () => {
  it('by hand', () => {
    const table = distractorTable(
      ['a', 'a', 'b', 'b', 'a', 'unanswered'],
      [900, 800, 300, 200, 700, 100],
      ['a', 'b', 'c'],
    );
    expect(table).toMatchObject({ attempts: 6, upperSize: 2, lowerSize: 2 });
    expect(table.rows.map(({ label }) => label)).toEqual(['a', 'b', 'unanswered', 'c']);
    const [a, b, none, c] = table.rows;
    expect(a).toMatchObject({ offered: true, count: 3, share: 0.5, mean: 800, sd: 100 });
    expect(a).toMatchObject({ upper: 2, lower: 0 });
    expect(b).toMatchObject({ count: 2, mean: 250, upper: 0, lower: 1 });
    expect(b!.sd).toBeCloseTo(70.7106781, 6);
    expect(none).toMatchObject({ offered: false, count: 1, mean: 100, sd: null, lower: 1 });
    expect(c).toEqual({
      label: 'c',
      offered: true,
      count: 0,
      share: 0,
      mean: null,
      sd: null,
      discrimination: null,
      upper: 0,
      lower: 0,
    });
    // a: M1 - M0 = 800 - 200, population SD of the marks sqrt(580000 / 6), p = q = 1/2
    expect(a!.discrimination).toBeCloseTo((100 * 600 * 0.5) / Math.sqrt(580000 / 6), 6);
  });

  it('equal marks stay on one side, and a mark that would be on both is on neither', () => {
    const tied = distractorTable(['a', 'b', 'a', 'b', 'a', 'b'], [5, 5, 5, 8, 8, 9]);
    expect(tied).toMatchObject({ upperSize: 3, lowerSize: 3 });
    // at least a third: two of four
    expect(distractorTable(['a', 'b', 'a', 'b'], [1, 2, 3, 4])).toMatchObject({
      upperSize: 2,
      lowerSize: 2,
    });
    const middle = distractorTable(['a', 'b', 'a', 'b', 'a', 'b'], [1, 5, 5, 5, 5, 9]);
    expect(middle).toMatchObject({ upperSize: 1, lowerSize: 1 });
    expect(middle.rows).toMatchObject([
      { label: 'a', upper: 0, lower: 1 },
      { label: 'b', upper: 1, lower: 0 },
    ]);
    expect(distractorTable(['a', 'b'], [5, 5])).toMatchObject({ upperSize: 0, lowerSize: 0 });
  });

  it('says nothing where nothing can be said', () => {
    expect(distractorTable([], [], ['a'])).toMatchObject({
      attempts: 0,
      rows: [{ label: 'a', count: 0, share: 0, mean: null, discrimination: null }],
    });
    expect(distractorTable(['a', 'a'], [1, 2]).rows[0]).toMatchObject({ discrimination: null });
    expect(distractorTable(['a', 'b'], [7, 7]).rows[0]).toMatchObject({ discrimination: null });
    expect(() => distractorTable(['a'], [1, 2])).toThrow(RangeError);
  });

  const answers = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c+d', 'unanswered'), fc.integer({ min: 0, max: 1000 })),
    { minLength: 1, maxLength: 60 },
  );

  it('adds up, agrees with a plain Pearson correlation and does not look at the order', () => {
    fc.assert(
      fc.property(answers, fc.string(), (pairs, seed) => {
        const of = (some: typeof pairs) =>
          distractorTable(
            some.map(([label]) => label),
            some.map(([, mark]) => mark),
          );
        const table = of(pairs);
        expect(of(shuffle(pairs, seededRandom(seed)))).toEqual(table);
        const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
        expect(sum(table.rows.map(({ count }) => count))).toBe(pairs.length);
        expect(sum(table.rows.map(({ share }) => share))).toBeCloseTo(1, 9);
        expect(sum(table.rows.map(({ upper }) => upper))).toBe(table.upperSize);
        expect(sum(table.rows.map(({ lower }) => lower))).toBe(table.lowerSize);
        expect(table.upperSize + table.lowerSize).toBeLessThanOrEqual(pairs.length);
        for (const { label, discrimination, mean } of table.rows) {
          const given = pairs.map((pair): number => (pair[0] === label ? 1 : 0));
          const marks = pairs.map(([, mark]) => mark);
          const centre = (values: number[]) => values.map((v) => v - sum(values) / values.length);
          const dot = (x: number[], y: number[]) => sum(x.map((v, i) => v * y[i]!));
          const [x, y] = [centre(given), centre(marks)];
          const spread = Math.sqrt(dot(x, x) * dot(y, y));
          if (spread < 1e-6) expect(discrimination).toBeNull();
          else expect(discrimination).toBeCloseTo((100 * dot(x, y)) / spread, 6);
          expect(mean).toBeCloseTo(dot(given, marks) / sum(given), 6);
        }
      }),
    );
  });
});
