/** The room of the score distribution: how many attempts lie in each band of the scale of ten. */

export interface ScoreBand {
  /** Lower bound, hundredths on the scale of ten; belongs to the band. */
  from: number;
  /** Upper bound, hundredths on the scale of ten; belongs to the next band, and to this one only where it is the last. */
  to: number;
  count: number;
  /** Part of all attempts, 0..1; 0 without attempts. */
  share: number;
}

/** Half points: 20 bands on the scale of ten. */
const HALF_POINTS = 20;

/**
 * Histogram on the scale of ten, in equal bands from 0 to 10. As with passing, the exact share of the maximum
 * decides and not the rounded score: 49,996 % stays below the band that begins at 5. Scores outside the scale go to the
 * band next to them; where nothing can be earned, every score is 0.
 * @param totals points of each attempt, hundredths of a point
 * @param maximum points that can be earned, hundredths of a point
 * @param bands how many; the last one is closed
 * @throws RangeError where bands is not a whole number from 1
 */
export function scoreDistribution(
  totals: ArrayLike<number>,
  maximum: number,
  bands: number = HALF_POINTS,
): ScoreBand[] {
  if (!Number.isInteger(bands) || bands < 1) throw new RangeError(`${bands} score bands`);
  const counts = new Float64Array(bands);
  for (let attempt = 0; attempt < totals.length; attempt += 1) {
    const place = maximum > 0 ? Math.floor(((totals[attempt] as number) * bands) / maximum) : 0;
    (counts[Math.min(Math.max(place, 0), bands - 1)] as number) += 1;
  }
  return Array.from(counts, (count, band) => ({
    from: (1_000 * band) / bands,
    to: (1_000 * (band + 1)) / bands,
    count,
    share: totals.length > 0 ? count / totals.length : 0,
  }));
}
