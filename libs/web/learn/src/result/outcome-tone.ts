/** The room of what colour repeats which outcome; the word always says it first. */
import type { AttemptResult } from '@tap-huan/contract';
import type { Tone } from '@tap-huan/web/ui';

export type ResultSlot = NonNullable<AttemptResult['slots']>[number];
export type Outcome = NonNullable<ResultSlot['outcome']>;

export const OUTCOME_TONE: Record<Outcome, Tone> = {
  right: 'good',
  partly: 'warning',
  wrong: 'bad',
  unanswered: 'neutral',
  unmarked: 'active',
};
