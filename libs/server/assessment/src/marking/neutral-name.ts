/** The room of names that tell nothing: files of papers that are marked without names. */

/**
 * `12-1.pdf`: the first file of paper 12.
 * @param place 1, 2 … among the files of an answer
 */
export function neutralName(name: string, paperNumber: number, place: number): string {
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';
  return `${paperNumber}-${place}${ending}`;
}
