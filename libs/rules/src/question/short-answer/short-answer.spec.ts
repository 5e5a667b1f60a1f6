/** The room where answers of a few words are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ContentOf } from '@tap-huan/contract';
import fc from 'fast-check';
import { plain } from '../testing/plain';
import { shortAnswer } from './short-answer';
import { fits } from './wildcards';

const content = (
  accepted: string[],
  ignoreCase: boolean,
  ignoreDiacritics: boolean,
): ContentOf<'short_answer'> => ({
  kind: 'short_answer',
  ...plain,
  accepted,
  ignoreCase,
  ignoreDiacritics,
  wildcards: false,
});

it.each([
  ['lắng nghe', true, false, 'right'],
  ['  Lắng   NGHE. ', true, false, 'right'],
  ['lắng nghe !?…', true, false, 'right'],
  ['lắng nghe'.normalize('NFD'), true, false, 'right'],
  ['Lắng nghe', false, false, 'wrong'],
  ['lang nghe', true, false, 'wrong'],
  ['lang nghe', true, true, 'right'],
  ['LẮNG NGHE', false, true, 'wrong'],
  ['dieu do', true, true, 'right'],
  ['điều độ', true, false, 'right'],
  ['dieu do', true, false, 'wrong'],
  ['hoà nhã', true, false, 'right'],
  ['hoa nhã', true, false, 'wrong'],
  ['lắng, nghe', true, false, 'wrong'],
  ['   ', true, true, 'unanswered'],
  [' ... ', true, true, 'unanswered'],
])('%j (ignoring case %s, diacritics %s) is %s', (text, ignoreCase, ignoreDiacritics, outcome) => {
  const question = content(['lắng nghe', 'điều độ', 'hòa nhã'], ignoreCase, ignoreDiacritics);
  const frozen = shortAnswer.paperOf(question, { random: () => 0, shuffleOptions: false });
  expect(shortAnswer.grade(question, frozen, { kind: 'short_answer', text }).outcome).toBe(outcome);
});

it('labels equal answers alike', () => {
  const question = content(['lắng nghe'], true, true);
  const frozen = shortAnswer.paperOf(question, { random: () => 0, shuffleOptions: false });
  const label = (text: string) =>
    shortAnswer.classify(question, frozen, { kind: 'short_answer', text });
  expect(label('Lắng nghe.')).toBe('lang nghe');
  expect(label(' lang  nghe')).toBe('lang nghe');
  expect(label('')).toBe('unanswered');

  const strict = content(['hoà nhã'], true, false);
  const typed = (text: string) =>
    shortAnswer.classify(strict, frozen, { kind: 'short_answer', text });
  expect(typed('Hòa nhã!')).toBe('hoà nhã');
  expect(typed('Điều  độ.')).toBe('điều độ');
  expect(typed('a'.repeat(100))).toHaveLength(60);
});

describe('an accepted answer with stars', () => {
  const outcome = (accepted: string, text: string, lenient = false, wildcards = true) => {
    const question = { ...content([accepted], true, lenient), wildcards };
    const frozen = shortAnswer.paperOf(question, { random: () => 0, shuffleOptions: false });
    return shortAnswer.grade(question, frozen, { kind: 'short_answer', text }).outcome;
  };

  it.each([
    ['*nhân dân', 'Ủy ban nhân dân', 'right'],
    ['*nhân dân', 'nhân dân', 'right'],
    ['*nhân dân', 'nhân dân xã', 'wrong'],
    ['ủy ban*', 'uỷ ban nhân dân.', 'right'],
    ['cấp * xã', 'cấp xã', 'right'],
    ['cấp * xã', 'cấp phường, xã', 'right'],
    ['cấp * xã', 'cấpxã', 'wrong'],
    ['* xã', 'xã', 'right'],
    ['xã *', 'xã', 'right'],
    ['xã *', 'xãhội', 'wrong'],
    ['a*b*c', 'abc', 'right'],
    ['a*b*c', 'a-b-b-c', 'right'],
    ['a*b*c', 'acb', 'wrong'],
    ['a**c', 'abc', 'right'],
    ['aba*ba', 'aba', 'wrong'],
    ['hoà*', 'hoàng', 'right'],
    ['hoà*', 'hòa nhã', 'right'],
    ['hoà*', 'hoá', 'wrong'],
    ['hòa*', 'hoà nhã', 'right'],
    ['ho*', 'hoà', 'right'],
    ['hoa*', 'hoà', 'wrong'],
    ['* uý', 'thiếu úy', 'right'],
    ['2 \\* 3', '2 * 3', 'right'],
    ['2 \\* 3', '2 x 3', 'wrong'],
    ['a\\b*', 'a\\bc', 'right'],
    ['.*', 'gì đó', 'wrong'],
    ['(a|b)*', '(a|b) c', 'right'],
    ['(a|b)*', 'a', 'wrong'],
  ])('%j and %j: %s', (accepted, text, expected) => {
    expect(outcome(accepted, text)).toBe(expected);
  });

  it('is itself where stars are not meant', () => {
    expect(outcome('a*', 'a*', false, false)).toBe('right');
    expect(outcome('a*', 'ab', false, false)).toBe('wrong');
  });

  it('goes with leniency', () => {
    expect(outcome('hoa*', 'HOÀNG', true)).toBe('right');
    expect(outcome('hoa*', 'HOÀNG')).toBe('wrong');
  });

  it('accepts what a plain search over all ways to cut the text accepts', () => {
    const slowly = (text: string, pattern: string): boolean => {
      if (pattern === '') return text === '';
      if (pattern.startsWith('*')) {
        return slowly(text, pattern.slice(1)) || (text !== '' && slowly(text.slice(1), pattern));
      }
      return text[0] === pattern[0] && slowly(text.slice(1), pattern.slice(1));
    };
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 7 });
    fc.assert(
      fc.property(letters, patterns, (text, pattern) => {
        expect(fits(text, pattern)).toBe(slowly(text, pattern));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is not slow where a backtracking expression would be', () => {
    const start = Date.now();
    expect(outcome(`${'*a'.repeat(140)}*b`, `${'a'.repeat(499)}c`)).toBe('wrong');
    expect(Date.now() - start).toBeLessThan(200);
  });
});
