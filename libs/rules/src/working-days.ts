/** The room of working days. */

const DAY = 86_400_000;

/**
 * The day `count` working days after a day, Saturdays and Sundays left out: asked on a Friday, two working days end on the
 * Tuesday. Public holidays are not known here; a time limit that they would lengthen is kept all the same.
 * @param day `YYYY-MM-DD`
 */
export function workingDaysAfter(day: string, count: number): string {
  let at = Date.parse(day);
  for (let left = count; left > 0;) {
    at += DAY;
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return new Date(at).toISOString().slice(0, 10);
}
