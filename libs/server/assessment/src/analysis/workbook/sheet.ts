/** The room of one sheet of a workbook: a heading, the names of the columns, and lines. */
import type { Cell, CellObject, Row, Sheet } from 'write-excel-file/node';

const LINE_COLOR = '#B8C4C0';
const HEAD_COLOR = '#E3EFEA';
const TITLE_COLOR = '#23675A';

type Format = '0' | '0.0' | '0.00' | '0.0%' | '0.00%' | 'dd/mm/yyyy hh:mm';

export const words = (value: string | null): CellObject =>
  value === null || value === '' ? {} : { type: String, value, wrap: true };

/** Empty where there is no number: 0 would be one. */
export const figure = (value: number | null, format: Format): CellObject =>
  value === null ? {} : { type: Number, value, format, align: 'right' };

/** Hundredths as points. */
export const marks = (hundredths: number | null): CellObject =>
  figure(hundredths === null ? null : hundredths / 100, '0.00');

/** What Excel counts in days has no time zone: the clock of Việt Nam is written. */
const VIETNAM = 7 * 3_600_000;
export const moment = (value: Date): CellObject => ({
  type: Date,
  value: new Date(value.getTime() + VIETNAM),
  format: 'dd/mm/yyyy hh:mm',
  align: 'center',
});

export interface Column<T> {
  name: string;
  /** Letters. */
  width: number;
  cell: (line: T, index: number) => CellObject;
}

const FRAME: CellObject = {
  borderStyle: 'thin',
  borderColor: LINE_COLOR,
  alignVertical: 'top',
};

const across = (value: string, columns: number, style: CellObject): Row => [
  { type: String, value, columnSpan: columns, ...style },
  ...Array.from({ length: columns - 1 }, (): Cell => null),
];

/** A sheet with one table; its head stays in sight. */
export function tableSheet<T>(
  name: string,
  { title, note }: { title: string; note: string },
  columns: readonly Column<T>[],
  lines: readonly T[],
): Sheet<Buffer> {
  const head: Row[] = [
    across(title, columns.length, {
      fontWeight: 'bold',
      fontSize: 15,
      textColor: TITLE_COLOR,
      height: 26,
      alignVertical: 'center',
    }),
    across(note, columns.length, { fontStyle: 'italic', wrap: true }),
    columns.map((column): Cell => ({
      ...FRAME,
      type: String,
      value: column.name,
      align: 'center',
      alignVertical: 'center',
      wrap: true,
      fontWeight: 'bold',
      backgroundColor: HEAD_COLOR,
      height: 34,
    })),
  ];
  const body = lines.map((line, index): Row =>
    columns.map(({ cell }): Cell => ({ ...FRAME, ...cell(line, index) })),
  );
  return {
    data: [...head, ...body],
    // Excel allows 31 letters and none of these
    sheet: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    orientation: 'landscape',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: head.length,
  };
}
