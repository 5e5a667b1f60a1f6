/** The room of distractors: who gave which answer to one question, and how they did in the rest of the quiz. */
import { codeviation, meanOf } from './moments';

export interface DistractorRow {
  label: string;
  /** One of the answers that the question offers, given or not. */
  offered: boolean;
  count: number;
  /** Part of all attempts, 0..1; 0 without attempts. */
  share: number;
  /** Mean mark of those who gave the answer, hundredths of a point; null where nobody did. */
  mean: number | null;
  /** Standard deviation of their marks, hundredths of a point; null for fewer than two. */
  sd: number | null;
  /**
   * 100 times the point-biserial correlation of giving this answer with the mark, -100..100: Pearson's correlation with
   * a variable that is 1 for those who gave it and 0 for the others. Null where all or none gave it, or all marks are
   * the same. The key's should be positive, a distractor's negative.
   */
  discrimination: number | null;
  /** How many of the upper third gave the answer; the size of that group is in the table. */
  upper: number;
  /** How many of the lower third gave the answer. */
  lower: number;
}

export interface DistractorTable {
  attempts: number;
  /** Size of the upper group: attempts at or above the mark that a third of them reach. */
  upperSize: number;
  /** Size of the lower group. */
  lowerSize: number;
  /** Most frequent first, then by label. */
  rows: DistractorRow[];
}

interface Tally {
  count: number;
  /** Sum of (mark - shift) and of its square. */
  sum: number;
  squares: number;
  upper: number;
  lower: number;
}

/**
 * Marks that bound the thirds. Equal marks stay together, so that the groups do not depend on the order of the attempts:
 * a group holds at least a third. Where one mark is so frequent that it would be in both, it is in neither.
 */
function thirdsOf(marks: ArrayLike<number>): { lowerTo: number; upperFrom: number } {
  const sorted = Float64Array.from(marks).sort();
  const third = Math.ceil(sorted.length / 3);
  const lowerTo = sorted[third - 1] ?? -Infinity;
  const upperFrom = sorted[sorted.length - third] ?? Infinity;
  return lowerTo < upperFrom
    ? { lowerTo, upperFrom }
    : { lowerTo: previous(sorted, lowerTo), upperFrom: next(sorted, upperFrom) };
}

const previous = (sorted: Float64Array, mark: number): number =>
  sorted.findLast((other) => other < mark) ?? -Infinity;
const next = (sorted: Float64Array, mark: number): number =>
  sorted.find((other) => other > mark) ?? Infinity;

function tallied(
  labels: readonly string[],
  marks: ArrayLike<number>,
  offered: readonly string[],
  shift: number,
): Map<string, Tally> {
  const { lowerTo, upperFrom } = thirdsOf(marks);
  const fresh = (): Tally => ({ count: 0, sum: 0, squares: 0, upper: 0, lower: 0 });
  const tallies = new Map<string, Tally>(offered.map((label) => [label, fresh()]));
  labels.forEach((label, attempt) => {
    const mark = marks[attempt] as number;
    let tally = tallies.get(label);
    if (tally === undefined) tallies.set(label, (tally = fresh()));
    tally.count += 1;
    tally.sum += mark - shift;
    tally.squares += (mark - shift) ** 2;
    if (mark >= upperFrom) tally.upper += 1;
    if (mark <= lowerTo) tally.lower += 1;
  });
  return tallies;
}

const summed = (tallies: Iterable<Tally>): Tally => {
  const all: Tally = { count: 0, sum: 0, squares: 0, upper: 0, lower: 0 };
  for (const tally of tallies) {
    all.count += tally.count;
    all.sum += tally.sum;
    all.squares += tally.squares;
    all.upper += tally.upper;
    all.lower += tally.lower;
  }
  return all;
};

const squaresOf = ({ squares, sum, count }: Tally): number => codeviation(squares, sum, sum, count);

/** 100 C(given, mark) / sqrt(V(given) V(mark)); S - 1 cancels. */
function discriminationOf(tally: Tally, all: Tally): number | null {
  const { count } = tally;
  const spread = ((count * (all.count - count)) / all.count) * squaresOf(all);
  if (!(spread > 0)) return null;
  return (100 * codeviation(tally.sum, count, all.sum, all.count)) / Math.sqrt(spread);
}

/**
 * One row for each answer to ONE version of a question.
 * @param labels an answer for each attempt, e.g. "b", "a+c", "unanswered"
 * @param marks of the same attempts, whole hundredths of a point: the rest without this question (`restsOf`) is fairer
 *   than the total, which lifts those who gave the key by its own points
 * @param offered labels that the question offers, so that one which nobody chose has a row too
 * @throws RangeError where labels and marks are not of the same attempts
 */
export function distractorTable(
  labels: readonly string[],
  marks: ArrayLike<number>,
  offered: readonly string[] = [],
): DistractorTable {
  if (labels.length !== marks.length) {
    throw new RangeError(`${labels.length} labels for ${marks.length} marks`);
  }
  const shift = Math.round(meanOf(marks));
  const tallies = tallied(labels, marks, offered, shift);
  const all = summed(tallies.values());
  const rows = [...tallies].map(([label, tally]): DistractorRow => {
    const { count, upper, lower } = tally;
    return {
      label,
      offered: offered.includes(label),
      count,
      share: all.count > 0 ? count / all.count : 0,
      mean: count > 0 ? shift + tally.sum / count : null,
      sd: count > 1 ? Math.sqrt(squaresOf(tally) / (count - 1)) : null,
      discrimination: discriminationOf(tally, all),
      upper,
      lower,
    };
  });
  rows.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  return { attempts: all.count, upperSize: all.upper, lowerSize: all.lower, rows };
}
