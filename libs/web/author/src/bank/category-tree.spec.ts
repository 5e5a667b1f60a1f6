/** The room where the tree of categories is put to the test. */
import { describe, expect, it } from '@jest/globals';
import {
  categoryOptions,
  categoryPath,
  categoryTree,
  mayMove,
  shownNodes,
  withBelow,
} from './category-tree';

const row = (id: string, parentId: string | null, name: string, questions = 1) => ({
  id,
  parentId,
  name,
  questions,
});
const rows = [
  row('b', null, 'Đất đai', 2),
  row('a', null, 'An ninh'),
  row('c', null, 'Hộ tịch', 0),
  row('b2', 'b', 'Chuyên đề 10', 3),
  row('b1', 'b', 'Chuyên đề 2', 4),
  row('b11', 'b1', 'Tình huống', 5),
  row('x', 'gone', 'Mồ côi'),
];
const names = (nodes: ReturnType<typeof shownNodes>) =>
  nodes.map(({ row: { name }, level }) => `${level} ${name}`);

describe('categories', () => {
  it('stand as a tree, sorted as Vietnamese is, with sums', () => {
    const tree = categoryTree(rows);
    expect(names(shownNodes(tree))).toEqual([
      '0 An ninh',
      '0 Đất đai',
      '1 Chuyên đề 2',
      '2 Tình huống',
      '1 Chuyên đề 10',
      '0 Hộ tịch',
      '0 Mồ côi',
    ]);
    expect(tree[1]?.total).toBe(14);
  });

  it('fold', () => {
    expect(names(shownNodes(categoryTree(rows), new Set(['b'])))).toEqual([
      '0 An ninh',
      '0 Đất đai',
      '0 Hộ tịch',
      '0 Mồ côi',
    ]);
  });

  it.each([
    ['b1', 'c', true],
    ['b1', null, true],
    ['b1', 'b', false],
    ['b', 'b', false],
    ['b', 'b11', false],
    ['b', null, false],
    ['gone', 'a', false],
  ])('moves %s under %s: %s', (id, parentId, may) => {
    expect(mayMove(rows, id, parentId)).toBe(may);
  });

  it('know their paths', () => {
    expect(categoryPath(rows, 'b11')).toEqual(['Đất đai', 'Chuyên đề 2', 'Tình huống']);
    expect(categoryPath(rows, null)).toEqual([]);
    expect([...withBelow(rows, 'b1')]).toEqual(['b1', 'b11']);
  });

  it('fill a list box without what may not be chosen', () => {
    const labels = categoryOptions(rows, 'b1').map(({ label }) => label.replaceAll('\u00a0', ' '));
    expect(labels).toEqual(['An ninh', 'Đất đai', '   Chuyên đề 10', 'Hộ tịch', 'Mồ côi']);
  });
});
