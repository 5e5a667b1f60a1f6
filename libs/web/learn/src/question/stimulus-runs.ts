/** The room of questions that belong together: those about one case, table or film. Pure. */

/** Consecutive slots with the same stimulus, in order; those without one stand together too. */
export function stimulusRuns<T extends { stimulusId: string | null }>(
  slots: readonly T[],
): { stimulusId: string | null; slots: T[] }[] {
  const runs: { stimulusId: string | null; slots: T[] }[] = [];
  for (const slot of slots) {
    const run = runs.at(-1);
    if (run && run.stimulusId === slot.stimulusId) run.slots.push(slot);
    else runs.push({ stimulusId: slot.stimulusId, slots: [slot] });
  }
  return runs;
}
