/** The room where texts with blanks are put to the test. */
import { describe, expect, it } from '@jest/globals';
import { blankIds, blankOf, filled, paragraphsOf, placed, widthOf } from './blanks';

const blank = (id: string) => ({ blank: id, choices: [] });
/** A paragraph as one line: lead, number in brackets, tail. */
const lines = (segments: Parameters<typeof paragraphsOf>[0]) =>
  paragraphsOf(segments).map((parts) =>
    parts
      .map((part) =>
        part.kind === 'text' ? part.text : `<${part.lead}[${part.number}]${part.tail}>`,
      )
      .join(''),
  );

describe('paragraphsOf', () => {
  it.each<[Parameters<typeof paragraphsOf>[0], string[]]>([
    [
      [{ text: 'Trong ' }, blank('b1'), { text: ' ngày, ' }, blank('b2'), { text: ' trả.' }],
      ['Trong <[1]> ngày, <[2]> trả.'],
    ],
    [
      [{ text: 'theo “' }, blank('b1'), { text: '”. Rồi (' }, blank('b2'), { text: ')!' }],
      ['theo <“[1]”.> Rồi <([2])!>'],
    ],
    [
      [{ text: 'một\nhai ' }, blank('b1'), { text: '\r\n\n' }, blank('b2')],
      ['một', 'hai <[1]>', '<[2]>'],
    ],
    [[blank('b1'), blank('b2')], ['<[1]><[2]>']],
    [[{ text: 'f(' }, blank('b1'), { text: ')' }], ['f(<[1])>']],
    [[{ text: ' \n ' }], []],
  ])('%#', (segments, result) => expect(lines(segments)).toEqual(result));

  it('leaves the paper as it was', () => {
    const segments = [{ text: '(' }, blank('b1'), { text: ').' }];
    paragraphsOf(segments);
    expect(segments).toEqual([{ text: '(' }, blank('b1'), { text: ').' }]);
    expect(blankIds(segments)).toEqual(['b1']);
  });
});

describe('filling', () => {
  it('fills and empties a blank', () => {
    expect(filled({ a: 'x' }, 'b', 'y')).toEqual({ a: 'x', b: 'y' });
    expect(filled({ a: 'x', b: 'y' }, 'b', '')).toEqual({ a: 'x' });
  });

  it('has each word of a bank once', () => {
    expect(placed({ a: 'w1', b: 'w2' }, 'b', 'w1')).toEqual({ b: 'w1' });
    expect(placed({ a: 'w1' }, 'b', 'w2')).toEqual({ a: 'w1', b: 'w2' });
    expect(blankOf({ a: 'w1' }, 'w1')).toBe('a');
    expect(blankOf({ a: 'w1' }, 'w2')).toBeNull();
  });

  it.each([
    ['', 10],
    ['a'.repeat(20), 22],
    ['a'.repeat(99), 40],
  ])('%j is as wide as %d', (text, width) => expect(widthOf(text)).toBe(width));
});
