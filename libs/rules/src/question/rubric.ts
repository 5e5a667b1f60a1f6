/** The room of the rubric: what the levels that a marker chose are worth. */
import type { RubricCriterion } from '@tap-huan/contract';

/**
 * The share of the marks for the levels chosen: the sum of weight · percent over the sum of weight · 100, as whole
 * numbers, so that marks round exactly.
 * @param chosen criterion id -> level id
 * @returns null while a criterion has no level yet, and where the rubric is empty
 */
export function rubricShare(
  rubric: readonly RubricCriterion[],
  chosen: Readonly<Record<string, string>>,
): { earned: number; of: number } | null {
  if (rubric.length === 0) return null;
  let earned = 0;
  for (const { id, weight, levels } of rubric) {
    const level = Object.hasOwn(chosen, id)
      ? levels.find((one) => one.id === chosen[id])
      : undefined;
    if (level === undefined) return null;
    earned += weight * level.percent;
  }
  return { earned, of: rubric.reduce((sum, { weight }) => sum + weight * 100, 0) };
}
