/** The room where blanks in a text are put to the test. */
import { describe, expect, it } from '@jest/globals';
import { blanksFor, markedIds, newBlank, nextBlankId, withBlank, withoutBlank } from './words-form';

const blank = (id: string, ...accepted: string[]) => ({ ...newBlank(id), accepted });

describe('blanks', () => {
  it('stand where the cursor is', () => {
    const form = { text: 'Sở  tỉnh', blanks: [] };
    expect(withBlank(form, 3, 3)).toEqual({
      text: 'Sở [[b1]] tỉnh',
      blanks: [blank('b1')],
      cursor: 9,
    });
  });

  it('ask for the words that were selected, in the order of the text', () => {
    const form = { text: 'Sở Nội vụ của [[b1]]', blanks: [blank('b1', 'tỉnh')] };
    expect(withBlank(form, 3, 9)).toEqual({
      text: 'Sở [[b2]] của [[b1]]',
      blanks: [blank('b2', 'Nội vụ'), blank('b1', 'tỉnh')],
      cursor: 9,
    });
  });

  it('leave the spaces around what was selected', () => {
    const form = { text: 'Sở Nội vụ tỉnh', blanks: [] };
    expect(withBlank(form, 2, 10).text).toBe('Sở [[b1]] tỉnh');
    expect(withBlank({ text: 'a  b', blanks: [] }, 1, 3)).toMatchObject({
      text: 'a[[b1]]  b',
      blanks: [blank('b1')],
    });
  });

  it('can be put into the text again', () => {
    const form = { text: 'Sở ', blanks: [blank('b1', 'Nội vụ')] };
    expect(withBlank(form, 3, 3, 'b1')).toMatchObject({
      text: 'Sở [[b1]]',
      blanks: [blank('b1', 'Nội vụ')],
    });
  });

  it('get a row when they are typed by hand, and keep it while something is in it', () => {
    const rows = [blank('b1', 'x'), blank('b2')];
    expect(blanksFor('[[lạ]] [[b2]]', rows)).toEqual([blank('lạ'), blank('b2'), blank('b1', 'x')]);
    expect(blanksFor('', rows)).toEqual([blank('b1', 'x')]);
  });

  it('leave their first answer where they stood', () => {
    const form = { text: 'Sở [[b1]] tỉnh', blanks: [blank('b1', 'Nội vụ', 'nội vụ')] };
    expect(withoutBlank(form, 'b1')).toEqual({ text: 'Sở Nội vụ tỉnh', blanks: [] });
  });

  it('have ids of their own', () => {
    expect(nextBlankId({ text: '[[b2]]', blanks: [blank('b1')] })).toBe('b3');
    expect(markedIds('[[a]] [[b]] [[a]] [[]] [[[c]]]')).toEqual(['a', 'b', 'c']);
  });
});
