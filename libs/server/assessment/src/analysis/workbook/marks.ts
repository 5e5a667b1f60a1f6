/** The room of points in a workbook. */
import { figure, type SheetCell } from '@tap-huan/server/platform';

/** Hundredths as points, always with two digits, so that a column of statistics lines up. */
export const marks = (hundredths: number | null): SheetCell =>
  figure(hundredths === null ? null : hundredths / 100, '0.00');
