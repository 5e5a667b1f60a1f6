/** The room of numbers, days, marks and sizes as people of either language write them. Pure functions. */
import type { Language } from '@tap-huan/contract';

const locale = (language: Language) => (language === 'vi' ? 'vi-VN' : 'en-GB');

/** What is shown where there is no value. */
export const NOTHING = '–';

/** A value that is not there. */
export function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** `1414` -> "1.414" (vi) / "1,414" (en). */
export function formatNumber(value: number | null | undefined, language: Language): string {
  if (isNothing(value)) return NOTHING;
  return new Intl.NumberFormat(locale(language), { maximumFractionDigits: 2 }).format(value);
}

/** Hundredths of a point -> marks: `850` -> "8,5" (vi) / "8.5" (en). */
export function formatMarks(hundredths: number | null | undefined, language: Language): string {
  return isNothing(hundredths) ? NOTHING : formatNumber(hundredths / 100, language);
}

/** A part of a whole, 0 to 1 -> "83,9 %" (vi) / "83.9%" (en). Rounds down, so that 100 % means all. */
export function formatPercent(
  ratio: number | null | undefined,
  language: Language,
  digits = 0,
): string {
  if (isNothing(ratio) || Number.isNaN(ratio)) return NOTHING;
  const scale = 10 ** digits;
  // The tiny addend undoes binary noise: 0.29 * 100 is 28.999999999999996.
  const value = Math.floor(ratio * 100 * scale + 1e-9) / scale;
  const number = new Intl.NumberFormat(locale(language), { maximumFractionDigits: digits });
  return language === 'vi' ? `${number.format(value)}\u00a0%` : `${number.format(value)}%`;
}

/** `YYYY-MM-DD` -> "25/11/2026"; a bare year stays a year. */
export function formatDay(day: string | null | undefined): string {
  if (!day) return NOTHING;
  const [year, month, date] = day.slice(0, 10).split('-');
  return month && date ? `${date}/${month}/${year}` : (year ?? NOTHING);
}

const instantParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An ISO instant (or a Date) -> its day and time in Asia/Ho_Chi_Minh. */
function partsOf(value: string | Date): { day: string; time: string } | null {
  const date = typeof value === 'string' ? new Date(value) : value;
  if (Number.isNaN(date.getTime())) return null;
  const part = Object.fromEntries(instantParts.formatToParts(date).map((p) => [p.type, p.value]));
  return {
    day: `${part['day']}/${part['month']}/${part['year']}`,
    time: `${part['hour']}:${part['minute']}`,
  };
}

/** An instant -> "25/11/2026 14:03" in Asia/Ho_Chi_Minh, whatever the device's zone. */
export function formatInstant(value: string | Date | null | undefined): string {
  const parts = value ? partsOf(value) : null;
  return parts ? `${parts.day} ${parts.time}` : NOTHING;
}

/** An instant -> "14:03" in Asia/Ho_Chi_Minh. */
export function formatTime(value: string | Date | null | undefined): string {
  return (value && partsOf(value)?.time) || NOTHING;
}

/** An instant -> the day "25/11/2026" in Asia/Ho_Chi_Minh. */
export function formatInstantDay(value: string | Date | null | undefined): string {
  return (value && partsOf(value)?.day) || NOTHING;
}

/** Bytes -> "1,4 MB" (vi) / "1.4 MB" (en); thousands of bytes, as phones show them. */
export function formatSize(bytes: number | null | undefined, language: Language): string {
  if (isNothing(bytes)) return NOTHING;
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  const text = new Intl.NumberFormat(locale(language), { maximumFractionDigits: digits });
  return `${text.format(value)}\u00a0${units[unit]}`;
}

/** Minutes -> "1 giờ 20 phút" (vi) / "1 h 20 min" (en). */
export function formatMinutes(minutes: number | null | undefined, language: Language): string {
  if (isNothing(minutes)) return NOTHING;
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  const [hour, minute] = language === 'vi' ? ['giờ', 'phút'] : ['h', 'min'];
  if (hours === 0) return `${rest} ${minute}`;
  return rest === 0 ? `${hours} ${hour}` : `${hours} ${hour} ${rest} ${minute}`;
}

/** Seconds left -> a clock "1:05:09" or "12:30"; never below zero. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0
    ? `${hours}:${pad(minutes)}:${pad(whole % 60)}`
    : `${pad(minutes)}:${pad(whole % 60)}`;
}

/** A typed day, "5/1/2026" or "05-01-2026" or "05.01.2026" -> `YYYY-MM-DD`; null if there is no such day. */
export function parseDay(typed: string): string | null {
  const match = /^\s*(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})\s*$/.exec(typed);
  if (!match) return null;
  const [date = 0, month = 0, year = 0] = match.slice(1).map(Number);
  const check = new Date(Date.UTC(year, month - 1, date));
  const real = check.getUTCMonth() === month - 1 && check.getUTCDate() === date && year >= 1000;
  return real ? check.toISOString().slice(0, 10) : null;
}

/** A typed date of birth that may be a year only, "5/3/1985" or "1985" -> as the contract has it; null if it is none. */
export function parseBirthDate(typed: string): string | null {
  const text = typed.trim();
  return /^(19|20)\d{2}$/.test(text) ? text : parseDay(text);
}

/** Text folded for search: lower case, no diacritics, đ as d, single spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Given name's initial and family name's: "Nguyễn Thị Ánh" -> "NÁ". For a person's round mark. */
export function initialsOf(fullName: string): string {
  const words = fullName.normalize('NFC').trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase('vi');
}
