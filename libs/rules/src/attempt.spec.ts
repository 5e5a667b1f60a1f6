/** The room where starting, saving, the clock and review are put to the test. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { StartFacts } from './attempt';
import {
  attemptsLeft,
  bestAttempt,
  deadlineOf,
  isExpired,
  isNewer,
  maySave,
  mayStart,
  reviewOf,
} from './attempt';

const open = { phase: 'open' } as const;
const marked = { phase: 'marked' } as const;
const facts: StartFacts = {
  enrolmentOpen: true,
  attempts: [],
  settings: { attemptsAllowed: 2, requireLessons: true },
  lessonsLeft: 0,
  passed: false,
};

describe('mayStart', () => {
  it.each<[string, Partial<StartFacts>, string]>([
    ['a first attempt', {}, 'may_start'],
    ['a second attempt', { attempts: [marked] }, 'may_start'],
    ['no third of two', { attempts: [marked, marked] }, 'attempts_exhausted'],
    [
      'without limit',
      {
        attempts: Array(50).fill(marked),
        settings: { attemptsAllowed: null, requireLessons: true },
      },
      'may_start',
    ],
    ['an open one', { attempts: [marked, open] }, 'may_resume'],
    ['an open one although lessons are left', { attempts: [open], lessonsLeft: 3 }, 'may_resume'],
    ['withdrawn', { enrolmentOpen: false, attempts: [open] }, 'enrolment_closed'],
    ['passed', { attempts: [marked], passed: true }, 'already_passed'],
    ['passed with the last one', { attempts: [marked, marked], passed: true }, 'already_passed'],
    ['lessons left', { lessonsLeft: 1 }, 'lessons_not_finished'],
    ['lessons left after the first attempt', { lessonsLeft: 1, attempts: [marked] }, 'may_start'],
    [
      'lessons left but not required',
      { lessonsLeft: 1, settings: { attemptsAllowed: 1, requireLessons: false } },
      'may_start',
    ],
  ])('%s', (_, change, verdict) => expect(mayStart({ ...facts, ...change })).toBe(verdict));
});

describe('the clock', () => {
  const startedAt = new Date('2026-11-23T01:00:00Z');
  const deadline = deadlineOf(startedAt, 30);
  const at = (time: string) => new Date(`2026-11-23T${time}Z`);

  it('deadlineOf', () => {
    expect(deadline).toEqual(at('01:30:00'));
    expect(deadlineOf(startedAt, null)).toBeNull();
  });

  it.each([
    ['open', deadline, '01:29:59', 'may_save', false],
    ['open', deadline, '01:30:00.000', 'may_save', false],
    ['open', deadline, '01:30:00.001', 'deadline_passed', true],
    ['submitted', deadline, '01:10:00', 'attempt_closed', false],
    ['marked', deadline, '02:10:00', 'attempt_closed', false],
    ['open', null, '23:59:59', 'may_save', false],
  ] as const)('%s with deadline %s at %s', (phase, until, now, verdict, expired) => {
    expect(maySave({ phase, deadline: until, now: at(now) })).toBe(verdict);
    expect(isExpired({ phase, deadline: until }, at(now))).toBe(expired);
  });
});

describe('isNewer', () => {
  const seq = fc.integer({ min: 1 });
  it('is a strict order', () => {
    expect(isNewer(1, null)).toBe(true);
    fc.assert(
      fc.property(seq, seq, seq, (a, b, c) => {
        expect(isNewer(a, a)).toBe(false);
        expect(isNewer(a, b) && isNewer(b, a)).toBe(false);
        expect(a === b || isNewer(a, b) || isNewer(b, a)).toBe(true);
        if (isNewer(a, b) && isNewer(b, c)) expect(isNewer(a, c)).toBe(true);
      }),
    );
  });

  it('ends with the same answer in whatever order saves arrive, also repeated', () => {
    fc.assert(
      fc.property(fc.array(seq, { minLength: 1 }), (arrivals) => {
        const stored = [...arrivals, ...arrivals].reduce<number | null>(
          (kept, next) => (isNewer(next, kept) ? next : kept),
          null,
        );
        expect(stored).toBe(Math.max(...arrivals));
      }),
    );
  });
});

describe('reviewOf', () => {
  const moments = ['after_submission', 'after_pass_or_last_attempt', 'never'] as const;
  it.each([
    [{ passed: false, attemptsLeft: 1, preview: false }, [true, false, false]],
    [{ passed: false, attemptsLeft: null, preview: false }, [true, false, false]],
    [{ passed: false, attemptsLeft: 0, preview: false }, [true, true, false]],
    [{ passed: true, attemptsLeft: 1, preview: false }, [true, true, false]],
    [{ passed: false, attemptsLeft: 1, preview: true }, [true, true, true]],
  ])('%j', (given, shown) => {
    moments.forEach((moment, index) => {
      expect(reviewOf({ showFeedback: moment, showCorrect: 'never' }, given)).toEqual({
        feedback: shown[index],
        correct: given.preview,
      });
      expect(reviewOf({ showFeedback: 'never', showCorrect: moment }, given)).toEqual({
        feedback: given.preview,
        correct: shown[index],
      });
    });
  });
});

it('attemptsLeft', () => {
  expect(attemptsLeft({ attemptsAllowed: 3 }, 1)).toBe(2);
  expect(attemptsLeft({ attemptsAllowed: 3 }, 5)).toBe(0);
  expect(attemptsLeft({ attemptsAllowed: null }, 5)).toBeNull();
});

it('bestAttempt is the highest score, the first on a tie', () => {
  const attempts = [
    { n: 1, scoreOfTen: 600 },
    { n: 2, scoreOfTen: null },
    { n: 3, scoreOfTen: 800 },
    { n: 4, scoreOfTen: 800 },
  ];
  expect(bestAttempt(attempts)?.n).toBe(3);
  expect(bestAttempt([{ scoreOfTen: 0 }])).toEqual({ scoreOfTen: 0 });
  expect(bestAttempt([{ scoreOfTen: null }])).toBeNull();
  expect(bestAttempt([])).toBeNull();
});
