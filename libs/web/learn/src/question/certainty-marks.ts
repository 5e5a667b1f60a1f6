/** The room of what certainty earns and costs. Pure. */

export const CERTAINTIES = [1, 2, 3] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/**
 * What a level earns where the answer is right, and costs where it is wrong, in hundredths of a point: a third for each
 * level; nothing, two thirds and six thirds (Gardner-Medwin's certainty-based marking in thirds).
 */
export function stakesOf(level: Certainty, points: number): { gain: number; cost: number } {
  const cost = { 1: 0, 2: 2, 3: 6 }[level];
  return { gain: Math.round((points * level) / 3), cost: Math.round((points * cost) / 3) };
}
