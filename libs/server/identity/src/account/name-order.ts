/** The room where a name becomes text that a database can sort and search. */
import { fold, sortKey, toNfc } from '@tap-huan/rules';

/** ngang, huyền, hỏi, ngã, sắc, nặng: the order of CLDR `vi`. */
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const TONE = /[\u0300\u0309\u0303\u0301\u0323]/gu;

function toneBehind(word: string): string {
  const decomposed = word.normalize('NFD');
  const tone = decomposed.match(TONE)?.[0];
  return `${toNfc(decomposed.replace(TONE, ''))}${tone ? TONES.indexOf(tone) + 1 : 0}`;
}

/**
 * Text by which people sort under `collate "vi-x-icu"`: given, family and middle name, with the tone of each word as a
 * digit behind it ("Trần Thị Hà" -> "Ha1 Trân1 Thi5"). A collation compares all letters of a text before any tone;
 * the digit makes it finish the given name, with its tone, before it looks at the family name, as lists do.
 */
export function nameOrder(fullName: string): string {
  const { given, family, middle } = sortKey(fullName);
  return `${given} ${family} ${middle}`.split(' ').filter(Boolean).map(toneBehind).join(' ');
}

/** Text in which a folded search is looked for: the name and one more word, such as a user name or a staff code. */
export const searchText = (fullName: string, word: string): string =>
  `${fold(fullName)} ${fold(word)}`;

/** A `like` pattern that finds the search anywhere, case and diacritics aside; null where there is nothing to find. */
export function searchPattern(search: string | undefined): string | null {
  const folded = fold(search ?? '');
  return folded === '' ? null : `%${folded.replace(/[\\%_]/g, '\\$&')}%`;
}
