/** The room of sheets for Excel: a heading, the names of the columns, and lines. */
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import writeXlsxFile, {
  type Cell,
  type CellObject,
  type Row,
  type Sheet,
} from 'write-excel-file/node';

const LINE_COLOR = '#B8C4C0';
const HEAD_COLOR = '#E3EFEA';
const TITLE_COLOR = '#23675A';

export const words = (value: string | null | undefined): CellObject =>
  value === null || value === undefined || value === ''
    ? {}
    : { type: String, value: value.normalize('NFC'), wrap: true };

/** Empty where there is no number: 0 would be one. */
export const figure = (value: number | null, format = '#,##0'): CellObject =>
  value === null ? {} : { type: Number, value, format, align: 'right' };

/** Hundredths as they are spoken of: 850 is 8,5. */
export const hundredth = (value: number | null): CellObject =>
  figure(value === null ? null : value / 100, '#,##0.##');

/** Days are real dates, at midnight UTC as the sheet counts them. */
export const dayCell = (day: string | null): CellObject =>
  day === null
    ? {}
    : { type: Date, value: new Date(`${day}T00:00:00Z`), format: 'dd/mm/yyyy', align: 'center' };

/** Older records know only a year. */
export const birthCell = (birthDate: string): CellObject =>
  birthDate.includes('-') ? dayCell(birthDate) : { ...figure(Number(birthDate), '0') };

export interface Column<T> {
  name: string;
  /** Letters. */
  width: number;
  cell: (line: T, index: number) => CellObject;
}

export const countColumn = <T>(): Column<T> => ({
  name: 'STT',
  width: 6,
  cell: (_, index) => ({ ...figure(index + 1, '0'), align: 'center' }),
});

const FRAME: CellObject = {
  borderStyle: 'thin',
  borderColor: LINE_COLOR,
  alignVertical: 'top',
};

const across = (value: string, columns: number, style: CellObject): Row => [
  { type: String, value: value.normalize('NFC'), columnSpan: columns, ...style },
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
    across(note, columns.length, { fontStyle: 'italic' }),
    columns.map((column): Cell => ({
      ...FRAME,
      type: String,
      value: column.name.normalize('NFC'),
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

/** The bytes of an .xlsx file. */
export async function workbook(sheets: Sheet<Buffer>[]): Promise<Buffer> {
  const file = writeXlsxFile(sheets, { fontFamily: 'Times New Roman', fontSize: 12 });
  return buffer(await (file.toStream as () => Promise<Readable>)());
}
