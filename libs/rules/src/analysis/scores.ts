/** The room of quiz statistics: classical test theory over a table of marks, for the quiz and for each slot. */
import { centralMoment, codeviation, codeviationOf, rowSums, sumsOf } from './moments';
import type { Sums } from './moments';
import { quantile } from './quantile';

// Every statistic follows Moodle's documentation "Quiz statistics calculations". S = attempts counted, P = slots,
// x = mark at a slot, M = the slot's maximum, T = total of an attempt, R = T - x. Variances V and covariances C divide
// by S - 1; m2, m3 and m4 are central moments of T divided by S. k2 = V(T).

/** A place on the paper, as far as the statistics need it. */
export interface AnalysedSlot {
  key: string;
  /** Hundredths of a point. */
  maximum: number;
  /** Drawn at random from a set of questions: compared with the whole total T, not with the rest R. */
  drawn: boolean;
  /** Score that a random guess is expected to earn, 0..1 of the maximum; null where it cannot be told. */
  guess: number | null;
}

export interface ScoreTable {
  slots: readonly AnalysedSlot[];
  /** Attempts x slots, row by row, hundredths of a point; a missing or unmarked answer is 0. */
  marks: Int32Array;
  attempts: number;
}

export interface SlotStatistics extends AnalysedSlot {
  /** Mean(x) / M, 0..1 where no mark is negative; null without attempts or where M = 0. */
  facility: number | null;
  /** sqrt(V(x)), hundredths of a point; null for fewer than two attempts. */
  sd: number | null;
  /** sqrt(V(x)) / M, as it is shown; null also where M = 0. */
  sdShare: number | null;
  /** 100 M / sum of all M, %; null where that sum is 0. */
  intendedWeight: number | null;
  /** 100 sqrt(C(x,T)) / sum of sqrt(C(x,T)) over the slots with C >= 0, %; null where C < 0 or the sum is 0. */
  effectiveWeight: number | null;
  /** C(x,T) < 0: the slot works against the total and has no effective weight. */
  negativeCovariance: boolean;
  /** 100 C(x,R) / sqrt(V(x) V(R)), -100..100, with T for R at a drawn slot; null where a variance is 0. */
  discriminationIndex: number | null;
  /** 100 C(x,R) / C(sorted x, sorted R), up to 100, with T for R at a drawn slot; null where the divisor is 0. */
  discriminativeEfficiency: number | null;
}

export interface QuizStatistics {
  attempts: number;
  /** Sum of all M, hundredths of a point. */
  maximum: number;
  /** Of T, hundredths of a point; null without attempts. */
  mean: number | null;
  /** Of T, hundredths of a point; null without attempts. */
  median: number | null;
  /** sqrt(k2), hundredths of a point; null for fewer than two attempts. */
  sd: number | null;
  /** k3 / k2^1.5 with k3 = S^2 m3 / ((S-1)(S-2)); null for fewer than three attempts or where k2 = 0. */
  skewness: number | null;
  /** Excess: k4 / k2^2 with k4 = S^2 ((S+1) m4 - 3 (S-1) m2^2) / ((S-1)(S-2)(S-3)); null likewise, from four on. */
  kurtosis: number | null;
  /**
   * Coefficient of internal consistency, Cronbach's alpha: 100 P/(P-1) (1 - sum V(x) / k2), %; can be negative. Null for
   * fewer than three attempts, fewer than two slots or where k2 = 0.
   */
  cic: number | null;
  /** 100 sqrt(1 - CIC/100), %; null with the CIC. */
  errorRatio: number | null;
  /** Error ratio * SD / 100, hundredths of a point; null with the CIC. */
  standardError: number | null;
  slots: SlotStatistics[];
}

/** @throws RangeError where the table is not attempts x slots. */
function checked({ marks, slots, attempts }: ScoreTable): void {
  if (marks.length !== attempts * slots.length) {
    throw new RangeError(`${marks.length} marks for ${attempts} attempts at ${slots.length} slots`);
  }
}

const columnOf = ({ marks, slots, attempts }: ScoreTable, slot: number): Int32Array =>
  new Int32Array(attempts).map((_, attempt) => marks[attempt * slots.length + slot] as number);

/**
 * Points of each attempt, hundredths: T.
 * @throws RangeError where the table is not attempts x slots
 */
export function totalsOf(table: ScoreTable): Float64Array {
  checked(table);
  return rowSums(table.marks, table.slots.length, table.attempts);
}

/**
 * Points of each attempt without those of one slot, hundredths: R. What answers at that slot are compared with, so that
 * an answer does not speak for itself.
 * @param slot place in `table.slots`
 * @throws RangeError where the table is not attempts x slots
 */
export function restsOf(table: ScoreTable, slot: number): Float64Array {
  return minus(totalsOf(table), columnOf(table, slot));
}

const minus = (totals: Float64Array, column: Int32Array): Float64Array =>
  totals.map((total, attempt) => total - (column[attempt] as number));

/** Discrimination index and efficiency of one slot. */
function discriminationOf(table: ScoreTable, sums: Sums, slot: number) {
  const { attempts: n, totals, t, tt } = sums;
  const [x, xx, xt] = [sums.x[slot], sums.xx[slot], sums.xt[slot]] as [number, number, number];
  const drawn = table.slots[slot]?.drawn ?? false;
  // sums of the rest, where the slot is compared with it: r = t - x
  const [r, rr, xr] = drawn ? [t, tt, xt] : [t - x, tt - 2 * xt + xx, xt - xx];
  const deviation = codeviation(xr, x, r, n);
  const spread = codeviation(xx, x, x, n) * codeviation(rr, r, r, n);
  if (spread <= 0) return { discriminationIndex: null, discriminativeEfficiency: null };
  const column = columnOf(table, slot);
  const others = (drawn ? totals.slice() : minus(totals, column)).sort();
  // neither is constant here, so the best covariance that their order allows is above 0
  const best = codeviationOf(column.sort(), others);
  return {
    discriminationIndex: (100 * deviation) / Math.sqrt(spread),
    discriminativeEfficiency: (100 * deviation) / best,
  };
}

function slotStatistics(table: ScoreTable, sums: Sums, maximum: number): SlotStatistics[] {
  const n = sums.attempts;
  const withTotal = table.slots.map((_, slot) =>
    codeviation(sums.xt[slot] as number, sums.x[slot] as number, sums.t, n),
  );
  const roots = withTotal.reduce((sum, c) => sum + Math.sqrt(Math.max(c, 0)), 0);
  return table.slots.map((slot, index) => {
    const [x, xx] = [sums.x[index] as number, sums.xx[index] as number];
    const c = withTotal[index] as number;
    const sd = n > 1 ? Math.sqrt(codeviation(xx, x, x, n) / (n - 1)) : null;
    const worth = slot.maximum > 0;
    return {
      ...slot,
      facility: n > 0 && worth ? (sums.marks[index] as number) / n / slot.maximum : null,
      sd,
      sdShare: sd !== null && worth ? sd / slot.maximum : null,
      intendedWeight: maximum > 0 ? (100 * slot.maximum) / maximum : null,
      effectiveWeight: c >= 0 && roots > 0 ? (100 * Math.sqrt(c)) / roots : null,
      negativeCovariance: c < 0,
      ...discriminationOf(table, sums, index),
    };
  });
}

/** Skewness and excess kurtosis of the totals, by Fisher's k-statistics. */
function shapeOf(sorted: Float64Array, mean: number, k2: number) {
  const n = sorted.length;
  if (n < 3 || k2 <= 0) return { skewness: null, kurtosis: null };
  const [m2, m3, m4] = [2, 3, 4].map((power) => centralMoment(sorted, mean, power)) as [
    number,
    number,
    number,
  ];
  const k3 = (n ** 2 * m3) / ((n - 1) * (n - 2));
  const skewness = k3 / k2 ** 1.5;
  if (n < 4) return { skewness, kurtosis: null };
  const k4 = (n ** 2 * ((n + 1) * m4 - 3 * (n - 1) * m2 ** 2)) / ((n - 1) * (n - 2) * (n - 3));
  return { skewness, kurtosis: k4 / k2 ** 2 };
}

/** Internal consistency and the error that it leaves in a score. */
function consistencyOf(sums: Sums, k2: number) {
  const { attempts: n, x, xx } = sums;
  const slots = x.length;
  if (n < 3 || slots < 2 || k2 <= 0) return { cic: null, errorRatio: null, standardError: null };
  const apart = x.reduce((sum, a, slot) => sum + codeviation(xx[slot] as number, a, a, n), 0);
  const alpha = (slots / (slots - 1)) * (1 - apart / (n - 1) / k2);
  // identical slots give 1 but for the last digit of a float, and a root of less than 0 is none
  const error = Math.sqrt(Math.max(1 - alpha, 0));
  return { cic: 100 * alpha, errorRatio: 100 * error, standardError: error * Math.sqrt(k2) };
}

/**
 * Statistics of a quiz and of its slots. Slots that are worth nothing count among P as any other; leave them out of the
 * table where they are no part of the test. The order of the attempts does not matter, to the last digit.
 * Time: O(attempts x slots) for the sums, and a sort of the attempts for each slot.
 * @throws RangeError where the table is not attempts x slots
 */
export function analyseScores(table: ScoreTable): QuizStatistics {
  checked(table);
  const sums = sumsOf(table.marks, table.slots.length, table.attempts);
  const n = sums.attempts;
  const maximum = table.slots.reduce((sum, slot) => sum + slot.maximum, 0);
  const sorted = sums.totals.slice().sort();
  const mean = n > 0 ? sums.total / n : null;
  const k2 = n > 1 ? codeviation(sums.tt, sums.t, sums.t, n) / (n - 1) : 0;
  return {
    attempts: n,
    maximum,
    mean,
    median: quantile(sorted, 0.5),
    sd: n > 1 ? Math.sqrt(k2) : null,
    ...shapeOf(sorted, mean ?? 0, k2),
    ...consistencyOf(sums, k2),
    slots: slotStatistics(table, sums, maximum),
  };
}
