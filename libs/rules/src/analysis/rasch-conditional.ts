/** The room of conditional maximum likelihood: item difficulties from what each raw score got right. */
import { informative } from './rasch-data';
import type { RaschData } from './rasch-data';
import { invert } from './symmetric';

/** A step below which the difficulties are said to stand still, logits. */
const STILL = 1e-8;
const MOST_ITERATIONS = 50;
/** No step is longer, logits: the first ones may otherwise overshoot. */
const LONGEST_STEP = 1;
/** A difficulty beyond this has no end: the data order the items without exception. */
const LARGEST = 15;

export interface Difficulties {
  /** Logits, centred at 0. */
  difficulty: Float64Array;
  standardError: Float64Array;
  /** Chance of a right answer given the raw score: [item * (items + 1) + score], for scores between none and all. */
  given: Float64Array;
  iterations: number;
}

/** Chance of a right answer where the ability is 0. */
const chance = (difficulty: number): number => 1 / (1 + Math.exp(difficulty));

/** Distribution of the raw score over items with these chances: the elementary symmetric functions, scaled to sum to 1. */
export function scoresOf(chances: Float64Array): Float64Array {
  const scores = new Float64Array(chances.length + 1);
  scores[0] = 1;
  chances.forEach((p, known) => {
    for (let score = known + 1; score > 0; score -= 1) {
      scores[score] = (scores[score] as number) * (1 - p) + (scores[score - 1] as number) * p;
    }
    (scores[0] as number) *= 1 - p;
  });
  return scores;
}

/**
 * Distribution of the raw score without one item: `scores` with its factor taken out again. From below while a right
 * answer is the less likely one given the score, from above for the rest, so that no subtraction loses more than a bit.
 * @param size how many items `scores` speaks of
 */
export function takeOut(scores: Float64Array, size: number, p: number, into: Float64Array): void {
  const q = 1 - p;
  let low = 0;
  let before = 0;
  for (; low < size; low += 1) {
    const right = before * p;
    const all = scores[low] as number;
    if (right > all / 2) break;
    before = (all - right) / q;
    into[low] = before;
  }
  let after = 0;
  for (let high = size - 1; high >= low; high -= 1) {
    after = ((scores[high + 1] as number) - after * q) / p;
    into[high] = after;
  }
}

/**
 * Expected right answers to each item, and their covariances, given the raw scores:
 * P(i | r) = p_i f(i)_{r-1} / f_r and P(i, j | r) = p_i p_j f(ij)_{r-2} / f_r, where f, f(i) and f(ij) are the score
 * distributions of all items, of all but i, and of all but i and j.
 */
function expectedOf(chances: Float64Array, counts: Float64Array) {
  const size = chances.length;
  const all = scoresOf(chances);
  const weights = all.map((f, score) =>
    score > 0 && score < size && counts[score] !== 0 ? (counts[score] as number) / f : 0,
  );
  const given = new Float64Array(size * (size + 1));
  const sums = new Float64Array(size);
  const information = new Float64Array(size * size);
  const one = new Float64Array(size);
  const two = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const p = chances[i] as number;
    takeOut(all, size, p, one);
    for (let score = 1; score < size; score += 1) {
      const right = (p * (one[score - 1] as number)) / (all[score] as number);
      given[i * (size + 1) + score] = right;
      (sums[i] as number) += (counts[score] as number) * right;
    }
    for (let j = 0; j < i; j += 1) {
      const other = chances[j] as number;
      takeOut(one, size - 1, other, two);
      let both = 0;
      for (let score = 1; score < size; score += 1) {
        const weight = weights[score] as number;
        if (score > 1) both += weight * p * other * (two[score - 2] as number);
        const apart =
          (given[i * (size + 1) + score] as number) * (given[j * (size + 1) + score] as number);
        both -= (counts[score] as number) * apart;
      }
      information[i * size + j] = both;
      information[j * size + i] = both;
    }
  }
  for (let i = 0; i < size; i += 1) information[i * size + i] = ownInformation(given, counts, i);
  return { sums, information, given };
}

function ownInformation(given: Float64Array, counts: Float64Array, item: number): number {
  const size = counts.length - 1;
  let own = 0;
  for (let score = 1; score < size; score += 1) {
    const right = given[item * (size + 1) + score] as number;
    own += (counts[score] as number) * right * (1 - right);
  }
  return own;
}

/**
 * Inverse of the information where the difficulties sum to 0: its pseudo-inverse, by way of adding c to each entry,
 * which makes it regular, and subtracting 1 / (c L^2) from the inverse. Null where there is none.
 */
function covariancesOf(information: Float64Array, size: number): Float64Array | null {
  let trace = 0;
  for (let i = 0; i < size; i += 1) trace += information[i * size + i] as number;
  const c = trace / size ** 2;
  if (!(c > 0)) return null;
  const inverse = invert(
    information.map((entry) => entry + c),
    size,
  );
  return inverse?.map((entry) => entry - 1 / (c * size ** 2)) ?? null;
}

const centred = (values: Float64Array): Float64Array => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
};

/** One step of Newton's method, no longer than allowed. */
function stepOf(covariances: Float64Array, gradient: Float64Array): Float64Array {
  const size = gradient.length;
  const step = gradient.map((_, i) =>
    gradient.reduce((sum, g, j) => sum + (covariances[i * size + j] as number) * g, 0),
  );
  const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
  return step.map((value) => value * scale);
}

/**
 * Item difficulties by conditional maximum likelihood (Andersen 1970; Fischer and Molenaar, "Rasch models", 1995,
 * chapter 3): the raw score is sufficient for the ability, so that given the scores the abilities drop out, and with them
 * the bias of the joint method that (L - 1) / L corrects only about. Newton's method on a concave likelihood; standard
 * errors from the inverse information.
 * @returns null where no finite difficulties exist, or none was found
 */
export function conditionalDifficulties(data: RaschData): Difficulties | null {
  const { attempts, sums } = informative(data);
  const size = sums.length;
  if (size < 2 || attempts === 0) return null;
  let difficulty = centred(sums.map((right) => Math.log((attempts - right) / right)));
  for (let iterations = 1; iterations <= MOST_ITERATIONS; iterations += 1) {
    const expected = expectedOf(difficulty.map(chance), data.counts);
    const covariances = covariancesOf(expected.information, size);
    if (covariances === null) return null;
    const step = stepOf(
      covariances,
      expected.sums.map((sum, item) => sum - (sums[item] as number)),
    );
    difficulty = centred(difficulty.map((value, item) => value + (step[item] as number)));
    const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (!difficulty.every((value) => Math.abs(value) <= LARGEST)) return null;
    if (longest < STILL) {
      const standardError = difficulty.map((_, i) =>
        Math.sqrt(Math.max(covariances[i * size + i] as number, 0)),
      );
      return { difficulty, standardError, given: expected.given, iterations };
    }
  }
  return null;
}
