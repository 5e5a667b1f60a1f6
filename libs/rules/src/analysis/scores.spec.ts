/** The room where quiz statistics are put to the test, against formulas written a second time in another way. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom, shuffle } from '../random';
import { analyseScores, restsOf, totalsOf } from './scores';
import type { AnalysedSlot, QuizStatistics, ScoreTable } from './scores';

const tableOf = (
  rows: readonly (readonly number[])[],
  slots: readonly Partial<AnalysedSlot>[],
): ScoreTable => ({
  attempts: rows.length,
  marks: Int32Array.from(rows.flat()),
  slots: slots.map((slot, index) => ({
    key: `q${index + 1}`,
    maximum: 100,
    drawn: false,
    guess: null,
    ...slot,
  })),
});

const plain = (rows: readonly (readonly number[])[]): ScoreTable =>
  tableOf(
    rows,
    (rows[0] ?? []).map(() => ({})),
  );

/** Covariance over all pairs: no mean is needed. */
function pairCovariance(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  a.forEach((_, i) => {
    for (let j = 0; j < i; j += 1) sum += (a[i]! - a[j]!) * (b[i]! - b[j]!);
  });
  return sum / (a.length * (a.length - 1));
}
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
const moment = (values: readonly number[], power: number) =>
  mean(values.map((value) => (value - mean(values)) ** power));
const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** Everything again: pair covariances, G1 and G2 from the biased moments, alpha from mean variance and covariance. */
function naive(rows: readonly (readonly number[])[], slots: readonly AnalysedSlot[]) {
  const n = rows.length;
  const p = slots.length;
  const columns = slots.map((_, slot) => rows.map((row) => row[slot]!));
  const totals = rows.map((row) => row.reduce((sum, mark) => sum + mark, 0));
  const sorted = ascending(totals);
  const maximum = slots.reduce((sum, { maximum }) => sum + maximum, 0);
  const sd = Math.sqrt(pairCovariance(totals, totals));
  const b1 = moment(totals, 3) / moment(totals, 2) ** 1.5;
  const b2 = moment(totals, 4) / moment(totals, 2) ** 2;
  const variance = mean(columns.map((column) => pairCovariance(column, column)));
  const pairs = columns.flatMap((a, i) => columns.slice(0, i).map((b) => pairCovariance(a, b)));
  const alpha = (p * mean(pairs)) / (variance + (p - 1) * mean(pairs));
  const roots = columns.map((column) => Math.sqrt(Math.max(pairCovariance(column, totals), 0)));
  return {
    mean: mean(totals),
    median: (sorted[Math.floor((n - 1) / 2)]! + sorted[Math.ceil((n - 1) / 2)]!) / 2,
    sd,
    skewness: (Math.sqrt(n * (n - 1)) / (n - 2)) * b1,
    kurtosis: ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (b2 - 3) + 6),
    cic: 100 * alpha,
    errorRatio: 100 * Math.sqrt(1 - alpha),
    standardError: sd * Math.sqrt(1 - alpha),
    slots: columns.map((x, slot) => {
      const others = slots[slot]!.drawn ? totals : totals.map((total, row) => total - x[row]!);
      const c = pairCovariance(x, others);
      const spread = Math.sqrt(pairCovariance(x, x));
      return {
        facility: mean(x) / slots[slot]!.maximum,
        sd: spread,
        sdShare: spread / slots[slot]!.maximum,
        intendedWeight: (100 * slots[slot]!.maximum) / maximum,
        effectiveWeight:
          pairCovariance(x, totals) < 0
            ? null
            : (100 * roots[slot]!) / roots.reduce((sum, root) => sum + root, 0),
        discriminationIndex: (100 * c) / (spread * Math.sqrt(pairCovariance(others, others))),
        discriminativeEfficiency: (100 * c) / pairCovariance(ascending(x), ascending(others)),
      };
    }),
  };
}

const near = (actual: number | null, expected: number | null) => {
  if (expected === null || actual === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-6 * Math.abs(expected) + 1e-9);
};

function compare(actual: QuizStatistics, expected: ReturnType<typeof naive>) {
  const { slots, ...quiz } = expected;
  for (const [name, value] of Object.entries(quiz)) near(actual[name as keyof typeof quiz], value);
  slots.forEach((slot, index) => {
    for (const [name, value] of Object.entries(slot)) {
      near(actual.slots[index]![name as keyof typeof slot], value);
    }
  });
}

describe('analyseScores, by hand', () => {
  it('two slots that know nothing of each other', () => {
    const quiz = analyseScores(
      plain([
        [100, 100],
        [100, 0],
        [0, 100],
        [0, 0],
      ]),
    );
    // T = 200, 100, 100, 0: m2 = 5000, m4 = 5e7, k2 = 20000/3, k4 = 2e8/3
    expect(quiz).toMatchObject({ attempts: 4, maximum: 200, mean: 100, median: 100, skewness: 0 });
    near(quiz.sd, 81.64965809);
    near(quiz.kurtosis, 1.5);
    near(quiz.cic, 0);
    near(quiz.errorRatio, 100);
    near(quiz.standardError, 81.64965809);
    for (const slot of quiz.slots) {
      expect(slot).toMatchObject({ facility: 0.5, intendedWeight: 50, negativeCovariance: false });
      near(slot.sd, 57.73502692);
      near(slot.sdShare, 0.5773502692);
      near(slot.effectiveWeight, 50);
      near(slot.discriminationIndex, 0);
      near(slot.discriminativeEfficiency, 0);
    }
  });

  it('three slots of different worth, one of them against the others', () => {
    const rows = [
      [100, 200, 0],
      [100, 100, 0],
      [0, 100, 50],
      [0, 0, 50],
      [100, 200, 50],
    ];
    const table = tableOf(rows, [{}, { maximum: 200 }, { maximum: 50 }]);
    const quiz = analyseScores(table);
    // T = 300, 200, 150, 50, 350: mean 210, sum of squares 57000, k2 = 14250
    near(quiz.mean, 210);
    near(quiz.median, 200);
    near(quiz.sd, Math.sqrt(14250));
    // V(x) = 3000, 7000, 750; alpha = 3/2 (1 - 10750 / 14250)
    near(quiz.cic, (150 * 3500) / 14250);
    near(quiz.slots[0]!.facility, 0.6);
    near(quiz.slots[2]!.intendedWeight, 100 / 7);
    // C(x,T) = 5500, 9750, -1000
    expect(quiz.slots[2]).toMatchObject({ effectiveWeight: null, negativeCovariance: true });
    near(
      quiz.slots[0]!.effectiveWeight,
      (100 * Math.sqrt(5500)) / (Math.sqrt(5500) + Math.sqrt(9750)),
    );
    // the first with the rest 200, 100, 150, 50, 250: C = 2500, V(R) = 6250, best order: C = 3750
    near(quiz.slots[0]!.discriminationIndex, 250000 / Math.sqrt(3000 * 6250));
    near(quiz.slots[0]!.discriminativeEfficiency, (100 * 2500) / 3750);
    compare(quiz, naive(rows, table.slots));
  });

  it('a drawn slot goes with the total, the others with the rest', () => {
    const rows = [
      [100, 100],
      [100, 0],
      [0, 100],
      [0, 0],
    ];
    const [drawn, fixed] = analyseScores(tableOf(rows, [{ drawn: true }, {}])).slots;
    near(drawn!.discriminationIndex, 100 * Math.SQRT1_2);
    near(drawn!.discriminativeEfficiency, 100);
    near(fixed!.discriminationIndex, 0);
  });
});

const SLOTS: AnalysedSlot[] = [
  { key: 'a', maximum: 100, drawn: false, guess: 0.25 },
  { key: 'b', maximum: 250, drawn: true, guess: null },
  { key: 'c', maximum: 50, drawn: false, guess: 0 },
  { key: 'd', maximum: 100, drawn: false, guess: 0.5 },
];
const row = fc.tuple(
  ...SLOTS.map(({ maximum }) =>
    fc.integer({ min: 0, max: 4 }).map((quarters) => Math.trunc((quarters * maximum) / 4)),
  ),
);
/** Rows where every slot, the total and every rest vary: the naive formulas know no null. */
const someRows = fc.array(row, { minLength: 4, maxLength: 40 }).filter((rows) => {
  const totals = rows.map((marks) => marks.reduce((sum, mark) => sum + mark, 0));
  const columns = SLOTS.map((_, slot) => rows.map((marks) => marks[slot]!));
  const rests = columns.map((column) => totals.map((total, i) => total - column[i]!));
  return [totals, ...columns, ...rests].every((values) => new Set(values).size > 1);
});

describe('analyseScores, as laws', () => {
  it('agrees with formulas written in another way', () => {
    fc.assert(
      fc.property(someRows, (rows) =>
        compare(analyseScores(tableOf(rows, SLOTS)), naive(rows, SLOTS)),
      ),
      { numRuns: 300 },
    );
  });

  it('does not look at the order of the attempts', () => {
    fc.assert(
      fc.property(someRows, fc.string(), (rows, seed) => {
        const other = tableOf(shuffle(rows, seededRandom(seed)), SLOTS);
        expect(analyseScores(other)).toEqual(analyseScores(tableOf(rows, SLOTS)));
      }),
    );
  });

  it('adding a constant to all marks of a slot changes its facility only', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 10 ** 8 }), (rows, constant) => {
        const lifted = rows.map(([first, ...others]) => [first! + constant, ...others]);
        const before = analyseScores(tableOf(rows, SLOTS));
        const after = analyseScores(tableOf(lifted, SLOTS));
        near(after.mean, before.mean! + constant);
        near(after.slots[0]!.facility, before.slots[0]!.facility! + constant / 100);
        near(after.cic, before.cic);
        near(after.sd, before.sd);
        before.slots.forEach((slot, index) => {
          near(after.slots[index]!.discriminationIndex, slot.discriminationIndex);
          near(after.slots[index]!.discriminativeEfficiency, slot.discriminativeEfficiency);
          near(after.slots[index]!.effectiveWeight, slot.effectiveWeight);
        });
      }),
    );
  });

  it('keeps its bounds, and the weights sum to 100', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const { slots } = analyseScores(tableOf(rows, SLOTS));
        const sumOf = (weights: (number | null)[]) =>
          weights.reduce<number>((s, w) => s + (w ?? 0), 0);
        near(sumOf(slots.map(({ intendedWeight }) => intendedWeight)), 100);
        near(sumOf(slots.map(({ effectiveWeight }) => effectiveWeight)), 100);
        for (const slot of slots) {
          expect(slot.facility).toBeGreaterThanOrEqual(0);
          expect(slot.facility).toBeLessThanOrEqual(1);
          expect(Math.abs(slot.discriminationIndex!)).toBeLessThanOrEqual(100 + 1e-9);
          expect(slot.discriminativeEfficiency).toBeLessThanOrEqual(100 + 1e-9);
          expect(slot.discriminativeEfficiency! * slot.discriminationIndex!).toBeGreaterThanOrEqual(
            0,
          );
          expect(slot.negativeCovariance).toBe(slot.effectiveWeight === null);
        }
      }),
    );
  });

  it('identical slots are wholly consistent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 30 }),
        fc.integer({ min: 2, max: 6 }),
        (marks, copies) => {
          fc.pre(new Set(marks).size > 1);
          const quiz = analyseScores(plain(marks.map((mark) => Array(copies).fill(mark))));
          near(quiz.cic, 100);
          expect(quiz.errorRatio).toBeLessThan(1e-5);
          expect(quiz.standardError).not.toBeNaN();
          for (const slot of quiz.slots) {
            near(slot.discriminationIndex, 100);
            near(slot.discriminativeEfficiency, 100);
            near(slot.effectiveWeight, 100 / copies);
          }
        },
      ),
    );
  });
});

describe('analyseScores, what cannot be told', () => {
  it('without attempts', () => {
    const quiz = analyseScores({ ...plain([]), slots: SLOTS });
    expect(quiz).toMatchObject({ attempts: 0, maximum: 500, mean: null, median: null, sd: null });
    expect(quiz).toMatchObject({ skewness: null, kurtosis: null, cic: null, errorRatio: null });
    expect(quiz.slots[0]).toMatchObject({
      facility: null,
      sd: null,
      sdShare: null,
      intendedWeight: 20,
      effectiveWeight: null,
      discriminationIndex: null,
      discriminativeEfficiency: null,
      negativeCovariance: false,
    });
  });

  it.each([
    [1, { sd: null, skewness: null, kurtosis: null, cic: null }],
    [2, { sd: 70.71067811865476, skewness: null, kurtosis: null, cic: null }],
    [3, { skewness: expect.any(Number), kurtosis: null, cic: expect.any(Number) }],
    [4, { skewness: expect.any(Number), kurtosis: expect.any(Number), cic: expect.any(Number) }],
  ])('%d attempts', (attempts, expected) => {
    const rows = [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 0],
    ].slice(0, attempts);
    const quiz = analyseScores(plain(rows));
    expect(quiz).toMatchObject(expected);
    expect(quiz.slots[0]!.sd === null).toBe(attempts < 2);
    expect([quiz.errorRatio === null, quiz.standardError === null]).toEqual(
      Array(2).fill(quiz.cic === null),
    );
  });

  it('one slot only', () => {
    const quiz = analyseScores(plain([[0], [100], [50]]));
    expect(quiz).toMatchObject({ cic: null, errorRatio: null, standardError: null, sd: 50 });
    // its rest is always 0
    expect(quiz.slots[0]).toMatchObject({
      effectiveWeight: 100,
      discriminationIndex: null,
      discriminativeEfficiency: null,
    });
  });

  it('everybody has the same total', () => {
    const quiz = analyseScores(
      plain([
        [100, 0],
        [0, 100],
        [100, 0],
        [0, 100],
      ]),
    );
    expect(quiz).toMatchObject({ sd: 0, skewness: null, kurtosis: null, cic: null });
    expect(quiz.slots[0]).toMatchObject({ effectiveWeight: null, negativeCovariance: false });
    near(quiz.slots[0]!.discriminationIndex, -100);
    near(quiz.slots[0]!.discriminativeEfficiency, -100);
  });

  it('a slot where everybody earns the same, and one that is worth nothing', () => {
    const rows = [
      [33, 0, 50],
      [33, 0, 20],
      [33, 0, 0],
    ];
    const quiz = analyseScores(tableOf(rows, [{}, { maximum: 0 }, {}]));
    expect(quiz.slots[0]).toMatchObject({
      facility: 0.33,
      sd: 0,
      effectiveWeight: 0,
      discriminationIndex: null,
      discriminativeEfficiency: null,
    });
    expect(quiz.slots[1]).toMatchObject({ facility: null, sdShare: null, intendedWeight: 0 });
    // here it is the rest that does not vary
    expect(quiz.slots[2]).toMatchObject({ discriminationIndex: null, effectiveWeight: 100 });
  });

  it('nothing can be earned', () => {
    const quiz = analyseScores(tableOf([[0], [0]], [{ maximum: 0 }]));
    expect(quiz.slots[0]).toMatchObject({ intendedWeight: null, effectiveWeight: null });
  });

  it('refuses a table with holes', () => {
    const table = { ...plain([[1, 2]]), attempts: 2 };
    expect(() => analyseScores(table)).toThrow(RangeError);
    expect(() => totalsOf(table)).toThrow(RangeError);
    expect(() => restsOf(table, 0)).toThrow(RangeError);
  });
});

it('consistency can be negative, and its error more than all', () => {
  const quiz = analyseScores(
    plain([
      [100, 0],
      [0, 100],
      [100, 20],
      [0, 100],
    ]),
  );
  expect(quiz.cic).toBeLessThan(-100);
  expect(quiz.errorRatio).toBeGreaterThan(100);
  near(quiz.standardError, (quiz.errorRatio! * quiz.sd!) / 100);
});

it('a consistency of 100 leaves no error, nor a root of less than 0', () => {
  // alpha of these seven identical slots is 1 + 3e-16
  const quiz = analyseScores(plain([14, 74, 44, 99, 89, 30, 86, 47].map((x) => Array(7).fill(x))));
  expect(quiz).toMatchObject({ errorRatio: 0, standardError: 0 });
});

it('no covariance at all is not a negative one', () => {
  // C(x, T) is 0; deviations from the means, which are sixths, would sum to -6e-14
  const quiz = analyseScores(
    plain([
      [75, 0],
      [50, 75],
      [0, 100],
      [100, 0],
      [0, 75],
      [75, 0],
    ]),
  );
  expect(quiz.slots[0]).toMatchObject({ negativeCovariance: false, effectiveWeight: 0 });
});

it('totals and rests', () => {
  const table = plain([
    [10, 20, 30],
    [1, 2, 3],
  ]);
  expect([...totalsOf(table)]).toEqual([60, 6]);
  expect([...restsOf(table, 1)]).toEqual([40, 4]);
});

it('100 000 attempts at 40 slots take little time', () => {
  const random = seededRandom('large');
  const attempts = 100_000;
  const marks = new Int32Array(attempts * 40).map(() => Math.floor(random() * 101));
  const slots = Array.from({ length: 40 }, (_, index) => ({ ...SLOTS[0]!, key: `${index}` }));
  const before = Date.now();
  const quiz = analyseScores({ attempts, marks, slots });
  expect(Date.now() - before).toBeLessThan(5_000);
  // uniform marks 0..100 without any connection: SD of T is sqrt(40 * 850)
  expect(quiz.sd! / Math.sqrt(40 * 850)).toBeCloseTo(1, 1);
  expect(Math.abs(quiz.cic!)).toBeLessThan(3);
});
