/** The room where seeded randomness is put to the test. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom, shuffle } from './random';

describe('seededRandom', () => {
  it('repeats itself for the same seed and stays in [0, 1)', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const take = () => Array.from({ length: 20 }, seededRandom(seed));
        const numbers = take();
        expect(take()).toEqual(numbers);
        expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
      }),
    );
  });

  it('gives different numbers for different seeds', () => {
    const firsts = Array.from({ length: 2_000 }, (_, index) => seededRandom(`seed ${index}`)());
    expect(new Set(firsts).size).toBeGreaterThan(1_990);
  });
});

describe('shuffle', () => {
  it('is a permutation and leaves its argument alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const before = [...items];
        const shuffled = shuffle(items, seededRandom(seed));
        expect(items).toEqual(before);
        expect([...shuffled].sort()).toEqual([...items].sort());
      }),
    );
  });

  it('puts every item at every place about equally often', () => {
    const counts = [0, 0, 0, 0];
    for (let draw = 0; draw < 4_000; draw += 1) {
      const place = shuffle([0, 1, 2, 3], seededRandom(`draw ${draw}`)).indexOf(0);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });
});
