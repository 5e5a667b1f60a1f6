/** The room of a list that is being put together: pure changes of its definition. */
import {
  type ColumnType,
  LIST_COLUMNS,
  type ListColumn,
  type ListDefinition,
  type ListSubject,
  TESTS_OF,
} from '@tap-huan/contract';

/** What a new list begins with. */
const FIRST: Record<ListSubject, readonly ListColumn[]> = {
  officers: ['fullName', 'staffCode', 'unitName', 'jobPosition', 'hoursThisYear', 'overdue'],
  trainings: ['fullName', 'staffCode', 'unitName', 'title', 'state', 'completedOn', 'scoreOfTen'],
};

export const newList = (subject: ListSubject): ListDefinition => ({
  subject,
  unitId: null,
  columns: [...FIRST[subject]],
  filters: [],
  sort: [],
});

export const columnsOf = (subject: ListSubject): ListColumn[] =>
  Object.keys(LIST_COLUMNS[subject]) as ListColumn[];

export function typeOf(subject: ListSubject, column: string): ColumnType {
  const types: Record<string, ColumnType> = LIST_COLUMNS[subject];
  return types[column] ?? 'text';
}

/** The other subject with what both have: columns, filters and order that it does not know fall away. */
export function withSubject(list: ListDefinition, subject: ListSubject): ListDefinition {
  const known = new Set<string>(columnsOf(subject));
  const columns = list.columns.filter((column) => known.has(column));
  return {
    ...list,
    subject,
    columns: columns.length > 0 ? columns : [...FIRST[subject]],
    filters: list.filters.filter(({ column }) => known.has(column)),
    sort: list.sort.filter(({ column }) => known.has(column)),
  };
}

export const withFilter = (list: ListDefinition, column: string): ListDefinition => ({
  ...list,
  filters: [
    ...list.filters,
    { column, test: TESTS_OF[typeOf(list.subject, column)][0] ?? 'is', values: [] },
  ],
});

/** Another column of a filter begins with the first test of its type and without a value. */
export const changedFilter = (
  list: ListDefinition,
  at: number,
  change: Partial<ListDefinition['filters'][number]>,
): ListDefinition => ({
  ...list,
  filters: list.filters.map((filter, index) => {
    if (index !== at) return filter;
    if (change.column === undefined || change.column === filter.column) {
      return { ...filter, ...change };
    }
    const test = TESTS_OF[typeOf(list.subject, change.column)][0] ?? 'is';
    return { column: change.column, test, values: [] };
  }),
});

/** Moves a column one place towards the beginning. */
export function moved(columns: readonly string[], at: number): string[] {
  const before = columns[at - 1];
  const one = columns[at];
  if (before === undefined || one === undefined) return [...columns];
  return columns.map((column, index) => (index === at - 1 ? one : index === at ? before : column));
}

/** Whether every filter has the value that its test asks for. */
export const isComplete = ({ filters, columns }: ListDefinition): boolean =>
  columns.length > 0 &&
  filters.every(
    ({ test, values }) =>
      test === 'empty' || test === 'filled' || values.some((value) => value.trim() !== ''),
  );
