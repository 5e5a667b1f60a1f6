/** The room where the numbers of a regrade are put to the test. */
import { expect, it } from '@jest/globals';
import { chosenAttempts, isLowered, summaryOf } from './regrade-summary';

const change = (attemptId: string, scoreFrom: number, scoreTo: number, certificate = false) => ({
  attemptId,
  awardedFrom: scoreFrom / 10,
  awardedTo: scoreTo / 10,
  scoreFrom,
  scoreTo,
  passedFrom: scoreFrom >= 500,
  passedTo: scoreTo >= 500,
  certificateAtStake: certificate ? '12/2026' : null,
});
const CHANGES = [
  change('a', 400, 500),
  change('b', 500, 450, true),
  change('c', 900, 850),
  { ...change('d', 700, 700), awardedFrom: 50, awardedTo: 25 },
];

it('counts who gets more and who gets less', () => {
  expect(summaryOf(CHANGES)).toEqual({
    changes: 4,
    raised: 1,
    lowered: 3,
    passLost: 1,
    passGained: 1,
    certificates: 1,
  });
  expect(CHANGES.map(isLowered)).toEqual([false, true, true, true]);
});

it('asks for all by name of nobody', () => {
  expect(chosenAttempts(CHANGES, new Set(['a', 'b', 'c', 'd']))).toBeNull();
  expect(chosenAttempts(CHANGES, new Set(['c', 'a']))).toEqual(['a', 'c']);
  expect(chosenAttempts([], new Set())).toBeNull();
});
