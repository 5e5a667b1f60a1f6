/** What a year adds up to, as cases and as properties. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readHours, yearStanding } from './year-standing';

const FACTS = { counted: 0, required: 4_000, served: true, year: 2026, thisYear: 2026 };

describe('yearStanding', () => {
  it.each([
    ['nothing yet', {}, 'below', 4_000],
    ['a quarter short', { counted: 3_975 }, 'below', 25],
    ['exactly enough', { counted: 4_000 }, 'met', 0],
    ['more than enough', { counted: 9_000 }, 'met', 0],
    ['the year is over', { counted: 3_975, year: 2025 }, 'missed', 25],
    ['no rule is known', { required: null }, 'no_duty', 0],
    ['came after the year', { served: false, year: 2025 }, 'no_duty', 0],
  ] as const)('%s', (_, facts, state, missing) => {
    expect(yearStanding({ ...FACTS, ...facts })).toEqual({ state, missing });
  });

  it('is met exactly where nothing is missing of a duty', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.boolean(), (counted, required, isOver) => {
        const year = isOver ? 2025 : 2026;
        const { state, missing } = yearStanding({ ...FACTS, counted, required, year });
        expect(state === 'met').toBe(missing === 0);
        expect(counted + missing).toBe(Math.max(counted, required));
      }),
    );
  });
});

describe('readHours', () => {
  it.each([
    ['8', 800],
    ['7,5', 750],
    ['7.25', 725],
    [' 40 ', 4_000],
    ['0', null],
    ['7,3', null],
    ['-8', null],
    ['8 tiết', null],
    ['', null],
    ['1,234', null],
  ])('%j -> %j', (written, hundredths) => {
    expect(readHours(written)).toBe(hundredths);
  });
});
