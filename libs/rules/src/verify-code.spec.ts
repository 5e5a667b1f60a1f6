/** The room where verification codes are put to the test. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  displayVerifyCode,
  isWellFormedVerifyCode,
  normaliseVerifyCode,
  VERIFY_CODE_BYTES,
  verifyCode,
} from './verify-code';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytes = fc.uint8Array({ minLength: VERIFY_CODE_BYTES, maxLength: VERIFY_CODE_BYTES });
const place = fc.integer({ min: 0, max: 19 });

describe('verifyCode', () => {
  it('is 20 characters, well formed, and survives display and sloppy typing', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = verifyCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
        expect(isWellFormedVerifyCode(code)).toBe(true);
        const shown = displayVerifyCode(code);
        expect(shown).toMatch(/^(\w{5}-){3}\w{5}$/);
        const typed = ` ${shown.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l').replace(/-/g, ' – ')} `;
        expect(normaliseVerifyCode(typed)).toBe(code);
        expect(normaliseVerifyCode(normaliseVerifyCode(typed))).toBe(code);
      }),
    );
  });

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = verifyCode(random);
        for (let at = 0; at < code.length; at += 1) {
          for (const letter of ALPHABET) {
            if (letter === code[at]) continue;
            expect(isWellFormedVerifyCode(code.slice(0, at) + letter + code.slice(at + 1))).toBe(
              false,
            );
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('notices any two characters swapped', () => {
    fc.assert(
      fc.property(bytes, place, place, (random, a, b) => {
        const letters = [...verifyCode(random)];
        fc.pre(letters[a] !== letters[b]);
        [letters[a], letters[b]] = [letters[b] as string, letters[a] as string];
        expect(isWellFormedVerifyCode(letters.join(''))).toBe(false);
      }),
    );
  });

  it('uses its bytes', () => {
    const codes = Array.from({ length: 256 }, (_, byte) =>
      verifyCode(Uint8Array.from({ length: 12 }, (_byte, index) => (index === 5 ? byte : 7))),
    );
    expect(new Set(codes).size).toBe(256);
    expect(() => verifyCode(new Uint8Array(11))).toThrow(RangeError);
  });

  it.each(['', 'ABC', 'U'.repeat(20), '0'.repeat(19), '0'.repeat(21), '?'.repeat(20)])(
    'refuses %j',
    (code) => expect(isWellFormedVerifyCode(code)).toBe(false),
  );
});
