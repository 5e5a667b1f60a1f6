/** The room of what a table is told: its columns and the query it asks for. */
import { fold, isNothing } from '../format/format';

export interface TableColumn<Row> {
  /** Names the column; a `thCell` template of the same name draws it. */
  key: string;
  title: string;
  /** Plain text of the cell where there is no template; also what the local search reads. */
  text?: (row: Row) => string | number | null | undefined;
  /** Offers sorting. Given a function, local tables sort by it; else by `text`. */
  sort?: boolean | ((row: Row) => string | number | null | undefined);
  /** Figures: right-aligned, of even width. */
  numeric?: boolean;
  /** The heading of the card on a phone; the first column unless told. */
  primary?: boolean;
  /** Left out on a phone. */
  wideOnly?: boolean;
  /** CSS width, e.g. `12rem`. */
  width?: string;
}

export interface TableSort {
  key: string;
  direction: 'asc' | 'desc';
}

/** What is asked of the server (or of the rows at hand): fits `pageQuery` of the contract. */
export interface TableQuery {
  page: number;
  pageSize: number;
  search: string;
  sort: TableSort | null;
}

export const FIRST_PAGE: TableQuery = { page: 1, pageSize: 30, search: '', sort: null };

const collator = new Intl.Collator('vi', { numeric: true });

/** Searches (diacritics aside), sorts (as Vietnamese is) and cuts the page out of rows at hand. */
export function localPage<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  query: TableQuery,
): { items: Row[]; total: number } {
  const words = fold(query.search).split(' ').filter(Boolean);
  let found = [...rows];
  if (words.length) {
    found = found.filter((row) => {
      const hay = fold(columns.map((column) => column.text?.(row) ?? '').join(' '));
      return words.every((word) => hay.includes(word));
    });
  }
  const column = columns.find((candidate) => candidate.key === query.sort?.key);
  const by = typeof column?.sort === 'function' ? column.sort : column?.text;
  if (by) {
    const sign = query.sort?.direction === 'desc' ? -1 : 1;
    found.sort((a, b) => compare(by(a), by(b), sign));
  }
  const start = (query.page - 1) * query.pageSize;
  return { items: found.slice(start, start + query.pageSize), total: found.length };
}

type Value = string | number | null | undefined;
/** Nothing sorts last, in either direction. */
function compare(a: Value, b: Value, sign: number): number {
  if (isNothing(a) || isNothing(b)) return isNothing(a) ? (isNothing(b) ? 0 : 1) : -1;
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return sign * order;
}
