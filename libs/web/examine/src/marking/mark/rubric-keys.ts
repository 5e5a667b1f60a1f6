/** The room of the rubric's keys: digits choose a level, arrows move from criterion to criterion. */
import type { RubricCriterion } from '@tap-huan/contract';

export interface RubricMove {
  /** The level that is chosen. */
  choose: { criterion: number; level: number } | null;
  /** The criterion that gets the focus. */
  focus: number;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * What a key does at a criterion: 1, 2, 3 … choose its level of that place and go on to the next criterion; left and
 * right go to the one before and after. Up and down are left to the browser: they choose the neighbouring level.
 * @returns null where the key is none of the rubric's
 */
export function rubricMove(
  key: string,
  at: number,
  rubric: readonly Pick<RubricCriterion, 'levels'>[],
): RubricMove | null {
  const within = (place: number) => Math.max(0, Math.min(rubric.length - 1, place));
  const step = STEPS[key];
  if (step !== undefined) return { choose: null, focus: within(at + step) };
  const level = /^[1-9]$/.test(key) ? Number(key) - 1 : -1;
  if (level < 0 || level >= (rubric[at]?.levels.length ?? 0)) return null;
  return { choose: { criterion: at, level }, focus: within(at + 1) };
}

/** What a level is worth, in hundredths of a point; for show, so it is rounded by itself. */
export function levelMarks(
  rubric: readonly RubricCriterion[],
  criterion: RubricCriterion,
  percent: number,
  points: number,
): number {
  const weights = rubric.reduce((sum, { weight }) => sum + weight, 0);
  return weights === 0 ? 0 : Math.round((points * criterion.weight * percent) / (weights * 100));
}
