/** The room of what a regrade would do, in numbers. Pure. */
import type { RegradeChange } from '@tap-huan/contract';

type Change = Pick<
  RegradeChange,
  | 'attemptId'
  | 'awardedFrom'
  | 'awardedTo'
  | 'scoreFrom'
  | 'scoreTo'
  | 'passedFrom'
  | 'passedTo'
  | 'certificateAtStake'
>;

/** Whether somebody gets less: for the question, or in all. */
export const isLowered = ({ awardedFrom, awardedTo, scoreFrom, scoreTo }: Change): boolean =>
  scoreTo < scoreFrom || (scoreTo === scoreFrom && awardedTo < awardedFrom);

const isRaised = ({ awardedFrom, awardedTo, scoreFrom, scoreTo }: Change): boolean =>
  scoreTo > scoreFrom || (scoreTo === scoreFrom && awardedTo > awardedFrom);

export interface RegradeSummary {
  changes: number;
  raised: number;
  lowered: number;
  passLost: number;
  passGained: number;
  certificates: number;
}

export function summaryOf(changes: readonly Change[]): RegradeSummary {
  const count = (fits: (change: Change) => boolean) => changes.filter(fits).length;
  return {
    changes: changes.length,
    raised: count(isRaised),
    lowered: count(isLowered),
    passLost: count(({ passedFrom, passedTo }) => passedFrom && !passedTo),
    passGained: count(({ passedFrom, passedTo }) => !passedFrom && passedTo),
    certificates: count(({ certificateAtStake }) => certificateAtStake !== null),
  };
}

/**
 * Which attempts the server is asked for: null is all, also those whose mark stays the same, so that their review
 * shows the new key.
 */
export const chosenAttempts = (
  changes: readonly Change[],
  chosen: ReadonlySet<string>,
): string[] | null =>
  changes.every(({ attemptId }) => chosen.has(attemptId))
    ? null
    : changes.map(({ attemptId }) => attemptId).filter((id) => chosen.has(id));
