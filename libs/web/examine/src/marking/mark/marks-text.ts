/** The room of marks as people type them: "7,5" and "7.5" are both seven and a half. */
import type { Language } from '@tap-huan/contract';

export type MarksProblem = 'empty' | 'format' | 'tooMuch';
export type ReadMarks = { value: number } | { problem: MarksProblem };

/**
 * Typed marks in hundredths, at most two decimals; `,5` and `7,` are not read as marks while somebody is typing.
 * @param most the points of the question in hundredths
 */
export function readMarks(typed: string, most: number): ReadMarks {
  const text = typed.trim();
  if (text === '') return { problem: 'empty' };
  const [, whole = '', decimals = ''] = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  if (whole === '') return { problem: 'format' };
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return value > most ? { problem: 'tooMuch' } : { value };
}

/** The hundredths that were typed; null where they are none that the question allows. */
export function marksOf(typed: string, most: number): number | null {
  const read = readMarks(typed, most);
  return 'value' in read ? read.value : null;
}

/** Marks as they stand in a field: 750 is "7,5"; nothing is empty. */
export function writeMarks(hundredths: number | null, language: Language): string {
  if (hundredths === null) return '';
  const text = String(hundredths / 100);
  return language === 'vi' ? text.replace('.', ',') : text;
}
