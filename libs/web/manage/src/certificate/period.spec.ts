/** Cases for the usual periods. */
import { describe, expect, it } from '@jest/globals';
import { inOrder, periodOf } from './period';

describe('periodOf', () => {
  it.each([
    ['month', '2026-11-23', '2026-11-01', '2026-11-30'],
    ['month', '2028-02-10', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-23', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-01-01', '2026-01-01', '2026-03-31'],
    ['year', '2026-11-23', '2026-01-01', '2026-12-31'],
  ] as const)('%s of %s', (kind, today, from, to) => {
    expect(periodOf(kind, today)).toEqual({ from, to });
  });
});

describe('inOrder', () => {
  it('lets open ends be', () => {
    expect(inOrder(null, '2026-01-01')).toBe(true);
    expect(inOrder('2026-01-01', '2026-01-01')).toBe(true);
    expect(inOrder('2026-01-02', '2026-01-01')).toBe(false);
  });
});
