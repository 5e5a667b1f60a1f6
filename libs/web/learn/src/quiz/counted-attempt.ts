/** The room of which attempt's score stands for all. Pure. */
import type { AttemptSummary, GradingMethod } from '@tap-huan/contract';

type Marked = Pick<AttemptSummary, 'id' | 'scoreOfTen'>;

/**
 * The id of the attempt that counts, for showing it; the server counts by itself. Null where none has a score, and for the
 * average, which no single attempt stands for.
 * @param attempts in the order in which they were made
 */
export function countedAttempt(attempts: readonly Marked[], grading: GradingMethod): string | null {
  const marked = attempts.filter(({ scoreOfTen }) => scoreOfTen !== null);
  if (grading === 'average') return null;
  if (grading === 'first') return marked[0]?.id ?? null;
  if (grading === 'last') return marked.at(-1)?.id ?? null;
  return (
    marked.reduce<Marked | null>(
      (best, one) => ((one.scoreOfTen ?? 0) > (best?.scoreOfTen ?? -1) ? one : best),
      null,
    )?.id ?? null
  );
}
