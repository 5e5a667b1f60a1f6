/** The room of keys given as letters. */

const BETWEEN = /\s*(?:,|;|\/|và|and|&|\+|\.|\s)\s*/gi;

/** The letters of a key such as "B", "b)" or "A, C và D", in capitals; empty where it is something else. */
export function lettersOf(key: string): string[] {
  const bare = key
    .trim()
    .replace(/[.)]+$/, '')
    .replace(BETWEEN, '');
  return /^[A-M]{1,13}$/i.test(bare) ? [...new Set(bare.toUpperCase())] : [];
}
