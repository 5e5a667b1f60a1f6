/** The room where typed marks are put to the test. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { marksOf, readMarks, writeMarks } from './marks-text';

it.each([
  ['7,5', { value: 750 }],
  ['7.5', { value: 750 }],
  [' 10 ', { value: 1_000 }],
  ['0', { value: 0 }],
  ['0,25', { value: 25 }],
  ['7,05', { value: 705 }],
  ['', { problem: 'empty' }],
  ['  ', { problem: 'empty' }],
  ['7,', { problem: 'format' }],
  [',5', { problem: 'format' }],
  ['7,555', { problem: 'format' }],
  ['-1', { problem: 'format' }],
  ['1e2', { problem: 'format' }],
  ['bảy', { problem: 'format' }],
  ['10,25', { problem: 'tooMuch' }],
])('reads %j as %j', (typed, expected) => {
  expect(readMarks(typed, 1_000)).toEqual(expected);
});

it('reads what it writes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000 }),
      fc.constantFrom('vi' as const, 'en' as const),
      (marks, language) => marksOf(writeMarks(marks, language), 100_000) === marks,
    ),
  );
});

it('writes marks as the reader does', () => {
  expect(writeMarks(750, 'vi')).toBe('7,5');
  expect(writeMarks(750, 'en')).toBe('7.5');
  expect(writeMarks(null, 'vi')).toBe('');
});
