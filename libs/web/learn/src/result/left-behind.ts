/** The room of answers that stayed on this device although their attempt has a result. */
import { computed, resource, type Signal } from '@angular/core';
import type { AnswerResponse, AttemptResult } from '@tap-huan/contract';

interface Kept {
  slot: number;
  response: AnswerResponse | null;
}

/** Answers on the device that the result does not know; where it shows no answers, all of them. */
export function missingFrom(
  result: Pick<AttemptResult, 'slots' | 'shown'>,
  kept: readonly Kept[],
): number {
  if (!result.slots || !result.shown.response) return kept.length;
  const known = new Map(result.slots.map(({ slot, response }) => [slot, JSON.stringify(response)]));
  return kept.filter(({ slot, response }) => known.get(slot) !== JSON.stringify(response)).length;
}

/** For a component's field: how many there are; 0 until that is known. */
export function leftBehind(
  attemptId: Signal<string>,
  result: Signal<AttemptResult | undefined>,
): Signal<number> {
  const kept = resource({
    params: () => attemptId(),
    // Fetched apart: nearly nobody has any.
    loader: async ({ params }): Promise<Kept[]> => {
      const { IndexedAnswerStore } = await import('../attempt/answer-store');
      return new IndexedAnswerStore().read(params).catch(() => []);
    },
    defaultValue: [],
  });
  return computed(() => {
    const own = result();
    return own ? missingFrom(own, kept.value()) : 0;
  });
}
