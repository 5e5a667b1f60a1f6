/** What comes back every day, week or month is never skipped and never due twice. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lastDue, nextDue, type Rhythm } from './rhythm';

const rhythm = (part: Partial<Rhythm>): Rhythm => ({
  ...{ every: 'week', weekday: 1, monthDay: 1, hour: 7 },
  ...part,
});

describe('a rhythm', () => {
  it.each<[string, Rhythm, string, string, string]>([
    [
      'daily',
      rhythm({ every: 'day' }),
      '2026-11-23T02:00Z',
      '2026-11-23T00:00Z',
      '2026-11-24T00:00Z',
    ],
    // Monday 23/11/2026, nine o'clock in Việt Nam
    ['weekly', rhythm({}), '2026-11-23T02:00Z', '2026-11-23T00:00Z', '2026-11-30T00:00Z'],
    [
      'weekly, later today',
      rhythm({ hour: 10 }),
      '2026-11-23T02:00Z',
      '2026-11-16T03:00Z',
      '2026-11-23T03:00Z',
    ],
    [
      'Sunday',
      rhythm({ weekday: 7 }),
      '2026-11-23T02:00Z',
      '2026-11-22T00:00Z',
      '2026-11-29T00:00Z',
    ],
    [
      'by the day in Việt Nam',
      rhythm({ hour: 0 }),
      '2026-11-22T17:00Z',
      '2026-11-22T17:00Z',
      '2026-11-29T17:00Z',
    ],
    [
      'the 31st in short months',
      rhythm({ every: 'month', monthDay: 31 }),
      '2026-02-28T01:00Z',
      '2026-02-28T00:00Z',
      '2026-03-31T00:00Z',
    ],
    [
      'a leap year',
      rhythm({ every: 'month', monthDay: 30 }),
      '2028-02-28T01:00Z',
      '2028-01-30T00:00Z',
      '2028-02-29T00:00Z',
    ],
  ])('%s', (_, given, now, last, next) => {
    expect(lastDue(given, new Date(now))).toEqual(new Date(last));
    expect(nextDue(given, new Date(now))).toEqual(new Date(next));
  });

  it('has nothing between the last time and the next', () => {
    fc.assert(
      fc.property(
        fc.record({
          every: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
          weekday: fc.integer({ min: 1, max: 7 }),
          monthDay: fc.integer({ min: 1, max: 31 }),
          hour: fc.integer({ min: 0, max: 23 }),
        }),
        fc.date({
          min: new Date('2020-01-01T00:00:00Z'),
          max: new Date('2100-01-01T00:00:00Z'),
          noInvalidDate: true,
        }),
        (given, now) => {
          const [last, next] = [lastDue(given, now), nextDue(given, now)];
          expect(last.getTime()).toBeLessThanOrEqual(now.getTime());
          expect(next.getTime()).toBeGreaterThan(now.getTime());
          expect(nextDue(given, last)).toEqual(next);
          expect(lastDue(given, new Date(next.getTime() - 1))).toEqual(last);
        },
      ),
    );
  });
});
