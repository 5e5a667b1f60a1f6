/** The room of quantiles: the value below which a share of the sorted values lies. */

/**
 * Quantile by linear interpolation between the two neighbours (type 7 of Hyndman and Fan 1996, the default of R,
 * NumPy and Excel's QUARTILE.INC); share 0.5 is the median.
 * @param sorted ascending
 * @param share 0..1
 * @returns null for no values
 */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return null;
  return below + (place - Math.floor(place)) * (above - below);
}
