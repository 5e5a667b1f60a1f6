/** Cases for the working calendar on screen. */
import { describe, expect, it } from '@jest/globals';
import type { PublicHoliday } from '@tap-huan/contract';
import { limitAfter, weekdayOf, yearsOf } from './calendar';

const day = (on: string, kind: PublicHoliday['kind'] = 'holiday'): PublicHoliday => ({
  ...{ id: on, day: on, kind, nameVi: 'Ngày', nameEn: 'Day', note: null },
});
const DAYS = [
  day('2026-08-22', 'working_swap'),
  day('2026-08-31'),
  day('2026-09-01'),
  day('2026-09-02'),
];

describe('a time limit that is tried', () => {
  it('is counted by the days of the list', () => {
    expect(limitAfter(DAYS, '2026-08-28', '2')).toEqual({ day: '2026-09-04', uncovered: null });
    expect(limitAfter(DAYS, '2026-08-20', '2')?.day).toBe('2026-08-22');
  });

  it('tells of a year without holidays', () => {
    expect(limitAfter(DAYS, '2026-12-30', '5')?.uncovered).toBe('2027');
    expect(limitAfter(DAYS, '2025-12-30', '5')?.uncovered).toBe('2025');
  });

  it.each(['', '0', '61', '-1', '1,5', 'hai'])('is none for %j days', (count) => {
    expect(limitAfter(DAYS, '2026-08-28', count)).toBeNull();
  });

  it('is none without a day', () => expect(limitAfter(DAYS, null, '2')).toBeNull());
});

it('has the years of its days and the present one', () => {
  expect(yearsOf(DAYS, '2028-01-01')).toEqual(['2026', '2028']);
});

it('says the weekday', () => {
  expect(weekdayOf('2026-11-23', 'vi')).toBe('Thứ Hai');
  expect(weekdayOf('2026-11-29', 'en')).toBe('Sunday');
});
