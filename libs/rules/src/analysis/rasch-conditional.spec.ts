/** The room where the sums behind the Rasch model are put to the test. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scoresOf, takeOut } from './rasch-conditional';
import { invert } from './symmetric';

const chances = fc.array(fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true }), {
  minLength: 1,
  maxLength: 60,
});

describe('score distributions', () => {
  it('three coins', () => {
    expect([...scoresOf(Float64Array.of(0.5, 0.5, 0.5))]).toEqual([0.125, 0.375, 0.375, 0.125]);
    expect([...scoresOf(new Float64Array(0))]).toEqual([1]);
  });

  it('sum to 1 and have the mean of the chances', () => {
    fc.assert(
      fc.property(chances, (ps) => {
        const scores = scoresOf(Float64Array.from(ps));
        const sum = (values: Iterable<number>) =>
          [...values].reduce((all, value) => all + value, 0);
        expect(sum(scores)).toBeCloseTo(1, 9);
        expect(sum(scores.map((f, score) => f * score))).toBeCloseTo(sum(ps), 7);
      }),
    );
  });

  it('without an item are those of the others, in the far tails too', () => {
    fc.assert(
      fc.property(chances, fc.nat(), (ps, which) => {
        const item = which % ps.length;
        const without = new Float64Array(ps.length);
        takeOut(scoresOf(Float64Array.from(ps)), ps.length, ps[item]!, without);
        scoresOf(Float64Array.from(ps.filter((_, i) => i !== item))).forEach((expected, score) => {
          // relative, and not absolute, precision is what the tails need
          expect(Math.abs(without[score]! - expected)).toBeLessThanOrEqual(1e-10 * expected);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('invert', () => {
  it('gives the inverse of a positive definite matrix', () => {
    const size = 5;
    const square = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: size ** 2,
      maxLength: size ** 2,
    });
    fc.assert(
      fc.property(square, (entries) => {
        // A A' + 1 is positive definite
        const matrix = Float64Array.from({ length: size ** 2 }, (_, at) => {
          const [row, column] = [Math.floor(at / size), at % size];
          let entry = row === column ? 1 : 0;
          for (let k = 0; k < size; k += 1) {
            entry += entries[row * size + k]! * entries[column * size + k]!;
          }
          return entry;
        });
        const inverse = invert(matrix, size)!;
        for (let row = 0; row < size; row += 1) {
          for (let column = 0; column < size; column += 1) {
            let product = 0;
            for (let k = 0; k < size; k += 1) {
              product += matrix[row * size + k]! * inverse[k * size + column]!;
            }
            expect(product).toBeCloseTo(row === column ? 1 : 0, 9);
          }
        }
      }),
    );
  });

  it('has none for the others', () => {
    expect(invert(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
    expect(invert(Float64Array.of(1, 1, 1, 1), 2)).toBeNull();
    expect(invert(Float64Array.of(NaN), 1)).toBeNull();
  });
});
