/** Cases of the answer to "why is this officer (not) assigned?". */
import { describe, expect, it, jest } from '@jest/globals';
import type { OfficerStanding, StandingGround } from '@tap-huan/contract';

// The real module brings Angular with it.
jest.unstable_mockModule('@tap-huan/web/ui', () => ({
  formatDay: (day: string | null) => day?.split('-').reverse().join('/') ?? '',
}));
const { groundWords, standingWords, stateOf, tellingGrounds } = await import('./standing-words');

type Words = Parameters<typeof standingWords>[2];
/** The key and what is put into it: which sentence it is, and of what. */
const t = ((key: string, params?: object) =>
  params ? `${key} ${Object.values(params).join('|')}` : key) as Words;
const nameOf = (kind: string, word: string) => `${kind}:${word}`;
const TODAY = '2026-11-24';

const because = {
  ...{ via: 'member' as const, joined: 'start' as const, dueFrom: 'fixed' as const },
  ...{ base: null, waits: null, opensOn: null },
};
const decided = {
  ...{ occurrence: 1, state: 'due' as const, because, since: '2026-11-01', dueOn: '2026-12-31' },
  ...{ extendedTo: null, doneOn: null },
};
const standing = (part: Partial<OfficerStanding> = {}): OfficerStanding => ({
  ...{ officerId: 'o', fullName: 'Lê Thị Ánh', staffCode: 'CB1', jobPosition: 'Một cửa' },
  ...{ unitName: 'Xã An', audienceName: 'Một cửa', assignmentState: 'active', on: TODAY },
  ...{ over: false, member: true, grounds: [], decided, caseId: 'c', completedOn: null },
  ...{ validUntil: null, exemption: null, graceDays: 0, lateDays: 14 },
  ...part,
});
const keys = (one: OfficerStanding) =>
  standingWords(one, TODAY, t).map((words) => words.split(' ')[0]);

describe('the answer', () => {
  it.each([
    ['due', {}, ['why.member', 'why.dueFrom.fixed']],
    ['not stored yet', { caseId: null }, ['why.member', 'why.dueFrom.fixed', 'standing.soon']],
    ['not meant', { member: false, decided: null }, ['standing.notMember']],
    [
      'not meant, and over',
      { member: false, decided: null, over: true, assignmentState: 'ended' },
      ['why.ended'],
    ],
    ['came too late', { decided: null, over: true }, ['standing.tooLate']],
    [
      'done for good',
      { decided: { ...decided, state: 'done', doneOn: '2026-11-02' } },
      ['standing.done'],
    ],
    [
      'done until',
      { decided: { ...decided, state: 'done', doneOn: '2026-11-02' }, validUntil: '2027-11-02' },
      ['standing.doneUntil'],
    ],
    [
      'waits for its renewal',
      {
        decided: { ...decided, state: 'waiting', because: { ...because, waits: 'renewal' } },
        ...{ completedOn: '2026-11-02', validUntil: '2027-11-02' },
      },
      ['standing.doneUntil', 'why.waitsRenewal'],
    ],
    [
      'waits for an appointment',
      { decided: { ...decided, state: 'waiting', because: { ...because, waits: 'appointment' } } },
      ['why.member', 'why.waitsAppointment'],
    ],
    ['exempt', { decided: { ...decided, state: 'exempt' } }, ['standing.exempt', 'why.member']],
    [
      'left',
      { decided: { ...decided, state: 'left', because: { ...because, via: 'left' } } },
      ['why.left'],
    ],
    [
      'given more time',
      { decided: { ...decided, extendedTo: '2027-01-31' } },
      ['why.member', 'why.dueFrom.fixed', 'standing.extended'],
    ],
    [
      'of a draft',
      { assignmentState: 'draft', caseId: null },
      ['standing.draft', 'why.member', 'why.dueFrom.fixed'],
    ],
    [
      'ahead',
      { on: '2026-12-01', caseId: null },
      ['standing.ahead', 'why.member', 'why.dueFrom.fixed'],
    ],
  ] as [string, Partial<OfficerStanding>, string[]][])('%s', (_, part, expected) => {
    expect(keys(standing(part))).toEqual(expected);
  });

  it('has a state for whoever is asked nothing', () => {
    expect(stateOf(standing({ decided: null }))).toBe('none');
    expect(stateOf(standing())).toBe('due');
  });
});

describe('a condition', () => {
  const ground = (part: Partial<StandingGround>): StandingGround => ({
    ...{ kind: 'job_positions', holds: false, asked: ['A', 'B'], actual: 'C', ...part },
  });

  it.each([
    [{}, 'A, B', 'C'],
    [{ asked: ['1', '2', '3', '4', '5', 'c'] }, 'standing.more c, 1, 2, 3|2', 'C'],
    [{ asked: ['1', '2', '3', '4', '5', '6'] }, 'standing.more 1, 2, 3, 4|2', 'C'],
    [{ kind: 'ranks', actual: null }, 'A, B', 'standing.nothing'],
    [
      { kind: 'unit_kinds', asked: ['commune'], actual: 'branch' },
      'unit_kinds:commune',
      'unit_kinds:branch',
    ],
    [
      { kind: 'leadership', asked: ['leaders'], actual: null },
      'standing.leaders',
      'standing.nothing',
    ],
    [
      { kind: 'appointed', asked: ['2026-06-01', ''], actual: '2026-03-01' },
      'standing.from 01/06/2026',
      '01/03/2026',
    ],
    [
      { kind: 'appointed', asked: ['', '2026-06-01'], actual: null },
      'standing.until 01/06/2026',
      'standing.nothing',
    ],
  ] as [Partial<StandingGround>, string, string][])('%j', (part, asks, has) => {
    const one = ground(part);
    expect(groundWords(one, t, nameOf)).toEqual({
      holds: false,
      asks: `standing.ground.${one.kind} ${asks}`,
      has: `standing.has ${has}`,
    });
  });

  it('says a completion by itself, with the day from which it counts', () => {
    const words = groundWords(
      ground({ kind: 'completed', asked: ['K1', '2026-01-01'] }),
      t,
      nameOf,
    );
    expect(words).toMatchObject({
      asks: 'standing.ground.completed standing.since K1|01/01/2026',
      has: null,
    });
  });

  it('asks for one unit once', () => {
    const unit = { holds: true, asked: ['Tỉnh An'], actual: 'Xã An' };
    const grounds = [
      ground({ kind: 'audience_unit', ...unit }),
      ground({ kind: 'assignment_unit', ...unit }),
    ];
    expect(tellingGrounds(standing({ grounds })).map(({ kind }) => kind)).toEqual([
      'audience_unit',
    ]);
    const other = { ...ground({ kind: 'assignment_unit', ...unit }), asked: ['Xã An'] };
    expect(tellingGrounds(standing({ grounds: [...grounds.slice(0, 1), other] }))).toHaveLength(2);
  });

  it('does not hold a rule against who is named', () => {
    const grounds = [ground({ kind: 'named', holds: true }), ground({})];
    expect(tellingGrounds(standing({ grounds })).map(({ kind }) => kind)).toEqual(['named']);
    expect(tellingGrounds(standing({ grounds, member: false }))).toHaveLength(2);
  });
});
