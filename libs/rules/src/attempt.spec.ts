/** The room where starting, the clock, review and the result that counts are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { GradingMethod, QuizSettings, ReviewParts } from '@tap-huan/contract';
import fc from 'fast-check';
import type { MarkedAttempt, ReviewFacts, StartFacts } from './attempt';
import {
  attemptsLeft,
  countedResult,
  isExpired,
  mayStart,
  mayStartAt,
  reviewMoment,
  reviewOf,
  SHOW_ALL,
  SHOW_NOTHING,
} from './attempt';

const at = (time: string) => new Date(`2026-11-23T${time}Z`);
const now = at('08:00:00');
const open = { phase: 'open', submittedAt: null } as const;
const prepared = { phase: 'prepared', submittedAt: null } as const;
const marked = { phase: 'marked', submittedAt: at('07:00:00') } as const;
const settings: StartFacts['settings'] = {
  attemptsAllowed: 2,
  requireLessons: true,
  opensAt: null,
  closesAt: null,
  waitMinutes: 0,
  retakeAfterPass: false,
};
const facts: StartFacts = {
  enrolmentOpen: true,
  attempts: [],
  settings,
  lessonsLeft: 0,
  passed: false,
  now,
};
const with_ = (change: Partial<StartFacts['settings']>) => ({
  settings: { ...settings, ...change },
});
const tomorrow = '2026-11-24T08:00:00Z';
const yesterday = '2026-11-22T15:00:00+07:00';

describe('mayStart', () => {
  it.each<[string, Partial<StartFacts>, string]>([
    ['a first attempt', {}, 'may_start'],
    ['a second attempt', { attempts: [marked] }, 'may_start'],
    ['no third of two', { attempts: [marked, marked] }, 'attempts_exhausted'],
    [
      'without limit',
      { attempts: Array(50).fill(marked), ...with_({ attemptsAllowed: null }) },
      'may_start',
    ],
    ['a prepared one is none', { attempts: [marked, prepared] }, 'may_start'],
    ['an open one', { attempts: [marked, open] }, 'may_resume'],
    ['an open one although lessons are left', { attempts: [open], lessonsLeft: 3 }, 'may_resume'],
    [
      'an open one although the quiz is closed',
      { attempts: [open], ...with_({ closesAt: yesterday }) },
      'may_resume',
    ],
    ['withdrawn', { enrolmentOpen: false, attempts: [open] }, 'enrolment_closed'],
    ['passed', { attempts: [marked], passed: true }, 'already_passed'],
    ['passed with the last one', { attempts: [marked, marked], passed: true }, 'already_passed'],
    [
      'passed, but may try again',
      { attempts: [marked], passed: true, ...with_({ retakeAfterPass: true }) },
      'may_start',
    ],
    ['lessons left', { lessonsLeft: 1 }, 'lessons_not_finished'],
    ['lessons left after the first attempt', { lessonsLeft: 1, attempts: [marked] }, 'may_start'],
    [
      'lessons left but not required',
      { lessonsLeft: 1, ...with_({ requireLessons: false }) },
      'may_start',
    ],
    ['not open yet', with_({ opensAt: tomorrow }), 'not_open_yet'],
    ['open since now', with_({ opensAt: '2026-11-23T15:00:00+07:00' }), 'may_start'],
    ['closed', with_({ closesAt: yesterday }), 'quiz_closed'],
    ['closed since now', with_({ closesAt: '2026-11-23T15:00:00+07:00' }), 'quiz_closed'],
    ['open until tomorrow', with_({ opensAt: yesterday, closesAt: tomorrow }), 'may_start'],
    ['too early', { attempts: [marked], ...with_({ waitMinutes: 61 }) }, 'wait_first'],
    ['waited long enough', { attempts: [marked], ...with_({ waitMinutes: 60 }) }, 'may_start'],
    ['nothing to wait for', with_({ waitMinutes: 61 }), 'may_start'],
    [
      'exhausted comes before waiting',
      { attempts: [marked, marked], ...with_({ waitMinutes: 61 }) },
      'attempts_exhausted',
    ],
  ])('%s', (_, change, verdict) => expect(mayStart({ ...facts, ...change })).toBe(verdict));
});

describe('mayStartAt', () => {
  it.each<[string, Partial<StartFacts>, Date | null]>([
    ['at once', {}, null],
    ['never', { attempts: [marked, marked] }, null],
    ['after waiting', { attempts: [marked], ...with_({ waitMinutes: 90 }) }, at('08:30:00')],
    ['when it opens', with_({ opensAt: tomorrow }), new Date(tomorrow)],
    [
      'when it opens again and the wait is over',
      { attempts: [marked], ...with_({ opensAt: '2026-11-23T08:10:00Z', waitMinutes: 90 }) },
      at('08:30:00'),
    ],
  ])('%s', (_, change, instant) => expect(mayStartAt({ ...facts, ...change })).toEqual(instant));

  it('names an instant at which one may start, and none before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: -200, max: 200 }),
        (wait, opens) => {
          const opensAt = new Date(now.getTime() + opens * 60_000).toISOString();
          const asked = { ...facts, attempts: [marked], ...with_({ waitMinutes: wait, opensAt }) };
          const start = mayStartAt(asked);
          if (start === null) return expect(mayStart(asked)).toBe('may_start');
          expect(mayStart({ ...asked, now: start })).toBe('may_start');
          expect(mayStart({ ...asked, now: new Date(start.getTime() - 1) })).not.toBe('may_start');
        },
      ),
    );
  });
});

it.each([
  ['open', '01:29:59', false],
  ['open', '01:30:00.000', false],
  ['open', '01:30:00.001', true],
  ['submitted', '02:00:00', false],
  ['prepared', '02:00:00', false],
] as const)('an attempt that is %s at %s is expired: %s', (phase, time, expired) => {
  expect(isExpired({ phase, closesAt: at('01:30:00') }, at(time))).toBe(expired);
  expect(isExpired({ phase, closesAt: null }, at(time))).toBe(false);
});

describe('review', () => {
  const part = (change: Partial<ReviewParts>): ReviewParts => ({ ...SHOW_NOTHING, ...change });
  const matrix = {
    during: part({ correctness: true }),
    rightAfter: part({ marks: true }),
    later: part({ generalFeedback: true, response: true }),
    afterClose: SHOW_ALL,
  };
  const quiz: Parameters<typeof reviewOf>[0] = {
    mode: 'exam',
    review: matrix,
    holdAnswers: false,
    closesAt: '2026-11-23T12:00:00Z',
    graceMinutes: 10,
  };
  const looked: ReviewFacts = {
    submittedAt: at('08:00:00'),
    now: at('08:00:00'),
    passed: false,
    attemptsLeft: 1,
    preview: false,
  };

  it.each([
    [null, '08:00:00', 'during'],
    ['08:00:00', '08:10:00', 'rightAfter'],
    ['08:00:00', '08:10:00.001', 'later'],
    ['08:00:00', '12:10:00', 'later'],
    ['08:00:00', '12:10:00.001', 'afterClose'],
    ['12:00:00', '12:10:00', 'rightAfter'],
    ['12:09:00', '12:11:00', 'afterClose'],
  ] as const)('submitted %s, looked at %s: %s', (submitted, time, moment) => {
    const submittedAt = submitted && at(submitted);
    expect(reviewMoment(quiz, { submittedAt, now: at(time) })).toBe(moment);
    expect(
      reviewOf({ ...quiz, mode: 'practice' }, { ...looked, submittedAt, now: at(time) }),
    ).toEqual(matrix[moment]);
  });

  it('shows nothing while an exam runs', () =>
    expect(reviewOf(quiz, { ...looked, submittedAt: null })).toEqual(SHOW_NOTHING));

  it('shows authors everything', () => {
    expect(reviewOf(quiz, { ...looked, submittedAt: null, preview: true })).toEqual(SHOW_ALL);
  });

  it.each<[string, Partial<ReviewFacts>, Partial<typeof quiz>, boolean]>([
    ['attempts left', {}, {}, true],
    ['without limit', { attemptsLeft: null }, {}, true],
    ['passed', { passed: true }, {}, false],
    ['no attempt left', { attemptsLeft: 0 }, {}, false],
    ['closed', { now: at('13:00:00') }, {}, false],
    ['not held', {}, { holdAnswers: false }, false],
  ])('holds answers: %s', (_, change, settings_, held) => {
    const all = { during: SHOW_ALL, rightAfter: SHOW_ALL, later: SHOW_ALL, afterClose: SHOW_ALL };
    const asked = { ...quiz, review: all, holdAnswers: true, ...settings_ };
    expect(reviewOf(asked, { ...looked, ...change })).toEqual({
      ...SHOW_ALL,
      specificFeedback: !held,
      generalFeedback: !held,
      rightAnswer: !held,
    });
  });

  it('never shows what the matrix hides, unless to an author', () => {
    const parts = fc.record({
      response: fc.boolean(),
      correctness: fc.boolean(),
      marks: fc.boolean(),
      specificFeedback: fc.boolean(),
      generalFeedback: fc.boolean(),
      rightAnswer: fc.boolean(),
    });
    const any = fc.record({
      review: fc.record({ during: parts, rightAfter: parts, later: parts, afterClose: parts }),
      holdAnswers: fc.boolean(),
      passed: fc.boolean(),
      minutes: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(any, ({ review, holdAnswers, passed, minutes }) => {
        const asked = { ...looked, passed, now: new Date(looked.now.getTime() + minutes * 60_000) };
        const shown = reviewOf({ ...quiz, review, holdAnswers }, asked);
        const allowed = review[reviewMoment(quiz, asked)];
        for (const key of Object.keys(shown) as (keyof ReviewParts)[]) {
          if (shown[key]) expect(allowed[key]).toBe(true);
        }
      }),
    );
  });
});

describe('countedResult', () => {
  const one = (scoreOfTen: number | null, passed: boolean | null): MarkedAttempt => ({
    scoreOfTen,
    passed,
  });
  const waiting = one(null, null);
  const attempts = [one(600, true), waiting, one(800, false), one(801, false), one(400, false)];

  it.each<[GradingMethod, number, boolean]>([
    // The better marks missed the minimum of a section.
    ['highest', 600, true],
    ['first', 600, true],
    ['last', 400, false],
    ['average', 650, true],
  ])('%s', (grading, scoreOfTen, passed) =>
    expect(countedResult(attempts, grading, 50)).toEqual({ scoreOfTen, passed }),
  );

  it('takes the mean half up, and passes it unrounded', () => {
    const nearly = [one(500, true), one(499, false)];
    expect(countedResult(nearly, 'average', 50)).toEqual({ scoreOfTen: 500, passed: false });
    expect(countedResult([...nearly, one(501, true)], 'average', 50)).toEqual({
      scoreOfTen: 500,
      passed: true,
    });
  });

  it('is nothing where nothing is marked', () => {
    for (const grading of ['highest', 'first', 'last', 'average'] as const) {
      expect(countedResult([], grading, 50)).toBeNull();
      expect(countedResult([waiting], grading, 50)).toBeNull();
      expect(countedResult([waiting, one(0, false)], grading, 50)).toEqual({
        scoreOfTen: 0,
        passed: false,
      });
    }
  });

  it('with the highest is never harmed by one more attempt', () => {
    const attempt = fc.record({
      scoreOfTen: fc.integer({ min: 0, max: 1000 }),
      passed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 1 }), attempt, (before, more) => {
        const was = countedResult(before, 'highest', 50);
        const is = countedResult([...before, more], 'highest', 50);
        expect(Number(is?.passed)).toBeGreaterThanOrEqual(Number(was?.passed));
        if (was?.passed === is?.passed) {
          expect(is?.scoreOfTen).toBeGreaterThanOrEqual(was?.scoreOfTen ?? 0);
        }
      }),
    );
  });
});

it('attemptsLeft', () => {
  const left = (attemptsAllowed: QuizSettings['attemptsAllowed'], used: number) =>
    attemptsLeft({ attemptsAllowed }, used);
  expect(left(3, 1)).toBe(2);
  expect(left(3, 5)).toBe(0);
  expect(left(null, 5)).toBeNull();
});
