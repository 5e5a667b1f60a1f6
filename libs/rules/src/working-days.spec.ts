/** Cases for working days. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DayKind, type HolidayCalendar, isWorkingDay, workingDaysAfter } from './working-days';

const NONE: HolidayCalendar = new Map();
/** 30 April and 1 May 2025, a Friday off in exchange for the Saturday before. */
const APRIL: HolidayCalendar = new Map<string, DayKind>([
  ['2025-04-26', 'working_swap'],
  ['2025-04-30', 'holiday'],
  ['2025-05-01', 'holiday'],
  ['2025-05-02', 'holiday'],
]);

describe('two working days', () => {
  it.each([
    ['2026-11-23', '2026-11-25', 'Monday'],
    ['2026-11-26', '2026-11-30', 'Thursday'],
    ['2026-11-27', '2026-12-01', 'Friday'],
    ['2026-11-28', '2026-12-01', 'Saturday'],
    ['2026-11-29', '2026-12-01', 'Sunday'],
  ])('after %s end on %s (asked on a %3$s)', (asked, last) => {
    expect(workingDaysAfter(asked, 2, NONE)).toBe(last);
  });

  it.each([
    ['2025-04-24', '2025-04-26', 'the Saturday is worked'],
    ['2025-04-25', '2025-04-28', 'Saturday and Monday'],
    ['2025-04-28', '2025-05-05', 'five days without work between'],
    ['2025-04-30', '2025-05-06', 'asked on a holiday'],
  ])('after %s end on %s: %3$s', (asked, last) => {
    expect(workingDaysAfter(asked, 2, APRIL)).toBe(last);
  });

  it('are the day itself where none are left', () => {
    expect(workingDaysAfter('2026-11-28', 0, NONE)).toBe('2026-11-28');
  });
});

describe('a limit in working days', () => {
  const day = fc
    .integer({ min: 0, max: 1_000 })
    .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
  const calendar = fc
    .array(fc.tuple(day, fc.constantFrom<DayKind>('holiday', 'working_swap')), { maxLength: 60 })
    .map((days): HolidayCalendar => new Map(days));

  it('ends on a working day, with exactly so many of them behind the first', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), calendar, (asked, count, days) => {
        const last = workingDaysAfter(asked, count, days);
        expect(isWorkingDay(last, days)).toBe(true);
        let worked = 0;
        for (let at = Date.parse(asked) + 86_400_000; at <= Date.parse(last); at += 86_400_000) {
          if (isWorkingDay(new Date(at).toISOString().slice(0, 10), days)) worked += 1;
        }
        expect(worked).toBe(count);
      }),
    );
  });
});
