/** The room of marks given by people: what a rubric is worth, who gets a second marker, when two marks are one. */
import type { QuizSettings, RubricCriterion } from '@tap-huan/contract';
import { rubricShare } from './question/rubric';
import { seededRandom } from './random';

/**
 * Hundredths of a point for the levels chosen, rounded half up; null while a criterion has none, and where there is no
 * rubric.
 * @param levels criterion id -> level id
 */
export function rubricMark(
  rubric: readonly RubricCriterion[],
  levels: Readonly<Record<string, string>>,
  points: number,
): number | null {
  const share = rubricShare(rubric, levels);
  if (share === null) return null;
  return Math.floor((2 * points * share.earned + share.of) / (2 * share.of));
}

/**
 * The mark that two markers give together: the mean, rounded half up, where they differ by at most `differencePercent`
 * of the points (that itself still counts); null where they have to agree on one.
 */
export function meanMark(
  first: number,
  second: number,
  points: number,
  differencePercent: number,
): number | null {
  const apart = Math.abs(first - second);
  return apart * 100 <= differencePercent * points ? Math.floor((first + second + 1) / 2) : null;
}

/** Whether an answer gets a second marker; of a sample, always the same answers. */
export function wantsSecond(
  taskId: string,
  { secondMarker, samplePercent }: QuizSettings['marking'],
): boolean {
  if (secondMarker !== 'sample') return secondMarker === 'all';
  return seededRandom(`second/${taskId}`)() * 100 < samplePercent;
}
