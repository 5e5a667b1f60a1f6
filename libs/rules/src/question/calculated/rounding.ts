/** The room of rounding as people do it on paper. */

/** Fifteen significant digits, what a double keeps of a decimal number: 100,49999999999999 is 100,5. */
export const withoutNoise = (value: number): number => Number(value.toPrecision(15));

/**
 * A number rounded to a number of decimals, halves away from zero (Vietnamese school rule, TCVN 1517): 2,5 is 3, -2,5
 * is -3, and 1,005 to two decimals is 1,01 although its double lies below.
 * @param decimals negative for tens, hundreds, …
 */
export function roundTo(value: number, decimals: number): number {
  if (!Number.isFinite(value)) return Number.NaN;
  const steps = Math.round(withoutNoise(withoutNoise(Math.abs(value)) * 10 ** decimals));
  if (!Number.isFinite(steps)) return value;
  const size = decimals >= 0 ? steps / 10 ** decimals : steps * 10 ** -decimals;
  return value < 0 ? 0 - size : size;
}
