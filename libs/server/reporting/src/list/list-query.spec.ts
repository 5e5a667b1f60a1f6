/** What a definition may ask, and what it may not. */
import { describe, expect, it } from '@jest/globals';
import { LIST_COLUMNS, type ListDefinition } from '@tap-huan/contract';
import { EXPRESSIONS } from './list-columns';
import { listQuery } from './list-query';

const list = (part: Partial<ListDefinition>): ListDefinition => ({
  subject: 'officers',
  unitId: null,
  columns: ['fullName'],
  filters: [],
  sort: [],
  ...part,
});
const build = (part: Partial<ListDefinition>) => listQuery(list(part), ['u'], '2026-11-23');

describe('a list', () => {
  it('has SQL for exactly the columns of the contract', () => {
    for (const subject of ['officers', 'trainings'] as const) {
      expect(Object.keys(EXPRESSIONS[subject]).toSorted()).toEqual(
        Object.keys(LIST_COLUMNS[subject]).toSorted(),
      );
    }
  });

  it('puts what was typed into the values and nowhere else', () => {
    const evil = `'; drop table x; --`;
    const query = build({ filters: [{ column: 'fullName', test: 'contains', values: [evil] }] });
    expect(query.where).not.toContain('drop');
    expect(query.values.at(-1)).toBe(`%'; drop table x; --%`);
  });

  it('reads numbers as people write them, in hundredths where the column has them', () => {
    const filters = [
      { column: 'hoursThisYear', test: 'to' as const, values: ['39,5'] },
      { column: 'overdue', test: 'from' as const, values: ['1'] },
    ];
    expect(build({ filters }).values.slice(3)).toEqual([3950, 1]);
  });

  it.each<[string, Partial<ListDefinition>]>([
    ['a column that there is not', { columns: ['passwordHash'] }],
    ['a column of every object', { columns: ['constructor'] }],
    ['a column of the other subject', { columns: ['title'] }],
    ['an order by what there is not', { sort: [{ column: 'x', down: false }] }],
    [
      'a test that the type does not know',
      { filters: [{ column: 'overdue', test: 'contains', values: ['1'] }] },
    ],
    ['no value', { filters: [{ column: 'fullName', test: 'contains', values: [' '] }] }],
    ['no choice', { filters: [{ column: 'staffCategory', test: 'is', values: [] }] }],
    ['no number', { filters: [{ column: 'overdue', test: 'from', values: ['nhiều'] }] }],
    ['no day', { filters: [{ column: 'appointedOn', test: 'to', values: ['2026-13-45'] }] }],
  ])('refuses %s', (_, part) => {
    expect(() => build(part)).toThrow('list_not_valid');
  });
});
