/** The room where moving is put to the test. */
import { describe, expect, it } from '@jest/globals';
import { inOrder, moved } from './order';

describe('moved', () => {
  it.each([
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
    [0, -1, 'abc'],
    [2, 3, 'abc'],
    [7, 0, 'abc'],
  ])('%i -> %i', (from, to, result) => {
    expect(moved(['a', 'b', 'c'], from, to).join('')).toBe(result);
  });
});

describe('inOrder', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ id }));
  it.each([
    [[], 'abc'],
    [['c', 'a', 'b'], 'cab'],
    [['c'], 'cab'],
    [['x', 'b', 'b'], 'bac'],
  ])('%j', (order, result) => {
    expect(
      inOrder(items, order)
        .map(({ id }) => id)
        .join(''),
    ).toBe(result);
  });
});
