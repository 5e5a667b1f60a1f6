/** The room of what an officer may appeal against: the whole paper, or a question of it. Pure. */
import type { Appeal, AttemptResult } from '@tap-huan/contract';
import { excerpt } from '@tap-huan/rules';

type Slots = AttemptResult['slots'];

export interface AppealChoice {
  /** Null: the whole paper. */
  slot: number | null;
  /** The beginning of the question. */
  words: string;
  /** One that waits for an answer already stands in the way of another. */
  waits: boolean;
}

/** Questions that are not shown cannot be named; the whole paper always can. */
export function appealChoices(slots: Slots, appeals: readonly Appeal[]): AppealChoice[] {
  const waits = new Set(appeals.filter(({ state }) => state === 'open').map(({ slot }) => slot));
  return [
    { slot: null, words: '', waits: waits.has(null) },
    ...(slots ?? []).map(({ slot, question }) => ({
      slot,
      words: excerpt(question.stem, 70),
      waits: waits.has(slot),
    })),
  ];
}
