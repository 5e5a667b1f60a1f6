/** The room between the address and a server-paged table; what is nonsense in an address counts as absent. */
import type { TableQuery } from '@tap-huan/web/ui';

/** What every server-paged list keeps in the address. */
export interface ListState {
  page: number;
  search: string;
}

/** Rows a page. */
const PAGE_SIZE = 30;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The page and search of an address as a table asks for them. */
export function tableQueryOf({ page, search }: ListState): TableQuery {
  const whole = Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
  return { page: whole, pageSize: PAGE_SIZE, search: search.slice(0, 200), sort: null };
}

/** What a table's query changes in the address. */
export const listStateOf = ({ page, search }: TableQuery): ListState => ({ page, search });

/** The search for a request: absent where nothing is searched. */
export const searchOf = (query: TableQuery): string | undefined => query.search || undefined;

export function idOf(value: string | null): string | undefined {
  return value !== null && UUID.test(value) ? value : undefined;
}

export function dayOf(value: string | null): string | undefined {
  return value !== null && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

export function oneOf<T extends string>(allowed: readonly T[], value: string | null) {
  return allowed.find((one) => one === value);
}
