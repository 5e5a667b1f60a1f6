/** Cases and laws of what charts compute. */
import { describe, expect, it } from '@jest/globals';
import type { AnalysedScoreBand, AnalysedVersion, RaschAnalysis } from '@tap-huan/contract';
import fc from 'fast-check';
import { histogramBars, itemMap, linear, spread, ticks, tracesOf } from './plot';

describe('ticks', () => {
  it('are round and reach the highest value', () => {
    expect(ticks(57, 4)).toEqual([0, 20, 40, 60]);
    expect(ticks(1, 4)).toEqual([0, 1]);
    expect(ticks(3, 4)).toEqual([0, 1, 2, 3]);
    expect(ticks(0, 4)).toEqual([0, 1]);
    expect(ticks(100_000, 4)).toEqual([0, 50_000, 100_000]);
  });

  it('are never many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (highest) => {
        const found = ticks(highest, 4);
        expect(found.at(-1)).toBeGreaterThanOrEqual(highest);
        expect(found.length).toBeLessThanOrEqual(6);
        expect(found.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

it('draws a line between two ranges, also where one is a point', () => {
  expect(linear([0, 10], [100, 0])(2.5)).toBe(75);
  expect(linear([3, 3], [5, 9])(3)).toBe(5);
});

describe('bars of a histogram', () => {
  const bands: AnalysedScoreBand[] = [0, 1, 2, 3].map((place) => ({
    ...{ from: 250 * place, to: 250 * (place + 1), count: [0, 5, 10, 2][place] ?? 0, share: 0 },
  }));
  const bars = histogramBars(bands, 500, { width: 400, height: 100, gap: 4 });

  it('stand beside each other on the whole width', () => {
    expect(bars.map(({ x, width }) => [x, width])).toEqual([
      [2, 96],
      [102, 96],
      [202, 96],
      [302, 96],
    ]);
  });

  it('are as high as they count, and know the pass mark', () => {
    // the scale ends at the next round number
    const top = ticks(10, 4).at(-1) ?? 0;
    expect(bars.map(({ height }) => Math.round((height * top) / 100))).toEqual([0, 5, 10, 2]);
    expect(bars.map(({ below }) => below)).toEqual([true, true, false, false]);
  });
});

describe('traces', () => {
  const answer = (label: string, count: number, lower: number, upper: number) => ({
    ...{ label, count, lower, upper, letter: null, text: null, right: label === 'a' },
    ...{ share: 0, mean: null, discrimination: null },
  });
  const version = (parts: Partial<AnalysedVersion>): AnalysedVersion => ({
    ...{ versionId: '', number: 1, markedByNumber: 1, facility: null, restMaximum: 0, signs: [] },
    ...{ attempts: 30, lowerSize: 10, upperSize: 10, others: { labels: 0, count: 0 } },
    answers: [answer('a', 18, 3, 9), answer('b', 12, 7, 1)],
    ...parts,
  });

  it('go from the weakest third to the best', () => {
    expect(tracesOf(version({}), 6)).toEqual([
      { label: 'a', right: true, shares: [0.3, 0.6, 0.9] },
      { label: 'b', right: false, shares: [0.7, 0.4, 0.1] },
    ]);
    expect(tracesOf(version({}), 1)).toHaveLength(1);
  });

  it('leave out an empty middle, and are none without thirds or answers', () => {
    const [first] = tracesOf(version({ attempts: 20, answers: [answer('a', 12, 3, 9)] }), 6);
    expect(first?.shares).toEqual([0.3, 0.9]);
    expect(tracesOf(version({ lowerSize: 0 }), 6)).toEqual([]);
    expect(tracesOf(version({ answers: null }), 6)).toEqual([]);
  });
});

describe('labels', () => {
  it('keep their place where there is room', () => {
    expect(spread([80, 10, 40], 20, 0, 100)).toEqual([80, 10, 40]);
  });

  it('are pushed apart, in order and within the frame', () => {
    expect(spread([50, 50, 50], 10, 0, 100)).toEqual([50, 60, 70]);
    expect(spread([95, 99], 10, 0, 100)).toEqual([90, 100]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 150 }), { maxLength: 8 }), (wanted) => {
        const places = spread(wanted, 12, 0, 100);
        const sorted = [...places].sort((a, b) => a - b);
        expect(places.every((place) => place >= 0 && place <= 100)).toBe(true);
        sorted.slice(1).forEach((place, at) => {
          expect(place - (sorted[at] as number)).toBeGreaterThanOrEqual(12);
        });
      }),
    );
  });
});

describe('the item map', () => {
  const item = (key: string, difficulty: number | null) => ({
    ...{ key, difficulty, extreme: null, standardError: null },
    ...{ infit: null, infitZ: null, outfit: null, outfitZ: null },
  });
  const person = (ability: number, attempts: number) => ({
    ...{ score: 0, ability, attempts, standardError: 1, extreme: false },
  });
  const model = (parts: Partial<RaschAnalysis>): RaschAnalysis => ({
    ...{ counted: 0, converged: true, reliability: null, items: [], abilities: [] },
    ...parts,
  });

  it('puts officers and questions on one scale, the highest first', () => {
    const rows = itemMap(
      model({
        items: [item('easy', -0.6), item('hard', 0.9), item('harder', 0.95), item('extreme', null)],
        abilities: [person(-0.2, 5), person(0.4, 7), person(0.1, 3), person(9, 0)],
      }),
    );
    expect(rows).toEqual([
      { from: 0.5, to: 1, attempts: 0, keys: ['harder', 'hard'] },
      { from: 0, to: 0.5, attempts: 10, keys: [] },
      { from: -0.5, to: 0, attempts: 5, keys: [] },
      { from: -1, to: -0.5, attempts: 0, keys: ['easy'] },
    ]);
  });

  it('is empty where nothing has a place', () => {
    expect(itemMap(model({ items: [item('extreme', null)] }))).toEqual([]);
  });
});
