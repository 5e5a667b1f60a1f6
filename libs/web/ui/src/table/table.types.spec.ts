/** Cases for tables over rows at hand. */
import { describe, expect, it } from '@jest/globals';
import { FIRST_PAGE, localPage, type TableColumn } from './table.types';

interface Row {
  name: string;
  score: number | null;
}
const columns: TableColumn<Row>[] = [
  { key: 'name', title: 'Tên', text: (row) => row.name, sort: true },
  { key: 'score', title: 'Điểm', sort: (row) => row.score },
];
const rows: Row[] = [
  { name: 'Đào', score: 850 },
  { name: 'Ánh', score: null },
  { name: 'Dung', score: 900 },
  { name: 'Ân', score: 700 },
];
const names = (query: Partial<typeof FIRST_PAGE>) =>
  localPage(rows, columns, { ...FIRST_PAGE, ...query }).items.map((row) => row.name);

describe('localPage', () => {
  it('sorts as Vietnamese is: a before â, d before đ', () => {
    expect(names({ sort: { key: 'name', direction: 'asc' } })).toEqual([
      'Ánh',
      'Ân',
      'Dung',
      'Đào',
    ]);
  });

  it('sorts by a value of its own', () => {
    expect(names({ sort: { key: 'score', direction: 'asc' } })).toEqual([
      'Ân',
      'Đào',
      'Dung',
      'Ánh',
    ]);
    expect(names({ sort: { key: 'score', direction: 'desc' } })).toEqual([
      'Dung',
      'Đào',
      'Ân',
      'Ánh',
    ]);
  });

  it('searches without diacritics and cuts pages', () => {
    expect(names({ search: 'dao' })).toEqual(['Đào']);
    expect(names({ page: 2, pageSize: 3 })).toEqual(['Ân']);
    expect(localPage(rows, columns, { ...FIRST_PAGE, pageSize: 3 }).total).toBe(4);
    expect(rows[0]?.name).toBe('Đào');
  });
});
