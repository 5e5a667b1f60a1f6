/** The leaders' twelve months, as cases and as properties. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leaderStanding } from './leader-deadline';

const TODAY = '2026-11-23';
const FACTS = { appointedOn: '2026-03-01', doneOn: null, exempted: false };

describe('leaderStanding', () => {
  it.each([
    ['months are left', {}, 'running', '2027-03-01', 98],
    ['ninety days are left', { appointedOn: '2026-02-21' }, 'soon', '2027-02-21', 90],
    ['the last day', { appointedOn: '2025-11-23' }, 'soon', TODAY, 0],
    ['the day after', { appointedOn: '2025-11-22' }, 'overdue', '2026-11-22', -1],
    ['a leap day', { appointedOn: '2028-02-29' }, 'running', '2029-02-28', 828],
    ['done on the last day', { doneOn: '2027-03-01' }, 'done', '2027-03-01', null],
    ['done a day late', { doneOn: '2027-03-02' }, 'done_late', '2027-03-01', null],
    ['done before it was due at all', { appointedOn: null, doneOn: TODAY }, 'done', null, null],
    ['exempt', { exempted: true }, 'exempt', null, null],
    ['done, though exempt', { exempted: true, doneOn: TODAY }, 'done', '2027-03-01', null],
    ['appointed the day before', { appointedOn: '2025-06-29' }, 'exempt_earlier', null, null],
    ['appointed on the day', { appointedOn: '2025-06-30' }, 'overdue', '2026-06-30', -146],
    ['nobody knows since when', { appointedOn: null }, 'unknown', null, null],
  ] as const)('%s', (_, facts, state, dueOn, daysLeft) => {
    expect(leaderStanding({ ...FACTS, ...facts }, TODAY)).toEqual({ state, dueOn, daysLeft });
  });

  it('never goes back from overdue as days pass, and ends for whoever is done', () => {
    const day = fc
      .date({ min: new Date('2025-07-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (appointedOn, one, other) => {
        const [sooner, later] = [one, other].sort() as [string, string];
        const facts = { ...FACTS, appointedOn };
        if (leaderStanding(facts, sooner).state === 'overdue') {
          expect(leaderStanding(facts, later).state).toBe('overdue');
        }
        expect(leaderStanding({ ...facts, doneOn: one }, other).daysLeft).toBeNull();
      }),
    );
  });
});
