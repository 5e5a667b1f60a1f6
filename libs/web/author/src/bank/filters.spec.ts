/** The room where filters are put to the test. */
import { describe, expect, it } from '@jest/globals';
import { fits, furtherFilters, isFiltered, NO_FILTERS, queryOf } from './filters';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const row = { categoryId: null } as Parameters<typeof fits>[0];

describe('filters', () => {
  it('ask for nothing at first', () => {
    expect(Object.values(queryOf(NO_FILTERS)).filter(Boolean)).toEqual([]);
    expect(isFiltered(NO_FILTERS)).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, trang: 3, xep: 'kind:asc' })).toBe(false);
  });

  it('are what the server understands', () => {
    const filters = {
      ...NO_FILTERS,
      tim: 'đất',
      loai: 'hotspot',
      tt: 'retired',
      dm: id,
      the: 'Luật',
      muc: 'apply',
      gd: 'since_july_2025',
      rs: '1',
    };
    expect(queryOf(filters)).toEqual({
      search: 'đất',
      kind: 'hotspot',
      status: 'retired',
      categoryId: id,
      tag: 'Luật',
      difficulty: 'apply',
      era: 'since_july_2025',
      reviewDue: 'true',
    });
    expect([isFiltered(filters), furtherFilters(filters)]).toEqual([true, 4]);
  });

  it('pass over nonsense in the address', () => {
    const query = queryOf({
      ...NO_FILTERS,
      loai: 'x',
      tt: 'y',
      dm: 'z',
      muc: '?',
      gd: '!',
      rs: '2',
    });
    expect(Object.values(query).filter(Boolean)).toEqual([]);
  });

  it('find what is in no category', () => {
    expect(fits(row, { ...NO_FILTERS, dm: 'khong' })).toBe(true);
    expect(fits({ ...row, categoryId: id }, { ...NO_FILTERS, dm: 'khong' })).toBe(false);
    expect(fits({ ...row, categoryId: id }, NO_FILTERS)).toBe(true);
  });
});
