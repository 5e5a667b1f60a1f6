/** The room where it is put to the test from which regrade a completion lost its ground. */
import { describe, expect, it } from '@jest/globals';
import { type AttemptHistory, lostGround, type ResultStep } from './result-history';

const result = (scoreOfTen: number) => ({ scoreOfTen, passed: scoreOfTen >= 500 });
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 23, 2, minute)).toISOString();
const marked = (minute: number, score: number): ResultStep => ({
  kind: 'marked',
  at: at(minute),
  to: result(score),
  from: null,
});
const regraded = (minute: number, from: number, to: number): ResultStep => ({
  kind: 'regraded',
  at: at(minute),
  to: result(to),
  from: result(from),
});
const attempt = (...steps: ResultStep[]): AttemptHistory => ({
  now: steps.at(-1)?.to ?? null,
  steps,
});

type Grading = 'highest' | 'last' | 'first' | 'average';
const CASES: [string, Grading, AttemptHistory[], { minute: number; before: number } | null][] = [
  [
    'a regrade that takes the pass',
    'highest',
    [attempt(marked(1, 800), regraded(9, 800, 300))],
    { minute: 9, before: 800 },
  ],
  ['a regrade that lowers only', 'highest', [attempt(marked(1, 800), regraded(9, 800, 600))], null],
  [
    'another attempt carries it',
    'highest',
    [attempt(marked(1, 800), regraded(9, 800, 300)), attempt(marked(2, 700))],
    null,
  ],
  [
    'both attempts in one regrade',
    'highest',
    [
      attempt(marked(1, 800), regraded(9, 800, 300)),
      attempt(marked(2, 700), regraded(9, 700, 200)),
    ],
    { minute: 9, before: 800 },
  ],
  [
    'the average of both in one regrade',
    'average',
    [
      attempt(marked(1, 550), regraded(9, 550, 400)),
      attempt(marked(2, 500), regraded(9, 500, 400)),
    ],
    { minute: 9, before: 525 },
  ],
  [
    'a retake was worse before',
    'last',
    [attempt(marked(1, 800)), attempt(marked(2, 300), regraded(9, 300, 200))],
    null,
  ],
  [
    'two regrades, the first one took it',
    'highest',
    [attempt(marked(1, 800), regraded(8, 800, 300), regraded(9, 300, 200))],
    { minute: 8, before: 800 },
  ],
  [
    'taken, given back, and taken again',
    'highest',
    [attempt(marked(1, 800), regraded(7, 800, 300), regraded(8, 300, 800), regraded(9, 800, 100))],
    { minute: 9, before: 800 },
  ],
  [
    'no step tells of the first mark',
    'highest',
    [attempt(regraded(9, 700, 300))],
    { minute: 9, before: 700 },
  ],
  [
    'an attempt older than the steps carries it',
    'highest',
    [{ now: result(900), steps: [] }, attempt(regraded(9, 700, 300))],
    null,
  ],
];

describe('lostGround', () => {
  it.each(CASES)('%s (%s)', (_name, grading, attempts, lost) => {
    const found = lostGround(attempts, { grading, passPercent: 50 }, null);
    if (lost === null) expect(found).toBeNull();
    else
      expect(found).toMatchObject({
        at: new Date(at(lost.minute)),
        before: { scoreOfTen: lost.before },
      });
  });

  it('does not tell of the same regrade twice', () => {
    const attempts = [attempt(marked(1, 800), regraded(8, 800, 300), regraded(9, 300, 200))];
    const rules = { grading: 'highest' as const, passPercent: 50 };
    expect(lostGround(attempts, rules, new Date(at(8)))).toBeNull();
    expect(lostGround(attempts, rules, new Date(at(7)))).not.toBeNull();
  });
});
