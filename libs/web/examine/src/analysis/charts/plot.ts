/** The room of what charts compute: scales, ticks, labels that do not lie on each other. Pure functions. */
import type { AnalysedScoreBand, AnalysedVersion, RaschAnalysis } from '@tap-huan/contract';

/** A straight line from one range of values to another. */
export const linear =
  (from: readonly [number, number], to: readonly [number, number]) =>
  (value: number): number =>
    from[1] === from[0]
      ? to[0]
      : to[0] + ((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0]);

/** Round numbers from 0 to at least `highest`, about `wanted` of them: 0, 20, 40, 60. */
export function ticks(highest: number, wanted: number): number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  const count = Math.ceil(highest / step);
  return Array.from({ length: count + 1 }, (_, place) => place * step);
}

export interface Bar {
  band: AnalysedScoreBand;
  x: number;
  width: number;
  y: number;
  height: number;
  /** Lies below the pass mark as a whole. */
  below: boolean;
}

/** Bars of a histogram in a frame of this size. */
export function histogramBars(
  bands: readonly AnalysedScoreBand[],
  passScore: number,
  { width, height, gap }: { width: number; height: number; gap: number },
): Bar[] {
  const highest = ticks(Math.max(0, ...bands.map(({ count }) => count)), 4).at(-1) ?? 1;
  const y = linear([0, highest], [height, 0]);
  const x = linear([0, 1_000], [0, width]);
  return bands.map((band) => ({
    band,
    x: x(band.from) + gap / 2,
    width: Math.max(1, x(band.to) - x(band.from) - gap),
    y: y(band.count),
    height: height - y(band.count),
    below: band.to <= passScore,
  }));
}

/** How large a part of each third of the officers gave an answer, from the weakest to the best. */
export interface Trace {
  label: string;
  right: boolean;
  /** Two points where the middle third is empty, else three. */
  shares: number[];
}

/** The lines of a version's answers, the most frequent first; those of a few are left to the table. */
export function tracesOf(version: AnalysedVersion, most: number): Trace[] {
  const { attempts, lowerSize, upperSize } = version;
  const middleSize = attempts - lowerSize - upperSize;
  if (lowerSize === 0 || upperSize === 0) return [];
  return (version.answers ?? []).slice(0, most).map(({ label, right, count, lower, upper }) => ({
    label,
    right,
    shares: [
      lower / lowerSize,
      ...(middleSize > 0 ? [(count - lower - upper) / middleSize] : []),
      upper / upperSize,
    ],
  }));
}

/**
 * Places for labels that want to stand at `wanted`, at least `gap` apart and within the frame; the order stays.
 * Each is pushed as little as the others allow.
 */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = order.map((index) => Math.min(Math.max(wanted[index] ?? 0, from), to));
  for (let place = 1; place < placed.length; place += 1) {
    placed[place] = Math.max(placed[place] as number, (placed[place - 1] as number) + gap);
  }
  for (let place = placed.length - 1; place >= 0; place -= 1) {
    const limit = place === placed.length - 1 ? to : (placed[place + 1] as number) - gap;
    placed[place] = Math.min(placed[place] as number, limit);
  }
  const places: number[] = [];
  order.forEach((index, place) => (places[index] = placed[place] as number));
  return places;
}

/** One row of the item map: officers and questions between two points of the scale. */
export interface MapRow {
  /** Logits; the row holds its lower end. */
  from: number;
  to: number;
  attempts: number;
  keys: string[];
}

/** Half a logit each, from the highest to the lowest; officers and questions on one scale. */
export function itemMap({ items, abilities }: RaschAnalysis, step = 0.5): MapRow[] {
  const located = items.flatMap(({ key, difficulty }) =>
    difficulty === null ? [] : [{ key, difficulty }],
  );
  const reached = abilities.filter(({ attempts }) => attempts > 0);
  const values = [
    ...located.map(({ difficulty }) => difficulty),
    ...reached.map(({ ability }) => ability),
  ];
  if (values.length === 0) return [];
  const binOf = (value: number): number => Math.floor(value / step);
  const lowest = Math.min(...values.map(binOf));
  const highest = Math.max(...values.map(binOf));
  return Array.from({ length: highest - lowest + 1 }, (_, place) => {
    const bin = highest - place;
    return {
      from: bin * step,
      to: (bin + 1) * step,
      attempts: reached
        .filter(({ ability }) => binOf(ability) === bin)
        .reduce((sum, { attempts }) => sum + attempts, 0),
      keys: located
        .filter(({ difficulty }) => binOf(difficulty) === bin)
        .sort((a, b) => b.difficulty - a.difficulty)
        .map(({ key }) => key),
    };
  });
}
