/** The room of how a list of questions is narrowed: as it stands in the address, and as the server is asked. */
import {
  DIFFICULTIES,
  ERAS,
  QUESTION_KINDS,
  QUESTION_STATUSES,
  type QuestionRow,
  type RequestOf,
  type endpoints,
} from '@tap-huan/contract';
import { NO_CATEGORY } from './no-category';

/** In the address: words to search, kind, status, category, tag, difficulty, era, review due, page, order. */
export const NO_FILTERS = {
  tim: '',
  loai: '',
  tt: '',
  dm: '',
  the: '',
  muc: '',
  gd: '',
  rs: '',
  trang: 1,
  xep: '',
};
export type Filters = typeof NO_FILTERS;
type Query = NonNullable<RequestOf<typeof endpoints.listQuestions>['query']>;

const oneOf = <T extends string>(known: readonly T[], text: string): T | undefined =>
  known.find((one) => one === text);

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What the server is asked; nonsense in the address asks for nothing. */
export function queryOf(filters: Filters): Query {
  const { tim, loai, tt, dm, the, muc, gd, rs } = filters;
  return {
    search: tim || undefined,
    kind: oneOf(QUESTION_KINDS, loai),
    status: oneOf(QUESTION_STATUSES, tt),
    categoryId: ID.test(dm) ? dm : undefined,
    tag: the || undefined,
    difficulty: oneOf(DIFFICULTIES, muc),
    era: oneOf(ERAS, gd),
    reviewDue: rs === '1' ? 'true' : undefined,
  };
}

/** What the server cannot be asked: questions without a category. */
export const fits = (row: QuestionRow, { dm }: Filters): boolean =>
  dm !== NO_CATEGORY || row.categoryId === null;

/** How many of the filters that are folded away are set. */
export const furtherFilters = ({ the, muc, gd, rs }: Filters): number =>
  [the, muc, gd, rs].filter((text) => text !== '').length;

export const isFiltered = ({ tim, loai, tt, dm, ...rest }: Filters): boolean =>
  [tim, loai, tt, dm].some((text) => text !== '') ||
  furtherFilters({ tim, loai, tt, dm, ...rest }) > 0;
