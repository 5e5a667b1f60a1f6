/** The room where instants and local fields are put to the test. */
import { expect, it } from '@jest/globals';
import { instantOfLocal, localOfInstant } from './local-time';

it.each([
  ['2026-11-25T14:30', '2026-11-25T07:30:00.000Z'],
  ['2026-01-01T00:15', '2025-12-31T17:15:00.000Z'],
])('%s is %s in Vietnam', (typed, instant) => {
  expect(instantOfLocal(typed)).toBe(instant);
  expect(localOfInstant(instant)).toBe(typed);
});

it('answers nothing to nonsense', () => {
  expect(['', '25/11/2026', '2026-13-45T99:99'].map(instantOfLocal)).toEqual([null, null, null]);
  expect([null, 'x'].map(localOfInstant)).toEqual(['', '']);
});
