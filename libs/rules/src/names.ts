/** The room of people's names: how they sort, print, mask, compare and become file names. */
import { collapseSpaces, evenTones, fold, stripMarks, toNfc } from './spelling';
import { parseRegisterNumber } from './register-number';

/** Parts of a name in the order in which people sort. */
export interface SortKey {
  /** Tên: the last word. A given name of two words cannot be told by rule. */
  given: string;
  /** Họ: the first word; empty where the name is one word. */
  family: string;
  /** Đệm: what stands between; may be empty. */
  middle: string;
}

const collator = new Intl.Collator('vi');

const wordsOf = (fullName: string): string[] =>
  collapseSpaces(toNfc(fullName)).split(' ').filter(Boolean);

/** Parts by which a name sorts: given name, family name, middle name. */
export function sortKey(fullName: string): SortKey {
  const words = wordsOf(fullName);
  return {
    given: words.at(-1) ?? '',
    family: words.length > 1 ? (words[0] ?? '') : '',
    middle: words.slice(1, -1).join(' '),
  };
}

/**
 * Order of two full names as Vietnamese lists have it: by given name, then family name, then middle name, each with the
 * collation of CLDR `vi` (a < ă < â; ngang < huyền < hỏi < ngã < sắc < nặng). For `Array.sort`.
 */
export function compareNames(a: string, b: string): number {
  const left = sortKey(a);
  const right = sortKey(b);
  return (
    collator.compare(left.given, right.given) ||
    collator.compare(left.family, right.family) ||
    collator.compare(left.middle, right.middle)
  );
}

/**
 * A name as the public verification page shows it: "Nguyễn Văn An" -> "N. V. An". A name of one word shows its initial
 * only. Source: Law 91/2025/QH15, minimisation.
 */
export function maskName(fullName: string): string {
  const words = wordsOf(fullName);
  const initial = (word: string) => `${(Array.from(word)[0] ?? '').toUpperCase()}.`;
  const given = words.at(-1);
  if (given === undefined) return '';
  if (words.length === 1) return initial(given);
  return [...words.slice(0, -1).map(initial), given].join(' ');
}

/** A name in capitals for print: NFC, single spaces, đ -> Đ and ư -> Ư. */
export const printName = (fullName: string): string =>
  collapseSpaces(toNfc(fullName)).toLocaleUpperCase('vi').normalize('NFC');

/**
 * Whether two spellings are the same name: case, spaces, Unicode form and the placement of the tone (Thúy, Thuý) do not
 * matter; diacritics do ("Đào" is not "Dao").
 */
export function sameName(a: string, b: string): boolean {
  const even = (name: string) => evenTones(collapseSpaces(toNfc(name)).toLowerCase());
  return even(a) === even(b);
}

/** Names that Windows keeps for devices, whatever the extension; "Côn" folds to one. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/**
 * A file name of a-z, 0-9 and hyphens that is safe on every system, at most 80 characters, without extension:
 * "Nguyễn Văn An" -> "nguyen-van-an". Never empty.
 */
export function asciiFileName(name: string): string {
  const slug = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  if (slug === '') return 'khong-ten';
  return DEVICE.test(slug) ? `${slug}-` : slug;
}

/**
 * File name of a certificate inside an export: "0012/2026/GCN-TH" of Nguyễn Văn An ->
 * "00012-2026-GCN_nguyen-van-an.pdf". Five digits keep a folder in the order of the register.
 */
export function certificateFileName(registerNo: string, fullName: string): string {
  const parsed = parseRegisterNumber(registerNo);
  const number = parsed
    ? [String(parsed.seq).padStart(5, '0'), parsed.year, parsed.symbol.split('-')[0]].join('-')
    : asciiFileName(registerNo);
  return `${stripMarks(number)}_${asciiFileName(fullName)}.pdf`;
}
