/** The room of random draws: which questions fit, and whether there are enough for every paper. */
import type { CategoryRow, QuestionRow } from '@tap-huan/contract';
import { type PublishedSection, slotsTooSmall } from '@tap-huan/rules';
import { withBelow } from '../bank/category-tree';
import type { DrawSlot } from './quiz-form';
import type { Sections } from './quiz-sections';

export type DrawFilter = Pick<
  DrawSlot,
  'categoryId' | 'includeSubcategories' | 'tags' | 'difficulty'
>;

/** What is known of a bank that questions are drawn from. */
export interface DrawBank {
  categories: readonly CategoryRow[];
  /** Not retired. */
  questions: readonly QuestionRow[];
}

/** The questions that a draw may take, as the server chooses them at publication: ready, and fitting everything asked. */
export function fitting({ categories, questions }: DrawBank, draw: DrawFilter): QuestionRow[] {
  const { categoryId, includeSubcategories, tags, difficulty } = draw;
  const within =
    categoryId === null
      ? null
      : includeSubcategories
        ? withBelow(categories, categoryId)
        : new Set([categoryId]);
  return questions.filter(
    (row) =>
      row.status === 'ready' &&
      (within === null || within.has(row.categoryId ?? '')) &&
      tags.every((tag) => row.tags.includes(tag)) &&
      (difficulty === null || row.difficulty === difficulty),
  );
}

const pinOf = (questionId: string) => ({
  questionId,
  questionVersionId: questionId,
  stimulusVersionId: null,
});

/**
 * How many questions each draw lacks, by slot id, when what stands by name and what other draws need is taken away;
 * null where a bank is not known.
 */
export function shortages(
  sections: Sections,
  bankOf: (bankId: string) => DrawBank | null,
): ReadonlyMap<string, number> | null {
  const draws = sections.flatMap(({ slots }) => slots.filter((slot) => slot.kind === 'random'));
  if (draws.some(({ bankId }) => bankOf(bankId) === null)) return null;
  const published = sections.map((section): PublishedSection => ({
    ...section,
    slots: section.slots.map((slot) => {
      const common = { id: slot.id, points: 100 };
      if (slot.kind === 'fixed')
        return { ...common, kind: slot.kind, question: pinOf(slot.questionId) };
      const bank = bankOf(slot.bankId) ?? { categories: [], questions: [] };
      const pool = fitting(bank, slot).map(({ id }) => pinOf(id));
      return { ...common, kind: slot.kind, count: slot.count, pool };
    }),
  }));
  return slotsTooSmall(published);
}
