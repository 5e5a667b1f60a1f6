/** Last days. */
import { describe, expect, it } from '@jest/globals';
import { lastDay } from './last-day';

describe('the last day', () => {
  it.each([
    ['2025-07-01', '2025-06-30'],
    ['2024-03-01', '2024-02-29'],
    ['2026-01-01', '2025-12-31'],
  ])('before %s is %s', (validTo, expected) => expect(lastDay(validTo)).toBe(expected));
});
