/** The room where the words of one cell become a value: days, categories, addresses; pure, with the reason where not. */
import { EMAIL, type ImportProblemCode, PHONE, type StaffCategory } from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';

/** A value, or why there is none. */
export type Reading<T> = { value: T } | { problem: ImportProblemCode };

const DAY_FIRST = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})(?: .*)?$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
const EARLIEST_YEAR = 1900;

const two = (text: string): string => text.padStart(2, '0');

/** `YYYY-MM-DD` of a day as people in Việt Nam write it, or as machines do. */
export function readDay(text: string): string | null {
  const first = DAY_FIRST.exec(text);
  const last = YEAR_FIRST.exec(text);
  const [year, month, day] = first
    ? [first[3], first[2], first[1]]
    : last
      ? [last[1], last[2], last[3]]
      : [];
  if (!year || !month || !day || Number(year) < EARLIEST_YEAR) return null;
  const iso = `${year}-${two(month)}-${two(day)}`;
  const instant = new Date(`${iso}T00:00:00Z`);
  // 31 February rolls over to March.
  const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso);
  return isReal ? iso : null;
}

/** A day that is not ahead. */
export function readPastDay(text: string, today: string): Reading<string> {
  const day = readDay(text);
  if (day === null) return { problem: 'bad_date' };
  return day > today ? { problem: 'future_date' } : { value: day };
}

/** A date of birth, which may be only a year. */
export function readBirthDate(text: string, today: string): Reading<string> {
  if (!/^\d{4}$/.test(text)) return readPastDay(text, today);
  if (Number(text) < EARLIEST_YEAR) return { problem: 'bad_date' };
  return text > today ? { problem: 'future_date' } : { value: text };
}

const CATEGORIES: [StaffCategory, RegExp][] = [
  ['cong_chuc', /^(cong chuc|cc|can bo|can bo,? cong chuc|cbcc|cong_chuc|civil servant)$/],
  ['vien_chuc', /^(vien chuc|vc|vien_chuc|public employee)$/],
  ['khac', /^(khac|hop dong|hop dong lao dong|hdld|nguoi lao dong|nhan vien|other)$/],
];

/** Which kind of staff. */
export function readCategory(text: string): Reading<StaffCategory> {
  const folded = fold(text);
  const category = CATEGORIES.find(([, names]) => names.test(folded));
  return category ? { value: category[0] } : { problem: 'unknown_category' };
}

/** An address of mail, in small letters. */
export function readEmail(text: string): Reading<string> {
  const address = text.toLowerCase();
  return EMAIL.test(address) && address.length <= 200
    ? { value: address }
    : { problem: 'bad_email' };
}

/** A number that Excel took for a figure has lost its 0. */
export function readPhone(text: string): Reading<string> {
  const number = /^[1-9]\d{8}$/.test(text) ? `0${text}` : text;
  return PHONE.test(number) ? { value: number } : { problem: 'bad_phone' };
}
