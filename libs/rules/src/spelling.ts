/** The room of Vietnamese spelling: normal forms, and when two spellings are the same. */

const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/g;
const WORD = /[\p{L}\p{M}]+/gu;

/** Text in Unicode NFC, the form in which everything is stored. */
export const toNfc = (text: string): string => text.normalize('NFC');

/** Runs of white space become one space; none at the ends. */
export const collapseSpaces = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Letters without marks and đ as d; case is kept. đ has no decomposition, hence by hand. */
export const stripMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');

/**
 * Text folded for search: no marks, đ as d, lower case, single spaces. Both placements of the tone (hoà, hòa) fold
 * together. Merges "Đào" and "Dao": good for search, never for uniqueness.
 */
export const fold = (text: string): string => collapseSpaces(stripMarks(text).toLowerCase());

/**
 * A form in which old and new placement of the tone are equal and everything else stays apart: the tone of each word
 * is moved behind its last letter. For comparison only, not for display. Case is kept.
 */
export const evenTones = (text: string): string =>
  text.normalize('NFD').replace(WORD, (word) => {
    const tones = word.match(TONE_MARK);
    return tones
      ? word.replace(TONE_MARK, '').normalize('NFC') + tones.join('')
      : word.normalize('NFC');
  });
