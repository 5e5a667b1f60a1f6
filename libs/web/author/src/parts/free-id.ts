/** The room of ids for rows that an author adds. */

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** An id that none of these has: the first free letter, then x1, x2 … */
export function freeId(items: readonly { id: string }[]): string {
  const taken = new Set(items.map(({ id }) => id));
  const letter = [...LETTERS].find((one) => !taken.has(one));
  if (letter) return letter;
  for (let number = 1; ; number += 1) if (!taken.has(`x${number}`)) return `x${number}`;
}

/** So many empty rows, with the ids a, b, c … */
export const emptyRows = <T extends { id: string }>(count: number, make: (id: string) => T): T[] =>
  [...LETTERS].slice(0, count).map(make);
