/** The room of time on a question: how long the quick, the usual and the slow take. */
import { quantile } from './quantile';

/** Seconds; null where nobody was timed. */
export interface TimeSummary {
  /** How many were timed. */
  count: number;
  p25: number | null;
  median: number | null;
  p75: number | null;
  p90: number | null;
}

/**
 * Quartiles and the ninth decile of the time spent on one slot. Quantiles and no mean: a page left open over lunch
 * moves a mean by minutes and a median not at all.
 * @param seconds one number for each attempt that was timed; the argument is left as it is
 */
export function timeSummary(seconds: ArrayLike<number>): TimeSummary {
  const sorted = Float64Array.from(seconds).sort();
  return {
    count: sorted.length,
    p25: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    p75: quantile(sorted, 0.75),
    p90: quantile(sorted, 0.9),
  };
}
