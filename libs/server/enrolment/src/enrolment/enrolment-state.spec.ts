/** Which state of an enrolment may follow which. */
import { describe, expect, it } from '@jest/globals';
import { ENROLMENT_STATES } from '@tap-huan/contract';
import { isOpen, mayBecome } from './enrolment-state';

describe('the states of an enrolment', () => {
  it.each([
    ['not_started', ['in_progress', 'completed', 'withdrawn']],
    ['in_progress', ['completed', 'withdrawn']],
    ['completed', []],
    ['withdrawn', []],
  ] as const)('%s may become %j', (state, next) => {
    expect(ENROLMENT_STATES.filter((each) => mayBecome(state, each))).toEqual(next);
    expect(isOpen(state)).toBe(next.length > 0);
  });
});
