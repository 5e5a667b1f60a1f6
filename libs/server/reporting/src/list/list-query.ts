/** The room where a list of somebody's own making becomes SQL; what was typed goes in as parameters only. */
import {
  type ColumnType,
  LIST_COLUMNS,
  type ListDefinition,
  type ListFilter,
  TESTS_OF,
} from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';
import { Failure } from '@tap-huan/server/platform';
import { EXPRESSIONS, SOURCES } from './list-columns';

/** Parts of a statement; the first three values are roots, today and the unit. */
export interface ListQuery {
  select: string;
  from: string;
  where: string;
  order: string;
  values: unknown[];
}

/** Sorted by the name as people are, by texts as Vietnamese texts are. */
const COLLATION = 'collate "vi-x-icu"';

/** @throws Failure `list_not_valid` for a column, a test or a value that there is not */
export function listQuery(
  definition: ListDefinition,
  roots: readonly string[],
  today: string,
): ListQuery {
  const { subject, columns, filters, sort, unitId } = definition;
  const values: unknown[] = [roots, today, unitId];
  const typeOf = (column: string): ColumnType => {
    const types: Record<string, ColumnType> = LIST_COLUMNS[subject];
    if (!Object.hasOwn(types, column)) throw new Failure('list_not_valid');
    return types[column] as ColumnType;
  };
  const expressionOf = (column: string): string => {
    typeOf(column);
    return EXPRESSIONS[subject][column] ?? 'null';
  };
  const source = SOURCES[subject];
  const cells = columns.map((column, index) => {
    const text = expressionOf(column);
    return `${typeOf(column) === 'day' ? `(${text})::text` : text} as c${index}`;
  });
  const conditions = filters.map((filter) =>
    conditionOf(filter, typeOf(filter.column), expressionOf(filter.column), values),
  );
  const order = sort.map(({ column, down }) => {
    const type = typeOf(column);
    const text = column === 'fullName' ? 'p.sort_key' : expressionOf(column);
    const collation = type === 'text' ? COLLATION : '';
    return `${text} ${collation} ${down ? 'desc' : 'asc'} nulls last`;
  });
  return {
    select: `p.id as officer_id${cells.length > 0 ? ', ' : ''}${cells.join(', ')}`,
    from: source.from,
    // Today is a value even where no column asks for it.
    where: [source.where, '$2::date is not null', ...conditions].join(' and '),
    order: [...order, `p.sort_key ${COLLATION}`, 'p.staff_code', source.key].join(', '),
    values,
  };
}

function conditionOf(
  { test, values: given }: ListFilter,
  type: ColumnType,
  expression: string,
  values: unknown[],
): string {
  if (!TESTS_OF[type].includes(test)) throw new Failure('list_not_valid');
  const put = (value: unknown, cast: string): string => {
    values.push(value);
    return `$${values.length}::${cast}`;
  };
  const only = (): string => {
    const [value = ''] = given;
    if (value.trim() === '') throw new Failure('list_not_valid');
    return value;
  };
  switch (test) {
    case 'empty':
      return `coalesce(${expression}::text, '') = ''`;
    case 'filled':
      return `coalesce(${expression}::text, '') <> ''`;
    case 'contains':
      return `reporting.folded(${expression}) like ${put(patternOf(only()), 'text')}`;
    case 'is': {
      const wanted = given.map((value) => value.normalize('NFC').trim()).filter(Boolean);
      if (wanted.length === 0) throw new Failure('list_not_valid');
      return type === 'choice'
        ? `${expression} = any (${put(wanted, 'text[]')})`
        : `reporting.folded(${expression}) = any (${put(wanted.map(fold), 'text[]')})`;
    }
    case 'from':
      return `${expression} >= ${bound(only(), type, put)}`;
    case 'to':
      return `${expression} <= ${bound(only(), type, put)}`;
  }
}

function bound(
  written: string,
  type: ColumnType,
  put: (value: unknown, cast: string) => string,
): string {
  if (type === 'day') {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || Number.isNaN(Date.parse(written))) {
      throw new Failure('list_not_valid');
    }
    return put(written, 'date');
  }
  const tidy = written.trim().replace(',', '.');
  if (!/^-?\d{1,7}(\.\d{1,4})?$/.test(tidy)) throw new Failure('list_not_valid');
  const number = Number(tidy);
  return put(type === 'number' ? number : Math.round(number * 100), 'numeric');
}

/** Folded as names are stored for search; `%` and `_` stand for themselves. */
const patternOf = (text: string): string => `%${fold(text).replace(/[\\%_]/g, '\\$&')}%`;
