/** The room of numbers of questions in words. Pure. */

/** `[2, 3, 4, 6]` -> "2–4, 6"; ascending numbers. */
export function rangesOf(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .flatMap(([from, to]) => {
      if (from === to) return [`${from}`];
      return to === from + 1 ? [`${from}`, `${to}`] : [`${from}–${to}`];
    })
    .join(', ');
}
