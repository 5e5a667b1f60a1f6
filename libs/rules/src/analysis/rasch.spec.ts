/** The room where the Rasch model is put to the test: against brute force, closed forms and simulated officers. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom, shuffle } from '../random';
import type { Random } from '../random';
import { RASCH_EXTREME_ADJUSTMENT, RASCH_MOST_ITEMS, raschModel } from './rasch';
import type { RaschModel } from './rasch';
import { RASCH_FIT, RASCH_LEAST_ATTEMPTS } from './thresholds';

const modelOf = (rows: readonly (readonly number[])[]): RaschModel =>
  raschModel(Uint8Array.from(rows.flat()), rows.length, rows[0]?.length ?? 0);
const repeated = (...groups: [number, number[]][]): number[][] =>
  groups.flatMap(([count, row]) => Array.from({ length: count }, () => row));
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Conditional log-likelihood by going through all patterns of answers. */
function logLikelihood(
  rows: readonly (readonly number[])[],
  difficulty: readonly number[],
): number {
  const size = difficulty.length;
  const weight = (row: readonly number[]) => Math.exp(-sum(row.map((x, i) => x * difficulty[i]!)));
  const byScore = Array<number>(size + 1).fill(0);
  for (let bits = 0; bits < 2 ** size; bits += 1) {
    const pattern = difficulty.map((_, i) => (bits >> i) & 1);
    byScore[sum(pattern)]! += weight(pattern);
  }
  return sum(rows.map((row) => Math.log(weight(row) / byScore[sum(row)]!)));
}

/** Officers of normal ability answer by the model, unless an item says otherwise. */
function simulated(
  difficulty: readonly number[],
  attempts: number,
  random: Random,
  odd: Record<number, (ability: number) => number> = {},
): number[][] {
  return Array.from({ length: attempts }, () => {
    const ability = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()) + 0.3;
    return difficulty.map((b, item) => {
      const chance = odd[item]?.(ability) ?? 1 / (1 + Math.exp(b - ability));
      return random() < chance ? 1 : 0;
    });
  });
}
const spread = (items: number) =>
  Array.from({ length: items }, (_, item) => -2 + (4 * item) / (items - 1));

describe('difficulties', () => {
  it('two items: the log of the odds between them', () => {
    const model = modelOf(repeated([30, [1, 0]], [10, [0, 1]], [7, [1, 1]], [5, [0, 0]]));
    const apart = Math.log(30 / 10);
    expect(model).toMatchObject({ attempts: 52, counted: 40, converged: true });
    expect(model.items[0]!.difficulty).toBeCloseTo(-apart / 2, 7);
    expect(model.items[1]!.difficulty).toBeCloseTo(apart / 2, 7);
    for (const item of model.items) {
      expect(item.standardError).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 10) / 2, 7);
    }
  });

  it('two items far apart, where a first step would go too far', () => {
    const model = modelOf(repeated([9, [1, 0]], [1, [0, 1]]));
    expect(model.items[1]!.difficulty).toBeCloseTo(Math.log(9) / 2, 7);
  });

  const rows = [
    ...repeated([9, [1, 0, 0, 0]], [4, [0, 1, 0, 0]], [2, [0, 0, 1, 0]], [1, [0, 0, 0, 1]]),
    ...repeated([12, [1, 1, 0, 0]], [5, [1, 0, 1, 0]], [3, [0, 1, 1, 0]], [4, [1, 0, 0, 1]]),
    ...repeated([8, [1, 1, 1, 0]], [6, [1, 1, 0, 1]], [1, [0, 1, 1, 1]], [3, [1, 1, 1, 1]]),
  ];

  it('are where the conditional likelihood, by brute force, is highest', () => {
    const found = modelOf(rows).items.map(({ difficulty }) => difficulty!);
    expect(sum(found)).toBeCloseTo(0, 9);
    const best = logLikelihood(rows, found);
    for (let item = 0; item < 4; item += 1) {
      for (const step of [-0.01, 0.01]) {
        const moved = found.map((value, i) => (i === item ? value + step : value));
        expect(logLikelihood(rows, moved)).toBeLessThan(best);
      }
    }
  });

  it('have the standard errors of the curvature there', () => {
    const items = modelOf(rows).items;
    const found = items.map(({ difficulty }) => difficulty!);
    // the last difficulty is minus the sum of the others: curvature over three free ones
    const at = (moves: readonly number[]) => {
      const three = moves.map((move, i) => found[i]! + move);
      return logLikelihood(rows, [...three, -sum(three)]);
    };
    const h = 1e-3;
    const unit = (i: number, size: number) => [0, 1, 2].map((k) => (k === i ? size : 0));
    const plus = (a: number[], b: number[]) => a.map((value, k) => value + b[k]!);
    const curvature = [0, 1, 2].map((i) =>
      [0, 1, 2].map((j) => {
        const corner = (a: number, b: number) => at(plus(unit(i, a * h), unit(j, b * h)));
        return -(corner(1, 1) - corner(1, -1) - corner(-1, 1) + corner(-1, -1)) / (4 * h * h);
      }),
    );
    const [[a, b, c], [, d, e], [, , f]] = curvature as [number[], number[], number[]];
    const determinant =
      a! * (d! * f! - e! * e!) - b! * (b! * f! - c! * e!) + c! * (b! * e! - c! * d!);
    const variances = [
      (d! * f! - e! * e!) / determinant,
      (a! * f! - c! * c!) / determinant,
      (a! * d! - b! * b!) / determinant,
    ];
    variances.forEach((variance, i) =>
      expect(items[i]!.standardError! / Math.sqrt(variance)).toBeCloseTo(1, 4),
    );
  });

  it('of simulated officers are the true ones within their standard errors', () => {
    const truth = spread(20);
    const model = modelOf(simulated(truth, 3_000, seededRandom('officers')));
    const errors = model.items.map((i, at) => (i.difficulty! - truth[at]!) / i.standardError!);
    expect(model.converged).toBe(true);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(4);
    // neither too wide nor too narrow: the mean square of twenty such errors is about 1
    expect(sum(errors.map((error) => error ** 2)) / 20).toBeGreaterThan(0.4);
    expect(sum(errors.map((error) => error ** 2)) / 20).toBeLessThan(1.9);
    for (const { difficulty, standardError } of model.items) {
      expect(Math.abs(difficulty!)).toBeLessThan(2.5);
      expect(standardError).toBeLessThan(0.08);
    }
  });

  it('are not stretched in a short quiz, as joint likelihood would by L / (L - 1)', () => {
    const truth = [-1.5, -0.5, 0.5, 1.5];
    const { items } = modelOf(simulated(truth, 40_000, seededRandom('short')));
    const slope = sum(items.map((item, i) => item.difficulty! * truth[i]!)) / 5;
    expect(Math.abs(slope - 1)).toBeLessThan(0.04);
  });

  it('hold for many items of very different difficulty', () => {
    const truth = spread(120).map((b) => 2 * b);
    const { items, converged } = modelOf(simulated(truth, 1_500, seededRandom('many')));
    expect(converged).toBe(true);
    const errors = items.map((item, i) => (item.difficulty! - truth[i]!) / item.standardError!);
    expect(sum(errors.map((error) => error ** 2)) / 120).toBeLessThan(1.5);
  });

  it('do not look at the order of the attempts, nor of the items', () => {
    const answers = simulated(spread(6), 300, seededRandom('order'));
    const model = modelOf(answers);
    expect(modelOf(shuffle(answers, seededRandom('other')))).toEqual(model);
    const backwards = modelOf(answers.map((row) => [...row].reverse()));
    backwards.items.reverse().forEach((item, at) => {
      expect(item.difficulty).toBeCloseTo(model.items[at]!.difficulty!, 7);
      expect(item.outfit).toBeCloseTo(model.items[at]!.outfit!, 7);
    });
  });
});

describe('fit', () => {
  it('is that of a sum over single answers, given the score', () => {
    const answers = simulated(spread(5), 60, seededRandom('fit'));
    const model = modelOf(answers);
    const difficulty = model.items.map((item) => item.difficulty!);
    const patterns = Array.from({ length: 32 }, (_, bits) =>
      difficulty.map((_b, i) => (bits >> i) & 1),
    );
    const weight = (row: number[]) => Math.exp(-sum(row.map((x, i) => x * difficulty[i]!)));
    const chance = (item: number, score: number) => {
      const same = patterns.filter((pattern) => sum(pattern) === score);
      return sum(same.map((p) => p[item]! * weight(p))) / sum(same.map(weight));
    };
    const counted = answers.filter((row) => sum(row) > 0 && sum(row) < 5);
    expect(model.counted).toBe(counted.length);
    model.items.forEach((item, at) => {
      const parts = counted.map((row) => {
        const p = chance(at, sum(row));
        const w = p * (1 - p);
        const fourth = w * ((1 - p) ** 3 + p ** 3);
        return { square: (row[at]! - p) ** 2, w, fourth };
      });
      const n = parts.length;
      const information = sum(parts.map(({ w }) => w));
      const infit = sum(parts.map(({ square }) => square)) / information;
      const outfit = sum(parts.map(({ square, w }) => square / w)) / n;
      expect(item.infit).toBeCloseTo(infit, 6);
      expect(item.outfit).toBeCloseTo(outfit, 6);
      const z = (meanSquare: number, q: number) => (Math.cbrt(meanSquare) - 1) * (3 / q) + q / 3;
      const inQ = Math.sqrt(sum(parts.map(({ fourth, w }) => fourth - w * w))) / information;
      const outQ = Math.sqrt(sum(parts.map(({ fourth, w }) => fourth / w / w)) / n ** 2 - 1 / n);
      expect(item.infitZ).toBeCloseTo(z(infit, inQ), 5);
      expect(item.outfitZ).toBeCloseTo(z(outfit, outQ), 5);
    });
  });

  it('of answers by the model is 1, with z a standard normal, however many the attempts', () => {
    for (const attempts of [RASCH_LEAST_ATTEMPTS, 20_000]) {
      const { items } = modelOf(simulated(spread(20), attempts, seededRandom(`fit ${attempts}`)));
      const infitZ = items.map((item) => item.infitZ!);
      expect(Math.abs(sum(items.map((item) => item.infit!)) / 20 - 1)).toBeLessThan(0.02);
      expect(Math.abs(sum(items.map((item) => item.outfit!)) / 20 - 1)).toBeLessThan(0.05);
      expect(Math.abs(sum(infitZ) / 20)).toBeLessThan(0.6);
      expect(sum(infitZ.map((z) => z ** 2)) / 20).toBeGreaterThan(0.3);
      expect(sum(infitZ.map((z) => z ** 2)) / 20).toBeLessThan(2);
      expect(Math.max(...infitZ.map(Math.abs))).toBeLessThan(4);
    }
  });

  it('does not assume less than one degree of freedom, however few the attempts', () => {
    const { outfit, outfitZ } = modelOf([
      [1, 0, 1, 0, 0],
      [1, 0, 0, 1, 0],
      [0, 0, 0, 1, 0],
      [1, 1, 0, 1, 1],
    ]).items[0]!;
    const q = Math.SQRT2;
    expect(outfitZ).toBeCloseTo((Math.cbrt(outfit!) - 1) * (3 / q) + q / 3, 9);
  });

  it('sees an item answered at random, one answered backwards and one too good to be true', () => {
    const model = modelOf(
      simulated(spread(20), 2_000, seededRandom('odd'), {
        9: () => 0.5,
        3: (ability) => 1 / (1 + Math.exp(ability)),
        14: (ability) => (ability > 0.9 ? 1 : 0),
      }),
    );
    const { 3: backwards, 9: random, 14: perfect } = model.items;
    expect(random!.outfit).toBeGreaterThan(RASCH_FIT.to);
    expect(random!.outfitZ).toBeGreaterThan(5);
    expect(random!.infitZ).toBeGreaterThan(5);
    expect(backwards!.outfit).toBeGreaterThan(random!.outfit!);
    expect(perfect!.outfit).toBeLessThan(RASCH_FIT.from);
    expect(perfect!.infitZ).toBeLessThan(-5);
    const others = model.items.filter(({ item }) => ![3, 9, 14].includes(item));
    for (const { outfit } of others) expect(outfit).toBeLessThan(RASCH_FIT.to);
  });
});

describe('abilities', () => {
  const model = modelOf(simulated(spread(10), 1_000, seededRandom('abilities')));
  const difficulty = model.items.map((item) => item.difficulty!);
  const chances = (ability: number) => difficulty.map((b) => 1 / (1 + Math.exp(b - ability)));

  it('two equal items: the logit of the share', () => {
    const [none, one, all] = modelOf(repeated([4, [1, 0]], [4, [0, 1]], [1, [1, 1]])).abilities;
    expect(none!.ability).toBeCloseTo(Math.log(0.15 / 0.85), 9);
    expect(one!.ability).toBeCloseTo(0, 9);
    expect(all!.ability).toBeCloseTo(Math.log(0.85 / 0.15), 9);
    expect(one!.standardError).toBeCloseTo(Math.SQRT2, 9);
  });

  it('expect the raw score, or 0.3 less extreme', () => {
    expect(model.abilities.map(({ score }) => score)).toEqual(
      Array.from({ length: 11 }, (_, r) => r),
    );
    for (const { score, ability, standardError, extreme } of model.abilities) {
      expect(extreme).toBe(score === 0 || score === 10);
      const adjusted = score + (extreme ? RASCH_EXTREME_ADJUSTMENT * (score === 0 ? 1 : -1) : 0);
      expect(sum(chances(ability))).toBeCloseTo(adjusted, 8);
      const information = sum(chances(ability).map((p) => p * (1 - p)));
      expect(standardError).toBeCloseTo(1 / Math.sqrt(information), 8);
    }
    const abilities = model.abilities.map(({ ability }) => ability);
    expect(abilities).toEqual([...abilities].sort((a, b) => a - b));
    expect(sum(model.abilities.map(({ attempts }) => attempts))).toBe(1_000);
    expect(model.counted).toBe(
      sum(model.abilities.map(({ extreme, attempts }) => (extreme ? 0 : attempts))),
    );
  });

  it('are told apart as reliably as they vary beyond their error', () => {
    const people = model.abilities.flatMap((row) =>
      row.extreme ? [] : Array.from({ length: row.attempts }, () => row),
    );
    const mean = sum(people.map(({ ability }) => ability)) / people.length;
    const variance = sum(people.map(({ ability }) => (ability - mean) ** 2)) / (people.length - 1);
    const error = sum(people.map(({ standardError }) => standardError ** 2)) / people.length;
    expect(model.reliability).toBeCloseTo(1 - error / variance, 9);
    const long = modelOf(simulated(spread(60), 1_000, seededRandom('long')));
    expect(long.reliability!).toBeGreaterThan(model.reliability!);
    expect(long.reliability!).toBeGreaterThan(0.88);
    expect(long.reliability!).toBeLessThan(1);
  });

  it('reliability is at least 0, and null where all have one ability', () => {
    const coins = seededRandom('coins');
    const noise = Array.from({ length: 400 }, () =>
      Array.from({ length: 6 }, () => Math.floor(coins() * 2)),
    );
    const { reliability } = modelOf(noise);
    expect(reliability).toBeGreaterThanOrEqual(0);
    expect(reliability).toBeLessThan(0.15);
    expect(modelOf(repeated([3, [1, 0]], [3, [0, 1]])).reliability).toBeNull();
  });
});

describe('extremes', () => {
  it('items that all got right or wrong are named and left out', () => {
    const answers = simulated(spread(5), 300, seededRandom('extremes'));
    const model = modelOf(answers.map(([a, b, ...others]) => [1, a!, b!, 0, ...others]));
    const nothing = { difficulty: null, standardError: null };
    const noFit = { infit: null, infitZ: null, outfit: null, outfitZ: null };
    expect(model.items[0]).toEqual({ item: 0, extreme: 'all_right', ...nothing, ...noFit });
    expect(model.items[3]).toEqual({ item: 3, extreme: 'all_wrong', ...nothing, ...noFit });
    const without = modelOf(answers);
    expect(model.abilities).toEqual(without.abilities);
    expect(model.items.filter((item) => item.extreme === null)).toEqual(
      without.items.map((item) => ({ ...item, item: [1, 2, 4, 5, 6][item.item] })),
    );
  });

  it('an item that is extreme only among those who say something is found too', () => {
    // the third is wrong for the one who has nothing right, and for nobody else
    const model = modelOf([
      ...repeated([10, [1, 0, 1]], [5, [0, 1, 1]], [3, [1, 1, 1]], [1, [0, 0, 0]]),
    ]);
    expect(model.items.map(({ extreme }) => extreme)).toEqual([null, null, 'all_right']);
    expect(model.items[1]!.difficulty).toBeCloseTo(Math.log(2) / 2, 7);
    expect(model).toMatchObject({ converged: true, counted: 15 });
  });

  it.each<[string, number[][]]>([
    ['nobody', []],
    ['all right', repeated([5, [1, 1, 1]])],
    ['a ladder without exception', repeated([4, [1, 0, 0]], [4, [1, 1, 0]], [4, [1, 1, 1]])],
    ['all or nothing', repeated([5, [1, 1]], [5, [0, 0]])],
    // nobody is right on the last two and wrong on one of the first two
    [
      'two groups of items without exception',
      repeated([3, [1, 0, 0, 0]], [3, [0, 1, 0, 0]], [3, [1, 1, 1, 0]], [3, [1, 1, 0, 1]]),
    ],
  ])('no finite difficulties: %s', (_, rows) => {
    const model = modelOf(rows);
    expect(model).toMatchObject({ converged: false, abilities: [], reliability: null });
    expect(model.items.every((item) => item.difficulty === null && item.infit === null)).toBe(true);
  });

  it('nobody makes no item extreme, everybody right does', () => {
    const extremes = (rows: number[][], width: number) =>
      raschModel(Uint8Array.from(rows.flat()), rows.length, width).items.map(
        ({ extreme }) => extreme,
      );
    expect(extremes([], 2)).toEqual([null, null]);
    expect(extremes(repeated([4, [1, 1]]), 2)).toEqual(['all_right', 'all_right']);
    expect(extremes(repeated([4, [0, 0]]), 2)).toEqual(['all_wrong', 'all_wrong']);
    expect(extremes(repeated([4, [0, 0]], [4, [1, 1]]), 2)).toEqual([null, null]);
  });

  it('never gives a number that is none', () => {
    const answers = fc.array(
      fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(answers, (rows) => {
        const model = raschModel(Uint8Array.from(rows.flat()), rows.length, 4);
        const numbers = [
          model.reliability,
          ...model.abilities.flatMap((row) => Object.values(row)),
          ...model.items.flatMap((item) => Object.values(item)),
        ].filter((value) => typeof value === 'number');
        expect(numbers.every(Number.isFinite)).toBe(true);
        const known = model.items.filter(({ difficulty }) => difficulty !== null);
        expect(model.converged).toBe(known.length > 0);
        if (!model.converged) return;
        expect(sum(known.map(({ difficulty }) => difficulty!))).toBeCloseTo(0, 7);
        expect(known.every((item) => item.extreme === null && item.standardError! > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses holes and too many items', () => {
    expect(() => raschModel(new Uint8Array(5), 2, 3)).toThrow(RangeError);
    const most = RASCH_MOST_ITEMS + 1;
    expect(() => raschModel(new Uint8Array(most), 1, most)).toThrow(RangeError);
  });
});

it('100 000 attempts at 40 items take little time', () => {
  const random = seededRandom('large');
  const truth = spread(40);
  const responses = new Uint8Array(100_000 * 40);
  for (let attempt = 0; attempt < 100_000; attempt += 1) {
    const ability = 4 * random() - 2;
    truth.forEach((b, item) => {
      responses[attempt * 40 + item] = random() < 1 / (1 + Math.exp(b - ability)) ? 1 : 0;
    });
  }
  const before = Date.now();
  const model = raschModel(responses, 100_000, 40);
  expect(Date.now() - before).toBeLessThan(5_000);
  expect(model.iterations).toBeLessThan(10);
  model.items.forEach((item, at) => {
    expect(Math.abs(item.difficulty! - truth[at]!)).toBeLessThan(0.05);
    expect(Math.abs(item.infit! - 1)).toBeLessThan(0.02);
  });
});
