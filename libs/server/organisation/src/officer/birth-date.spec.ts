/** Dates of birth. */
import { describe, expect, it } from '@jest/globals';
import { isBirthDate } from './birth-date';

describe('isBirthDate', () => {
  it.each([
    ['1990', true],
    ['1990-05-02', true],
    ['2000-02-29', true],
    ['1990-02-29', false],
    ['1990-13-01', false],
    ['1899-12-31', false],
    ['2026-11-23', true],
    ['2026-11-24', false],
    ['2027', false],
  ])('%s: %s', (text, expected) => expect(isBirthDate(text, '2026-11-23')).toBe(expected));
});
