/** The room where the words of supervision are put to the test. */
import { expect, it } from '@jest/globals';
import { factsOf } from './supervised-words';

it('counts an absence once', () => {
  expect(factsOf({ facts: { focus_lost: 2, focus_back: 2, pasted: 1 } })).toBe(3);
  expect(factsOf({ facts: {} })).toBe(0);
});
