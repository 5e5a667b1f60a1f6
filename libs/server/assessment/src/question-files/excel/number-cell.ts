/** The room of a number in a cell: "15", "8,5 ± 0,25 giờ", "120 ngày ± 5 %". */
import { readNumber } from '@tap-huan/rules';

export interface NumberCell {
  value: number;
  tolerance: number;
  toleranceKind: 'absolute' | 'relative';
  unit: string;
}

/** A number as Vietnamese writes it, without grouping. */
export const numberText = (value: number): string =>
  (value + 0)
    .toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    .replace('.', ',');

export function toleranceText({ value, tolerance, toleranceKind, unit }: NumberCell): string {
  const number = [numberText(value), unit].filter(Boolean).join(' ');
  if (tolerance === 0) return number;
  const share = Number((tolerance * 100).toPrecision(12));
  return `${number} ± ${toleranceKind === 'relative' ? `${numberText(share)} %` : numberText(tolerance)}`;
}

/** A dot before three digits groups thousands, as Vietnamese writes them: the last reading. */
const meant = (text: string): number | null => readNumber(text).at(-1) ?? null;

/** Null where the cell holds no number. */
export function numberCell(text: string): NumberCell | null {
  const [left = '', right, ...more] = text.split(/±|\+\/-|\+-/).map((part) => part.trim());
  const match = /^([+\-−]?\s*[\d., ]*\d)\s*(\D.*)?$/su.exec(left);
  const value = meant(match?.[1] ?? '');
  if (value === null || more.length > 0) return null;
  const unit = (match?.[2] ?? '').trim();
  if (right === undefined) return { value, tolerance: 0, toleranceKind: 'absolute', unit };
  const [, digits = '', tail = ''] = /^([\d., ]*\d)\s*(.*)$/su.exec(right) ?? [];
  const tolerance = meant(digits);
  if (tolerance === null) return null;
  return tail === '%' && unit !== '%'
    ? {
        value,
        tolerance: Number((tolerance / 100).toPrecision(12)),
        toleranceKind: 'relative',
        unit,
      }
    : { value, tolerance, toleranceKind: 'absolute', unit: unit === '' ? tail : unit };
}
