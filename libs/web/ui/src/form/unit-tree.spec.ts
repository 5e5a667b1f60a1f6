/** Cases for the tree of units. */
import { describe, expect, it } from '@jest/globals';
import { openRows, searchRows, unitPath, unitTree } from './unit-tree';

const unit = (id: string, parentId: string | null, name: string, code = '') => ({
  id,
  parentId,
  name,
  code,
});
const units = [
  unit('p', null, 'Tỉnh Bình Dương'),
  unit('w', 'p', 'Phường Thủ Dầu Một'),
  unit('c', 'w', 'Trung tâm Phục vụ hành chính công', 'TTPVHCC'),
  unit('d', 'p', 'Sở Nội vụ'),
  unit('a', 'p', 'Ủy ban nhân dân xã Dầu Tiếng'),
  unit('x', 'gone', 'Chi nhánh ngoài phạm vi'),
];
const names = (rows: { unit: { name: string } }[]) => rows.map((row) => row.unit.name);

describe('unitTree', () => {
  it('hangs units below their parents, sorted as Vietnamese is; a parent out of scope makes a root', () => {
    const roots = unitTree(units);
    expect(names(roots)).toEqual(['Chi nhánh ngoài phạm vi', 'Tỉnh Bình Dương']);
    expect(names(roots[1]!.children)).toEqual([
      'Phường Thủ Dầu Một',
      'Sở Nội vụ',
      'Ủy ban nhân dân xã Dầu Tiếng',
    ]);
    expect(roots[1]!.children[0]!.children[0]!.level).toBe(2);
  });

  it('shows only what lies below open units', () => {
    expect(openRows(unitTree(units), new Set())).toHaveLength(2);
    expect(openRows(unitTree(units), new Set(['p']))).toHaveLength(5);
    // An open unit below a closed one stays hidden.
    expect(openRows(unitTree(units), new Set(['w']))).toHaveLength(2);
  });
});

describe('searchRows', () => {
  it('finds without diacritics, any order of words, with the units above', () => {
    const found = ['Tỉnh Bình Dương', 'Phường Thủ Dầu Một', 'Trung tâm Phục vụ hành chính công'];
    expect(names(searchRows(unitTree(units), 'hanh chinh trung tam'))).toEqual(found);
    expect(names(searchRows(unitTree(units), 'ttpv'))).toEqual(found);
  });

  it('finds nothing for nothing, and nothing for nonsense', () => {
    expect(searchRows(unitTree(units), '  ')).toEqual([]);
    expect(searchRows(unitTree(units), 'zzz')).toEqual([]);
  });
});

describe('unitPath', () => {
  it('names the way from the root', () => {
    expect(unitPath(units, 'c')).toEqual([
      'Tỉnh Bình Dương',
      'Phường Thủ Dầu Một',
      'Trung tâm Phục vụ hành chính công',
    ]);
    expect(unitPath(units, 'nobody')).toEqual([]);
  });

  it('ends where the data runs in a circle', () => {
    expect(unitPath([unit('1', '2', 'A'), unit('2', '1', 'B')], '1')).toHaveLength(20);
  });
});
