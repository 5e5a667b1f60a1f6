/** The room where the server's refusals are read. */
import { describe, expect, it, jest } from '@jest/globals';

class ApiFailure extends Error {
  constructor(
    readonly code: string,
    readonly issues: readonly { path: string }[] = [],
  ) {
    super(code);
  }
}
// The real module brings Angular with it; only the shape of a failure is needed here.
jest.unstable_mockModule('@tap-huan/web/api', () => ({
  isFailure: (error: unknown, code: string) => error instanceof ApiFailure && error.code === code,
}));
const { outcomeOf } = await import('./answer-sender');

const answers = [4, 7].map((slot) => ({
  slot,
  response: null,
  flagged: true,
  certainty: null,
  seq: slot,
  typedAt: '2026-11-25T07:00:00.000Z',
  seconds: 0,
}));

describe('outcomeOf', () => {
  it.each([
    ['attempt_taken_over', 'taken_over'],
    ['attempt_closed', 'closed'],
    ['deadline_passed', 'closed'],
    ['offline', 'unreachable'],
    ['internal', 'unreachable'],
    ['too_many_requests', 'unreachable'],
    ['not_signed_in', 'unreachable'],
  ] as const)('%s -> %s', (code, kind) => {
    expect(outcomeOf(new ApiFailure(code), answers)).toMatchObject({ kind });
  });

  it.each([
    ['answers.1', [7]],
    ['body.answers.0.response.text', [4]],
    ['clientId', []],
    ['answers.9', []],
  ])('reads the slot out of %s', (path, slots) => {
    const failure = new ApiFailure('validation_failed', [{ path }]);
    expect(outcomeOf(failure, answers)).toEqual({ kind: 'refused', slots });
  });

  it('takes anything unknown for a bad network', () => {
    expect(outcomeOf(new TypeError('x'), answers)).toEqual({ kind: 'unreachable' });
  });
});
