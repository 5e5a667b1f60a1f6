/** The room of the verification code: the random word in the QR, typed by hand where a camera fails. */

/** Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;
const GROUP = 5;

/** Random bytes that a code is made of: 95 of their 96 bits are used. */
export const VERIFY_CODE_BYTES = 12;

/** Multiplication by x in the field of 32 elements, modulo x^5 + x^2 + 1 (primitive: x has order 31). */
const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/**
 * Sum of value_i · x^(n-i) over all characters; 0 for a whole code. The weights of the 20 places are different and none
 * is 0, so every wrong character and every two characters swapped are noticed.
 */
function checksum(values: readonly number[]): number {
  return values.reduce((sum, value) => timesX(sum ^ value), 0);
}

/**
 * A verification code: 19 random characters of Crockford's base 32 and a check character.
 * @param randomBytes at least `VERIFY_CODE_BYTES` bytes from a cryptographic source
 */
export function verifyCode(randomBytes: Uint8Array): string {
  if (randomBytes.length < VERIFY_CODE_BYTES) throw new RangeError('too few random bytes');
  let bits = 0n;
  for (const byte of randomBytes.subarray(0, VERIFY_CODE_BYTES)) bits = (bits << 8n) | BigInt(byte);
  const values = Array.from({ length: LENGTH - 1 }, (_, place) =>
    Number((bits >> BigInt(5 * place)) & 31n),
  );
  // checksum(values) is already multiplied by x for the place that follows: adding itself gives 0.
  values.push(checksum(values));
  return values.map((value) => ALPHABET[value]).join('');
}

/** A code as typed or scanned -> as stored: upper case, no spaces or hyphens, O as 0, I and L as 1. */
export const normaliseVerifyCode = (input: string): string =>
  input
    .toUpperCase()
    .replace(/[\s\p{Pd}]+/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** Whether the input, normalised, is 20 characters whose check character fits; says nothing of existence. */
export function isWellFormedVerifyCode(input: string): boolean {
  const values = Array.from(normaliseVerifyCode(input), (letter) => ALPHABET.indexOf(letter));
  return values.length === LENGTH && !values.includes(-1) && checksum(values) === 0;
}

/** A code in groups of five: "ABCDE-FGHJK-MNPQR-STVWX". */
export const displayVerifyCode = (code: string): string =>
  normaliseVerifyCode(code).replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-');
