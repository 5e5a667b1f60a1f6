/** The room of finding questions among those of several banks. */
import type { CategoryRow, QuestionKind, QuestionRow } from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';
import { withBelow } from '../bank/category-tree';

/** Null and empty ask for nothing. */
export interface QuestionSearch {
  words: string;
  kind: QuestionKind | null;
  status: QuestionRow['status'] | null;
  difficulty: QuestionRow['difficulty'] | null;
  tag: string | null;
  /** With the categories below it. */
  categoryId: string | null;
}
export const NO_SEARCH: QuestionSearch = {
  words: '',
  kind: null,
  status: null,
  difficulty: null,
  tag: null,
  categoryId: null,
};

/** The questions that fit; every word must be in the title or a tag, whatever its case and diacritics. */
export function foundQuestions<Q extends QuestionRow>(
  questions: readonly Q[],
  categories: readonly CategoryRow[],
  search: QuestionSearch,
): Q[] {
  const words = fold(search.words).split(' ').filter(Boolean);
  const within = search.categoryId === null ? null : withBelow(categories, search.categoryId);
  const is = <T>(wanted: T | null, value: T) => wanted === null || wanted === value;
  return questions.filter((row) => {
    if (!is(search.kind, row.kind) || !is(search.status, row.status)) return false;
    if (!is(search.difficulty, row.difficulty)) return false;
    if (search.tag !== null && !row.tags.includes(search.tag)) return false;
    if (within !== null && !within.has(row.categoryId ?? '')) return false;
    const text = fold([row.title, ...row.tags].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** How many of the filters that are folded away are set. */
export const furtherSearch = ({ status, difficulty, tag, categoryId }: QuestionSearch): number =>
  [status, difficulty, tag, categoryId].filter((one) => one !== null).length;
