/** The room where days and due dates are put to the test. */
import { expect, it } from '@jest/globals';
import { daysLeft, dueState, today } from './due';

it.each([
  ['2026-11-23T16:59:59.999Z', '2026-11-23'],
  ['2026-11-23T17:00:00Z', '2026-11-24'],
  ['2026-12-31T17:00:00Z', '2027-01-01'],
  ['2028-02-28T18:00:00Z', '2028-02-29'],
])('today of %s in Vietnam is %s', (now, day) => expect(today(new Date(now))).toBe(day));

it.each([
  [null, null],
  ['2026-11-23', 0],
  ['2026-11-30', 7],
  ['2026-11-22', -1],
  ['2027-11-23', 365],
])('daysLeft to %s', (dueOn, days) => expect(daysLeft(dueOn, '2026-11-23')).toBe(days));

it.each([
  [null, null, 'none'],
  [null, '2026-11-01T00:00:00Z', 'none'],
  ['2026-12-01', null, 'later'],
  ['2026-11-30', null, 'soon'],
  ['2026-11-23', null, 'soon'],
  ['2026-11-22', null, 'overdue'],
  ['2026-11-20', '2026-11-20T16:59:59Z', 'on_time'],
  ['2026-11-20', '2026-11-20T17:00:00Z', 'late'],
  ['2026-12-20', '2026-11-20T17:00:00Z', 'on_time'],
])('due on %s, completed at %s: %s', (dueOn, completedAt, state) => {
  expect(dueState(dueOn, completedAt === null ? null : new Date(completedAt), '2026-11-23')).toBe(
    state,
  );
});
