/** A schedule that is put together says only what was chosen. */
import { describe, expect, it } from '@jest/globals';
import type { ListRecipient } from '@tap-huan/contract';
import { draftOf, textOf, withoutPerson, withPeople } from './schedule-draft';

const person = (accountId: string): ListRecipient => ({
  ...{ accountId, fullName: accountId, unitName: 'Xã An', hasAddress: true, gone: false },
});
const [a, b] = [person('a'), person('b')];
const ids = (people: readonly ListRecipient[]) => people.map(({ accountId }) => accountId);

describe('the draft of a schedule', () => {
  it('begins with nobody', () => {
    expect(draftOf(null).people).toEqual([]);
    expect(textOf(draftOf(undefined))).toBe(textOf(draftOf(null)));
  });

  it('is the schedule that holds, whether it rests or not', () => {
    const rhythm = { every: 'month', weekday: 2, monthDay: 31, hour: 9 } as const;
    const held = { ...rhythm, pausedAt: null, nextAt: '2026-11-30T02:00:00Z', recipients: [a] };
    const paused = { ...held, pausedAt: '2026-11-24T02:00:00Z', nextAt: null };
    expect(draftOf(held)).toEqual({ ...rhythm, people: [a] });
    expect(textOf(draftOf(paused))).toBe(textOf(draftOf(held)));
    expect(textOf({ ...draftOf(held), hour: 10 })).not.toBe(textOf(draftOf(held)));
  });

  it('has everybody once, in any order', () => {
    expect(ids(withPeople([a], [b, a]))).toEqual(['a', 'b']);
    expect(ids(withoutPerson([a, b], 'a'))).toEqual(['b']);
    const draft = draftOf(null);
    expect(textOf({ ...draft, people: [a, b] })).toBe(textOf({ ...draft, people: [b, a] }));
    expect(textOf({ ...draft, people: [a] })).not.toBe(textOf({ ...draft, people: [b] }));
  });
});
