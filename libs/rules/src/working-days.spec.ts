/** Cases for working days. */
import { describe, expect, it } from '@jest/globals';
import { workingDaysAfter } from './working-days';

describe('two working days', () => {
  it.each([
    ['2026-11-23', '2026-11-25', 'Monday'],
    ['2026-11-26', '2026-11-30', 'Thursday'],
    ['2026-11-27', '2026-12-01', 'Friday'],
    ['2026-11-28', '2026-12-01', 'Saturday'],
    ['2026-11-29', '2026-12-01', 'Sunday'],
  ])('after %s end on %s (asked on a %3$s)', (asked, last) => {
    expect(workingDaysAfter(asked, 2)).toBe(last);
  });

  it('is the day itself where none are left', () => {
    expect(workingDaysAfter('2026-11-28', 0)).toBe('2026-11-28');
  });
});
