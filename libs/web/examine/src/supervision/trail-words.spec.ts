/** The room where the lines of a trail are checked against what the contract can tell of. */
import { expect, it } from '@jest/globals';
import { ATTEMPT_EVENTS } from '@tap-huan/contract';
import { lineKey } from './trail-words';

it.each([...ATTEMPT_EVENTS])('has words for the fact %s', (kind) => {
  expect(lineKey(kind)).toBe(kind);
});

it('shows a kind that it does not know as it is', () => {
  expect(lineKey('toString')).toBeNull();
});
