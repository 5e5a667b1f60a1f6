/** The room where sorting into groups is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { PaperOf } from '@tap-huan/contract';
import { groupOf, itemsIn, nextUnplaced, put } from './groups';

const shown = (...ids: string[]) => ids.map((id) => ({ id, text: id.toUpperCase() }));
const paper: PaperOf<'categorise'> = {
  kind: 'categorise',
  stem: '',
  groups: shown('g1', 'g2'),
  items: shown('a', 'b', 'c'),
};
const ids = (items: { id: string }[]) => items.map(({ id }) => id).join('');

describe('groups', () => {
  it('lists the items of a group and those of none', () => {
    const placements = { c: 'g2', a: 'g2', b: 'gone' };
    expect(ids(itemsIn(paper, placements, 'g2'))).toBe('ac');
    expect(ids(itemsIn(paper, placements, null))).toBe('b');
    expect(groupOf(paper, placements, 'b')).toBeNull();
  });

  it('puts and takes out', () => {
    expect(put({ a: 'g1' }, 'a', 'g2')).toEqual({ a: 'g2' });
    expect(put({ a: 'g1', b: 'g1' }, 'a', null)).toEqual({ b: 'g1' });
  });

  it.each<[Record<string, string>, string, string | null]>([
    [{ a: 'g1' }, 'a', 'b'],
    [{ c: 'g1' }, 'c', 'a'],
    [{ a: 'g1', b: 'g1', c: 'g1' }, 'b', null],
  ])('goes on after %j', (placements, after, next) => {
    expect(nextUnplaced(paper, placements, after)).toBe(next);
  });
});
