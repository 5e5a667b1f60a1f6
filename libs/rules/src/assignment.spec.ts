/** The room where standing in an assignment is put to the test: as cases, and as laws that hold for everybody. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  type AssignmentTerms,
  type CaseFacts,
  decideCases,
  effectiveDue,
  type OfficerFacts,
  sameCase,
} from './assignment';

const START = '2026-11-01';
const TERMS: AssignmentTerms = {
  due: { kind: 'fixed', day: '2026-12-31' },
  recurrence: null,
  graceDays: 0,
  lateDays: 30,
  startsOn: START,
  endsOn: null,
  ended: false,
};
const SOMEBODY: OfficerFacts = {
  member: true,
  exempt: false,
  appointedOn: null,
  completedOn: null,
  latest: null,
  previousDoneOn: null,
};
const YEARLY = { validityMonths: 12, renewalWindowDays: 60, renewalCourseId: null };

/** What is stored after the decision, as the reconciler keeps it. */
function after(officer: OfficerFacts, written: CaseFacts[]): OfficerFacts {
  const latest = written.at(-1) ?? officer.latest;
  const before = written.at(-2) ?? (written.length === 1 ? officer.latest : null);
  const grown = latest && officer.latest && latest.occurrence > officer.latest.occurrence;
  return {
    ...officer,
    latest,
    previousDoneOn: written.length > 1 || grown ? (before?.doneOn ?? null) : officer.previousDoneOn,
  };
}
const decide = (terms: Partial<AssignmentTerms>, officer: Partial<OfficerFacts>, day: string) =>
  decideCases({ ...TERMS, ...terms }, { ...SOMEBODY, ...officer }, day);
const said = (cases: CaseFacts[]) =>
  cases.map(
    (each) =>
      `${each.occurrence} ${each.state} ${effectiveDue(each) ?? '-'} ${each.because.dueFrom}`,
  );

describe('days', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-23', 24, '2028-11-23'],
  ])('%s and %i months is %s', (day, months, then) => expect(addMonths(day, months)).toBe(then));

  it('count over the end of a year', () => expect(addDays('2026-12-31', 1)).toBe('2027-01-01'));
});

describe('somebody new to an assignment', () => {
  it.each<[string, Partial<AssignmentTerms>, Partial<OfficerFacts>, string, string[]]>([
    ['is due by the fixed day', {}, {}, START, ['1 due 2026-12-31 fixed']],
    ['is told nothing before it starts', {}, {}, '2026-10-31', []],
    ['is no case outside the audience', {}, { member: false }, START, []],
    [
      'is done where it was done before',
      {},
      { completedOn: '2020-05-05' },
      START,
      ['1 done - none'],
    ],
    ['is exempt', {}, { exempt: true }, START, ['1 exempt 2026-12-31 fixed']],
    ['gets days of their own when late', {}, {}, '2026-12-20', ['1 due 2027-01-19 late']],
    ['keeps the fixed day when that is later', {}, {}, '2026-11-05', ['1 due 2026-12-31 fixed']],
    [
      'counts from the day of the assignment',
      { due: { kind: 'after_assignment', days: 10 } },
      {},
      '2026-11-05',
      ['1 due 2026-11-15 assignment'],
    ],
    [
      'counts from the appointment, however long ago',
      { due: { kind: 'after_appointment', days: 365 } },
      { appointedOn: '2025-07-01' },
      '2026-11-05',
      ['1 overdue 2026-07-01 appointment'],
    ],
    [
      'waits for the day of the appointment',
      { due: { kind: 'after_appointment', days: 365 } },
      {},
      START,
      ['1 waiting - none'],
    ],
    [
      'who completed long ago is due again, with days to do it in',
      { recurrence: YEARLY, due: { kind: 'after_completion', months: 12 } },
      { completedOn: '2024-01-01' },
      START,
      ['1 due 2026-12-01 completion'],
    ],
    [
      'whose completion still holds is done, and waits for the renewal',
      { recurrence: YEARLY },
      { completedOn: '2026-06-15' },
      START,
      ['1 done - none', '2 waiting 2027-06-15 renewal'],
    ],
    [
      'whose completion holds not much longer may renew now',
      { recurrence: YEARLY },
      { completedOn: '2025-12-15' },
      START,
      ['1 done - none', '2 due 2026-12-15 renewal'],
    ],
  ])('%s', (_, terms, officer, day, expected) =>
    expect(said(decide(terms, officer, day))).toEqual(expected),
  );
});

describe('time goes by', () => {
  const open = decide({}, {}, START)[0] as CaseFacts;

  it.each([
    ['on the due day nothing changes', {}, '2026-12-31', []],
    ['the day after it is overdue', {}, '2027-01-01', ['1 overdue 2026-12-31 fixed']],
    ['grace keeps it due', { graceDays: 5 }, '2027-01-05', []],
    ['until it is used up', { graceDays: 5 }, '2027-01-06', ['1 overdue 2026-12-31 fixed']],
    [
      'an ended assignment asks nothing',
      { endsOn: '2027-06-30' },
      '2027-07-01',
      ['1 left 2026-12-31 fixed'],
    ],
  ])('%s', (_, terms, day, expected) =>
    expect(said(decide(terms, { latest: open }, day))).toEqual(expected),
  );

  it('an extension wins over the due day', () => {
    const latest = { ...open, extendedTo: '2027-02-01' };
    expect(decide({}, { latest }, '2027-02-01')).toEqual([]);
    expect(said(decide({}, { latest }, '2027-02-02'))).toEqual(['1 overdue 2027-02-01 fixed']);
  });

  it('an exemption that runs out gives the duty back', () => {
    const [exempt] = decide({}, { latest: open, exempt: true }, '2026-12-01');
    expect(exempt?.state).toBe('exempt');
    expect(said(decide({}, { latest: exempt ?? null }, '2027-03-01'))).toEqual([
      '1 overdue 2026-12-31 fixed',
    ]);
  });

  it('whoever moves away and back within a month keeps the day; after a year they get a new one', () => {
    const [left] = decide({}, { latest: open, member: false }, '2026-12-20');
    expect(said([left as CaseFacts])).toEqual(['1 left 2026-12-31 fixed']);
    expect(said(decide({}, { latest: left ?? null }, '2027-01-10'))).toEqual([
      '1 overdue 2026-12-31 fixed',
    ]);
    expect(said(decide({}, { latest: left ?? null }, '2027-12-20'))).toEqual([
      '1 due 2028-01-19 late',
    ]);
  });

  it('a renewal opens in its window, is overdue, and is done by a newer completion only', () => {
    const recurrence = { ...YEARLY, renewalWindowDays: 30 };
    const officer = { completedOn: '2026-06-15' };
    const waiting = decide({ recurrence }, officer, START)[1] as CaseFacts;
    const then = (day: string, more: Partial<OfficerFacts> = {}) =>
      said(
        decide(
          { recurrence },
          { ...officer, latest: waiting, previousDoneOn: '2026-06-15', ...more },
          day,
        ),
      );
    expect(then('2027-05-15')).toEqual([]);
    expect(then('2027-05-16')).toEqual(['2 due 2027-06-15 renewal']);
    expect(then('2027-06-16')).toEqual(['2 overdue 2027-06-15 renewal']);
    expect(then('2027-06-01', { completedOn: '2027-05-20' })).toEqual([
      '2 done 2027-06-15 renewal',
      '3 waiting 2028-05-20 renewal',
    ]);
  });
});

const days = fc.integer({ min: 0, max: 1_500 }).map((count) => addDays('2025-01-01', count));
const termsOf: fc.Arbitrary<AssignmentTerms> = fc.record({
  due: fc.oneof(
    fc.record({ kind: fc.constant('fixed' as const), day: days }),
    fc.record({
      kind: fc.constant('after_assignment' as const),
      days: fc.nat(400).map((n) => n + 1),
    }),
    fc.record({
      kind: fc.constant('after_appointment' as const),
      days: fc.nat(400).map((n) => n + 1),
    }),
    fc.record({
      kind: fc.constant('after_completion' as const),
      months: fc.integer({ min: 1, max: 36 }),
    }),
  ),
  recurrence: fc.option(
    fc.record({
      validityMonths: fc.integer({ min: 1, max: 36 }),
      renewalWindowDays: fc.nat(90),
      renewalCourseId: fc.constant(null),
    }),
  ),
  graceDays: fc.nat(30),
  lateDays: fc.nat(60),
  startsOn: days,
  endsOn: fc.option(days),
  ended: fc.boolean(),
});
/** One day in somebody's life: what is so on that day. */
const dayOf = fc.record({
  after: fc.integer({ min: 0, max: 200 }),
  member: fc.boolean(),
  exempt: fc.boolean(),
  appointedOn: fc.option(days),
  completes: fc.boolean(),
  extendedTo: fc.option(days),
});
const lifeOf = fc.array(dayOf, { minLength: 1, maxLength: 12 });
type Life = typeof lifeOf extends fc.Arbitrary<infer T> ? T : never;

/** Lives day by day and calls back with what was known, what was written, and on which day. */
function live(
  terms: AssignmentTerms,
  life: Life,
  look: (officer: OfficerFacts, written: CaseFacts[], day: string) => void,
): void {
  let officer: OfficerFacts = SOMEBODY;
  let day = '2025-01-01';
  for (const each of life) {
    day = addDays(day, each.after);
    const { member, exempt, appointedOn } = each;
    const completedOn = each.completes ? day : officer.completedOn;
    const latest =
      officer.latest && officer.latest.state !== 'done'
        ? { ...officer.latest, extendedTo: each.extendedTo ?? officer.latest.extendedTo }
        : officer.latest;
    officer = { ...officer, member, exempt, appointedOn, completedOn, latest };
    const written = decideCases(terms, officer, day);
    look(officer, written, day);
    officer = after(officer, written);
  }
}

describe('for everybody, whatever happens', () => {
  const law = (
    look: (
      terms: AssignmentTerms,
      officer: OfficerFacts,
      written: CaseFacts[],
      day: string,
    ) => void,
  ) =>
    fc.assert(
      fc.property(termsOf, lifeOf, (terms, life) =>
        live(terms, life, (officer, written, day) => look(terms, officer, written, day)),
      ),
      { numRuns: 500 },
    );

  it('a second look on the same day writes nothing', () =>
    law((terms, officer, written, day) =>
      expect(decideCases(terms, after(officer, written), day)).toEqual([]),
    ));

  it('what is done stays done', () =>
    law((_, { latest }, written) => {
      if (latest?.state !== 'done') return;
      expect(written.some(({ occurrence }) => occurrence <= latest.occurrence)).toBe(false);
    }));

  it('occurrences follow one another, and only the last one is open', () =>
    law((_, { latest }, written) => {
      const first =
        latest === null ? 1 : latest.state === 'done' ? latest.occurrence + 1 : latest.occurrence;
      written.forEach((each, index) => {
        expect(each.occurrence).toBe(first + index);
        if (index < written.length - 1) expect(each.state).toBe('done');
      });
    }));

  it('only a member is due, overdue, waiting or exempt; and a member who has not done it is nowhere forgotten', () =>
    law((terms, officer, written, day) => {
      const { latest } = after(officer, written);
      const over = terms.ended || (terms.endsOn !== null && day > terms.endsOn);
      const running = day >= terms.startsOn && !over;
      if (day < terms.startsOn) return;
      const open = latest !== null && !['done', 'left'].includes(latest.state);
      if (open) expect(officer.member && running).toBe(true);
      if (officer.member && running && officer.completedOn === null) expect(open).toBe(true);
    }));

  it('nobody is overdue before the last day that was promised, and nobody due after it', () =>
    law((terms, officer, written, day) => {
      const { latest } = after(officer, written);
      if (day < terms.startsOn || latest === null) return;
      const until = effectiveDue(latest);
      const late = until !== null && day > addDays(until, terms.graceDays);
      if (latest.state === 'overdue') expect(late).toBe(true);
      if (latest.state === 'due') expect(late).toBe(false);
    }));

  it('only what differs is written', () =>
    law((_, { latest }, written) => {
      for (const each of written) {
        if (each.occurrence === latest?.occurrence) expect(sameCase(each, latest)).toBe(false);
      }
    }));
});
