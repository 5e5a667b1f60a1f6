/** Cases for a list that is being put together. */
import { describe, expect, it } from '@jest/globals';
import { changedFilter, isComplete, moved, newList, withFilter, withSubject } from './list-draft';

describe('a list', () => {
  it('keeps what both subjects have, and begins anew where nothing is left', () => {
    const list = withFilter({ ...newList('officers'), columns: ['overdue'] }, 'overdue');
    const other = withSubject(list, 'trainings');
    expect(other.filters).toEqual([]);
    expect(other.columns).toContain('title');
    expect(withSubject(newList('officers'), 'trainings').columns).toEqual([
      'fullName',
      'staffCode',
      'unitName',
      'jobPosition',
    ]);
  });

  it('begins a filter with a test of the column’s type', () => {
    const list = withFilter(newList('officers'), 'fullName');
    expect(list.filters[0]?.test).toBe('contains');
    const other = changedFilter(list, 0, { column: 'overdue' });
    expect(other.filters[0]).toEqual({ column: 'overdue', test: 'from', values: [] });
    expect(changedFilter(other, 0, { values: ['1'] }).filters[0]?.values).toEqual(['1']);
  });

  it('is complete with a value for every test that needs one', () => {
    const list = withFilter(newList('officers'), 'fullName');
    expect(isComplete(list)).toBe(false);
    expect(isComplete(changedFilter(list, 0, { test: 'empty' }))).toBe(true);
    expect(isComplete(changedFilter(list, 0, { values: ['an'] }))).toBe(true);
    expect(isComplete({ ...newList('officers'), columns: [] })).toBe(false);
  });

  it('moves a column forward, the first one nowhere', () => {
    expect(moved(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0)).toEqual(['a', 'b']);
  });
});
