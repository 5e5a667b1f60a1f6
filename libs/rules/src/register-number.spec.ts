/** The room where register numbers are put to the test. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRegisterNumber, registerNumber } from './register-number';

const seqs = fc.integer({ min: 1, max: 10_000_000 });
const years = fc.integer({ min: 2000, max: 2999 });

describe('registerNumber', () => {
  it.each([
    [1, 2026, '0001/2026/GCN-TH'],
    [12, 2026, '0012/2026/GCN-TH'],
    [10_000, 2027, '10000/2027/GCN-TH'],
  ])('%d of %d', (seq, year, text) => expect(registerNumber(seq, year)).toBe(text));

  it('parses back, so that no two numbers are written alike', () => {
    fc.assert(
      fc.property(seqs, years, (seq, year) => {
        expect(parseRegisterNumber(registerNumber(seq, year))).toEqual({
          seq,
          year,
          symbol: 'GCN-TH',
        });
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d', (seq) =>
    expect(() => registerNumber(seq, 2026)).toThrow(RangeError),
  );
});

it.each(['', '12/2026/GCN-TH', '00012/2026/GCN-TH', '0000/2026/GCN', '0012/26/GCN', '0012/2026/'])(
  'parseRegisterNumber refuses %j',
  (text) => expect(parseRegisterNumber(text)).toBeNull(),
);
