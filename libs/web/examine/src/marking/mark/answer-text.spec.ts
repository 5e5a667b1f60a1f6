/** The room where a written answer's paragraphs and words are put to the test. */
import { expect, it } from '@jest/globals';
import { countWords, paragraphsOf } from './answer-text';

it('counts syllables, not marks', () => {
  expect(countWords('Tiếp nhận – hẹn trả\n 3 ngày.')).toBe(6);
  expect(countWords('  \n ')).toBe(0);
});

it('parts paragraphs at empty lines and keeps line breaks', () => {
  expect(paragraphsOf('Một\r\nhai\n\n \n  Ba  \n')).toEqual(['Một\nhai', '  Ba']);
  expect(paragraphsOf('')).toEqual([]);
});
