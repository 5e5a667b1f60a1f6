/** The room where numbers in words are put to the test. */
import { describe, expect, it } from '@jest/globals';
import { rangesOf } from './ranges';

describe('rangesOf', () => {
  it.each([
    [[], ''],
    [[7], '7'],
    [[1, 2], '1, 2'],
    [[1, 2, 3], '1–3'],
    [[2, 3, 4, 6, 8, 9], '2–4, 6, 8, 9'],
  ])('%j', (numbers, words) => {
    expect(rangesOf(numbers)).toBe(words);
  });
});
