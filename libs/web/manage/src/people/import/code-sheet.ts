/** The room of codes as text that a spreadsheet takes: tabs between cells, one line for each person. */
import type { ActivationCode } from '@tap-huan/contract';

/** A cell that a spreadsheet reads as a formula is none: an apostrophe says so. */
const cell = (text: string): string => {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
};

/** Headings and lines. */
export const sheetOf = (heads: readonly string[], codes: readonly ActivationCode[]): string =>
  [
    heads,
    ...codes.map((one) => [one.fullName, one.staffCode, one.unitName, one.username, one.code]),
  ]
    .map((line) => line.map(cell).join('\t'))
    .join('\n');
