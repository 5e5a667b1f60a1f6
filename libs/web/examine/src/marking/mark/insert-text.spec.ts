/** The room where inserted comments are put to the test. */
import { expect, it } from '@jest/globals';
import { insertAt } from './insert-text';

it.each([
  ['', 0, 0, 'Mẫu', 3],
  ['Một', 3, 3, 'Một\nMẫu', 7],
  ['Một ', 4, 4, 'Một\nMẫu', 7],
  ['Một\n', 4, 4, 'Một\nMẫu', 7],
  ['Một hai', 4, 4, 'Một\nMẫu\nhai', 7],
  ['Một hai', 0, 7, 'Mẫu', 3],
  ['Một\nhai', 3, 3, 'Một\nMẫu\nhai', 7],
])('into %j from %i to %i', (typed, from, to, text, cursor) => {
  expect(insertAt(typed, from, to, 'Mẫu')).toEqual({ text, cursor });
});
