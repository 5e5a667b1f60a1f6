/** The room of figures as people read them: signs, marks, shares and seconds with as many digits as mean something. */
import type { Language } from '@tap-huan/contract';
import { formatNumber, formatPercent, NOTHING } from '@tap-huan/web/ui';

const rounded = (value: number, digits: number): number => {
  const scale = 10 ** digits;
  // no negative zero
  return Math.round(value * scale) / scale + 0;
};

/** `-12.34` -> "−12,3": a real minus sign, so that it is not read as a hyphen. */
export function shownNumber(value: number | null, language: Language, digits = 1): string {
  if (value === null) return NOTHING;
  return formatNumber(rounded(value, digits), language).replace('-', '\u2212');
}

/** With all of its decimals, so that a column of figures stands in line: `1` -> "1,00". */
export function shownFixed(value: number | null, language: Language, digits: number): string {
  if (value === null) return NOTHING;
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(rounded(value, digits))
    .replace('-', '\u2212');
}

/** A part of a whole, 0..1, rounded to the nearest percent. */
export const shownShare = (share: number | null, language: Language, digits = 0): string =>
  share === null ? NOTHING : formatPercent(rounded(share * 100, digits) / 100, language, digits);

/** Percent as the statistics give it: 78.26 -> "78,3 %". */
export const shownPercent = (value: number | null, language: Language, digits = 1): string => {
  if (value === null) return NOTHING;
  const number = shownNumber(value, language, digits);
  return language === 'vi' ? `${number}\u00a0%` : `${number}%`;
};

/** Hundredths of a point: 712.3 -> "7,12". */
export const shownMarks = (hundredths: number | null, language: Language): string =>
  hundredths === null ? NOTHING : shownNumber(hundredths / 100, language, 2);

/** Seconds: "48 giây", and from two minutes on "2:05 phút" stays readable as a clock "2:05". */
export function shownSeconds(seconds: number | null): string {
  if (seconds === null) return NOTHING;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
