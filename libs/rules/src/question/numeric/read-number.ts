/** The room of typed numbers: what a Vietnamese reader may mean by "8,5", "8.5", "1 414" or "1.414.000". */
import { collapseSpaces, fold, toNfc } from '../../spelling';

const GROUPED = (mark: string) => new RegExp(`^[1-9]\\d{0,2}(?:${mark}\\d{3})+$`);
const PLAIN = /^\d+$/;
const DECIMAL = /^\d*[.,]\d+$/;

/** Whole part without its grouping marks; null where the groups are not of three digits. */
function wholeOf(text: string): string | null {
  if (PLAIN.test(text)) return text;
  for (const mark of [' ', '\\.', ',']) {
    if (GROUPED(mark).test(text)) return text.replace(/[ .,]/g, '');
  }
  return null;
}

const toNumber = (whole: string, decimals = ''): number =>
  Number(decimals === '' ? whole : `${whole === '' ? '0' : whole}.${decimals}`);

/** Readings of an unsigned number. */
function unsigned(text: string): number[] {
  const marks = text.match(/[.,]/g) ?? [];
  if (marks.length === 0) {
    const whole = wholeOf(text);
    return whole === null ? [] : [toNumber(whole)];
  }
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  const before = text.slice(0, last);
  const after = text.slice(last + 1);
  if (marks.length === 1) {
    if (DECIMAL.test(text)) {
      const decimal = toNumber(before, after);
      // A dot before exactly three digits: Vietnamese thousands as likely as a decimal dot.
      return GROUPED('\\.').test(text) ? [decimal, toNumber(`${before}${after}`)] : [decimal];
    }
    const whole = wholeOf(before);
    return whole !== null && PLAIN.test(after) ? [toNumber(whole, after)] : [];
  }
  if (marks.every((mark) => mark === marks[0])) {
    const whole = wholeOf(text);
    return whole === null ? [] : [toNumber(whole)];
  }
  if (before.includes(text.charAt(last))) return [];
  const whole = wholeOf(before);
  return whole !== null && PLAIN.test(after) ? [toNumber(whole, after)] : [];
}

/** A unit that may stand behind a number, and by what the number is multiplied to be in the unit of the question. */
export interface Unit {
  name: string;
  factor: number;
}

/** The unit that a tail means: by its spelling, else by its folded spelling, else by its first words. */
function unitOf(tail: string, units: readonly Unit[]): Unit | undefined {
  const folded = fold(tail);
  return (
    units.find(({ name }) => collapseSpaces(toNfc(name)) === tail) ??
    units.find(({ name }) => fold(name) === folded) ??
    (folded === '' || folded === '%' ? units[0] : undefined) ??
    units.find(({ name }) => fold(name).startsWith(`${folded} `))
  );
}

/** Floats multiplied: 0,1 · 3 is 0,3. Fifteen digits are what a double keeps of a decimal number. */
const times = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(15));

/**
 * The numbers that a typed text may mean, in the unit of the question; empty where it is none.
 *
 * - One comma or one dot is the decimal mark: "8,5" and "8.5" are 8.5. ",5" is 0.5.
 * - A mark that comes twice or more groups thousands, by threes only: "1.414.000" is 1 414 000, "1.41.4" is nothing.
 * - With both marks the last one is the decimal mark: "1.414,5" and "1,414.5" are 1414.5.
 * - Spaces group thousands too: "1 414" is 1414; "1 41" is nothing.
 * - "1.414" has two readings, 1.414 and 1414 (Vietnamese thousands): both are returned, the decimal first, and the
 *   officer has the benefit of the doubt. "1,414" is 1.414 only, since the comma is the Vietnamese decimal mark.
 * - A sign in front (+, -, −) and a unit (or its first words), or "%", behind are allowed: "15 ngày" of "ngày làm việc".
 *   "8 giờ" is 480 where `others` says that a giờ is 60 of the unit. No exponents.
 *
 * Source: Vietnamese usage (decimal comma, thousands dot), `domain/language.md` 5.4.
 * @param unit the unit of the question, with the factor 1
 */
export function readNumber(text: string, unit = '', others: readonly Unit[] = []): number[] {
  const typed = collapseSpaces(toNfc(text)).replace(/\u2212/g, '-');
  const [, sign, digits = '', tail = ''] = /^([+-]?) ?([\d., ]*\d) ?(.*)$/.exec(typed) ?? [];
  const meant = unitOf(tail, [{ name: unit, factor: 1 }, ...others]);
  if (meant === undefined) return [];
  const readings = unsigned(digits)
    .map((value) => times(value, meant.factor))
    .filter((value) => Number.isFinite(value));
  return sign === '-' ? readings.map((value) => 0 - value) : readings;
}

/** A number as Vietnamese writes it, without grouping or exponent, to 50 decimals: 8.5 -> "8,5". */
export const writeNumber = (value: number): string =>
  (value + 0)
    .toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 50 })
    .replace('.', ',');
