/** The room of lists typed one a line. */

/** Lines of a text, trimmed and in NFC, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
