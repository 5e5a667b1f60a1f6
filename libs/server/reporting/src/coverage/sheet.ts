/** The room of the sheets of coverage: heading, frozen column titles, lines; made to open right in Vietnamese Excel. */
import type { FileToSend } from '@tap-huan/server/platform';
import { Readable } from 'node:stream';
import writeXlsxFile, { type Cell, type CellObject, type Row } from 'write-excel-file/node';

export interface SheetColumn<T> {
  name: string;
  /** Letters. */
  width: number;
  cell: (line: T, index: number) => CellObject;
}

export const textCell = (value: string): CellObject => ({ type: String, value });
export const numberCell = (value: number, format = '#,##0'): CellObject => ({
  type: Number,
  value,
  format,
});
/** Days become real dates, at midnight UTC as a sheet counts them. */
export const dayCell = (day: string | null): CellObject =>
  day === null
    ? {}
    : { type: Date, value: new Date(`${day}T00:00:00Z`), format: 'dd/mm/yyyy', align: 'center' };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** @param heading lines above the columns: the first is the title */
export async function sheetFile<T>(
  name: string,
  heading: readonly string[],
  columns: readonly SheetColumn<T>[],
  lines: readonly T[],
): Promise<FileToSend> {
  const head: Row[] = [
    ...heading.map((value, at): Row => [
      at === 0 ? { ...textCell(value), fontWeight: 'bold' } : textCell(value),
    ]),
    columns.map(({ name: title }): Cell => ({
      ...textCell(title),
      fontWeight: 'bold',
      wrap: true,
      align: 'center',
      alignVertical: 'center',
      backgroundColor: '#E3EFEA',
    })),
  ];
  const body = lines.map((line, index): Row => columns.map(({ cell }): Cell => cell(line, index)));
  const file = writeXlsxFile(
    [...head, ...body],
    {
      sheet: 'Độ phủ',
      orientation: 'landscape',
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: head.length,
    },
    { fontFamily: 'Times New Roman', fontSize: 12 },
  );
  const bytes = await (file.toBuffer as () => Promise<Buffer>)();
  return {
    name,
    mimeType: XLSX,
    size: bytes.byteLength,
    open: (range) => Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes]),
    disposition: 'attachment',
    cache: 'none',
  };
}
