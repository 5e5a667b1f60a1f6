/** A typed number as people type it. */
import { describe, expect, it } from '@jest/globals';
import { wholeOf } from './whole-number';

describe('wholeOf', () => {
  it.each([
    ['40', 40],
    [' 1.200 ', 1_200],
    ['', null],
    ['bốn mươi', null],
    ['-3', null],
    ['3,5', null],
    ['0', 1],
    ['99999', 2_000],
  ])('%s', (text, number) => {
    expect(wholeOf(text, 1, 2_000)).toBe(number);
  });
});
