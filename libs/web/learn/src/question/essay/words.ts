/** The room of counting words in a plain text. Pure. */

/** Words (syllables, as Vietnamese writes them): pieces between spaces with a letter or digit. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** How a text stands against what is asked for; by how many words it is short or long. */
export function measure(
  count: number,
  minimum: number | null,
  maximum: number | null,
): { state: 'short' | 'fits' | 'long'; by: number } {
  if (minimum !== null && count < minimum) return { state: 'short', by: minimum - count };
  if (maximum !== null && count > maximum) return { state: 'long', by: count - maximum };
  return { state: 'fits', by: 0 };
}
