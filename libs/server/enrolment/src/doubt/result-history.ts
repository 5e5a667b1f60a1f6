/** The room of what counted when: the result of a quiz at an earlier moment, told from the steps of its attempts. */
import type { QuizSettings } from '@tap-huan/contract';
import { countedResult, type CountedResult } from '@tap-huan/rules';

/** A step by which a result came to stand. */
export interface ResultStep {
  kind: 'marked' | 'regraded';
  at: string;
  /** The result after it. */
  to: CountedResult | null;
  /** Of a regrade: the result before it. */
  from: CountedResult | null;
}

/** One attempt at a quiz, by number. */
export interface AttemptHistory {
  /** As it stands; null where it is not marked. */
  now: CountedResult | null;
  /** Oldest first. */
  steps: ResultStep[];
}

/** How a regrade took away what counted. */
export interface LostGround {
  at: Date;
  before: CountedResult;
}

type Rules = Pick<QuizSettings, 'grading' | 'passPercent'>;

const NONE = { scoreOfTen: null, passed: null };

/** The result of one attempt after all steps that `isPast`; results older than the steps are those of the first one. */
function resultOf(
  { now, steps }: AttemptHistory,
  isPast: (step: ResultStep) => boolean,
): CountedResult | null {
  const last = steps.findLast(isPast);
  if (last) return last.to;
  const [first] = steps;
  return first ? first.from : now;
}

const countedAfter = (
  attempts: readonly AttemptHistory[],
  { grading, passPercent }: Rules,
  isPast: (step: ResultStep) => boolean,
): CountedResult | null =>
  countedResult(
    attempts.map((attempt) => resultOf(attempt, isPast) ?? NONE),
    grading,
    passPercent,
  );

/**
 * The last regrade by which the result that counts stopped passing; null where there is none. A retake that is worse than
 * what went before takes nothing away in this sense.
 * @param since only regrades after it; what came before was told already
 */
export function lostGround(
  attempts: readonly AttemptHistory[],
  rules: Rules,
  since: Date | null,
): LostGround | null {
  const regrades = attempts.flatMap(({ steps }) =>
    steps.filter(({ kind }) => kind === 'regraded').map(({ at }) => Date.parse(at)),
  );
  const times = [...new Set(regrades)]
    .filter((time) => since === null || time > since.getTime())
    .sort((one, other) => other - one);
  for (const time of times) {
    const before = countedAfter(attempts, rules, ({ at }) => Date.parse(at) < time);
    const after = countedAfter(attempts, rules, ({ at }) => Date.parse(at) <= time);
    if (before?.passed && !after?.passed) return { at: new Date(time), before };
  }
  return null;
}
