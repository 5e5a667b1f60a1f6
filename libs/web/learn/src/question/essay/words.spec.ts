/** The room where words are counted by test. */
import { describe, expect, it } from '@jest/globals';
import { countWords, measure } from './words';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    ['Thủ tục hành chính', 4],
    ['một\nhai\u00a0ba\tbốn', 4],
    ['– Điều 5, khoản 2.', 4],
    ['... !', 0],
  ])('%j', (text, count) => expect(countWords(text)).toBe(count));
});

describe('measure', () => {
  it.each([
    [5, null, null, 'fits', 0],
    [5, 10, null, 'short', 5],
    [10, 10, 20, 'fits', 0],
    [20, 10, 20, 'fits', 0],
    [23, 10, 20, 'long', 3],
  ] as const)('%d of %s to %s', (count, minimum, maximum, state, by) => {
    expect(measure(count, minimum, maximum)).toEqual({ state, by });
  });
});
