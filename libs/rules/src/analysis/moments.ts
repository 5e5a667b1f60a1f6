/** The room of sums: means, variances and covariances of whole marks, one pass for each and no rounding on the way. */

/** A table of marks as sums of deviations from whole-number shifts near the means. */
export interface Sums {
  attempts: number;
  /** Points of each attempt, hundredths. */
  totals: Float64Array;
  /** Sum of the totals. */
  total: number;
  /** Sum of (T - shift) and of its square. */
  t: number;
  tt: number;
  /** For each slot: sum of the marks, of (x - shift), of its square, and of its product with (T - shift). */
  marks: Float64Array;
  x: Float64Array;
  xx: Float64Array;
  xt: Float64Array;
}

/**
 * Sum of (a - mean a)(b - mean b), from sums over values shifted to about their means: sum ab - sum a * sum b / n.
 * Marks are whole numbers and so are the shifts, hence the sums are exact below 2^53 and what should be 0 is 0; the
 * shift keeps the subtraction from cancelling (Chan, Golub and LeVeque, "Algorithms for computing the sample variance",
 * The American Statistician 37, 1983).
 */
export const codeviation = (ab: number, a: number, b: number, n: number): number =>
  n > 0 ? ab - (a * b) / n : 0;

/** Points of each attempt, hundredths. */
export function rowSums(marks: Int32Array, slots: number, attempts: number): Float64Array {
  const totals = new Float64Array(attempts);
  for (let attempt = 0, at = 0; attempt < attempts; attempt += 1) {
    let total = 0;
    for (let slot = 0; slot < slots; slot += 1, at += 1) total += marks[at] as number;
    totals[attempt] = total;
  }
  return totals;
}

const shiftsOf = (sums: Float64Array, attempts: number): Float64Array =>
  sums.map((sum) => (attempts > 0 ? Math.round(sum / attempts) : 0));

function columnSums(marks: Int32Array, slots: number): Float64Array {
  const sums = new Float64Array(slots);
  for (let at = 0; at < marks.length;) {
    for (let slot = 0; slot < slots; slot += 1, at += 1) {
      (sums[slot] as number) += marks[at] as number;
    }
  }
  return sums;
}

/** All sums that the statistics need, in two passes: one for the shifts, one for the products. */
export function sumsOf(marks: Int32Array, slots: number, attempts: number): Sums {
  const totals = rowSums(marks, slots, attempts);
  const columns = columnSums(marks, slots);
  const total = columns.reduce((sum, column) => sum + column, 0);
  const shifts = shiftsOf(columns, attempts);
  const shift = attempts > 0 ? Math.round(total / attempts) : 0;
  const x = new Float64Array(slots);
  const xx = new Float64Array(slots);
  const xt = new Float64Array(slots);
  let t = 0;
  let tt = 0;
  for (let attempt = 0, at = 0; attempt < attempts; attempt += 1) {
    const dt = (totals[attempt] as number) - shift;
    t += dt;
    tt += dt * dt;
    for (let slot = 0; slot < slots; slot += 1, at += 1) {
      const dx = (marks[at] as number) - (shifts[slot] as number);
      (x[slot] as number) += dx;
      (xx[slot] as number) += dx * dx;
      (xt[slot] as number) += dx * dt;
    }
  }
  return { attempts, totals, total, t, tt, marks: columns, x, xx, xt };
}

/** Sum of (a - mean a)(b - mean b) over two lists of whole numbers of the same length. */
export function codeviationOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  const shiftA = Math.round(meanOf(a));
  const shiftB = Math.round(meanOf(b));
  let sumA = 0;
  let sumB = 0;
  let sumAB = 0;
  for (let index = 0; index < n; index += 1) {
    const da = (a[index] as number) - shiftA;
    const db = (b[index] as number) - shiftB;
    sumA += da;
    sumB += db;
    sumAB += da * db;
  }
  return codeviation(sumAB, sumA, sumB, n);
}

/** Mean; 0 for no values. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] as number;
  return values.length > 0 ? sum / values.length : 0;
}

/** Mean of (value - mean) to this power: the population's central moment. */
export function centralMoment(values: ArrayLike<number>, mean: number, power: number): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) {
    sum += ((values[index] as number) - mean) ** power;
  }
  return sum / values.length;
}
