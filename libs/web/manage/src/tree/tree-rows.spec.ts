/** Cases for trees as rows. */
import { describe, expect, it } from '@jest/globals';
import { parentsOf, rootsOf, treeRows, type TreeShape, type TreeView } from './tree-rows';

interface Unit {
  id: string;
  up: string | null;
  name: string;
}
const units: Unit[] = [
  { id: 'p', up: null, name: 'Tỉnh Bình An' },
  { id: 'w', up: 'p', name: 'Phường Thủ Dầu Một' },
  { id: 'x', up: 'p', name: 'Xã Đất Cuốc' },
  { id: 'c', up: 'w', name: 'Trung tâm Phục vụ hành chính công' },
];
const shape: TreeShape<Unit> = { id: (u) => u.id, parentId: (u) => u.up, words: (u) => u.name };
const ids = (view: Partial<TreeView<Unit>>) =>
  treeRows(units, shape, { open: new Set(), ...view }).map((row) => row.id);

describe('treeRows', () => {
  it('folds', () => {
    expect(ids({})).toEqual(['p']);
    expect(ids({ open: new Set(['p']) })).toEqual(['p', 'w', 'x']);
    expect(ids({ open: new Set(['p', 'w']) })).toEqual(['p', 'w', 'c', 'x']);
    expect(ids({ open: new Set(['w']) })).toEqual(['p']);
  });

  it('tells level, place and siblings', () => {
    const rows = treeRows(units, shape, { open: new Set(['p', 'w']) });
    expect(rows.find(({ id }) => id === 'c')).toMatchObject({ level: 2, place: 1, siblings: 1 });
    expect(rows.find(({ id }) => id === 'x')).toMatchObject({ level: 1, place: 2, siblings: 2 });
    expect(rows.find(({ id }) => id === 'x')?.expandable).toBe(false);
  });

  it('searches without diacritics and shows the way there, folded or not', () => {
    expect(ids({ search: 'hanh chinh' })).toEqual(['p', 'w', 'c']);
    expect(ids({ search: 'DAT CUOC' })).toEqual(['p', 'x']);
    expect(ids({ search: 'không có' })).toEqual([]);
    const rows = treeRows(units, shape, { open: new Set(), search: 'hanh chinh' });
    expect(rows.map((row) => row.context)).toEqual([true, true, false]);
  });

  it('leaves out what is not kept, but follows the folding', () => {
    const keep = (unit: Unit) => unit.id === 'x';
    expect(ids({ keep, open: new Set(['p']) })).toEqual(['p', 'x']);
    expect(ids({ keep })).toEqual(['p']);
  });

  it('makes a root of what has its parent elsewhere', () => {
    const rows = treeRows(units.slice(1), shape, { open: new Set() });
    expect(rows.map(({ id, level }) => [id, level])).toEqual([
      ['w', 0],
      ['x', 0],
    ]);
    expect([...rootsOf(units, shape)]).toEqual(['p']);
    expect([...parentsOf(units, shape)]).toEqual(['p', 'w']);
  });
});
