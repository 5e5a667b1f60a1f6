/** The room of one sheet: a heading, the names of the columns that stay in sight, and lines. */
import { figure, type Look, type SheetCell, styled } from './cells';

export interface Column<T> {
  name: string;
  /** Letters. */
  width: number;
  /** @param index of the line, from 0 */
  cell: (line: T, index: number) => SheetCell;
  /** Cells that are still empty take what is typed as it is: 00123 stays 00123. */
  typed?: 'text';
}

/** Lines above the columns. */
export interface Heading {
  /** Smaller, over the title: who keeps the book. */
  over?: string;
  title: string;
  note?: string | readonly string[];
  centred?: boolean;
}

export interface SheetRow {
  cells: readonly SheetCell[];
  /** Look of all its cells. */
  base: Look;
  /** Points. */
  height?: number;
  /** Its first cell reaches over all columns. */
  across?: boolean;
}

export interface Sheet {
  name: string;
  widths: readonly { width: number; typed?: 'text' | undefined }[];
  /** Rows that stay in sight; the last one names the columns. */
  head: readonly SheetRow[];
  lines: number;
  /** Made one by one, while the file is being written. */
  body: () => Iterable<SheetRow>;
}

const TITLE: Look = { bold: true, size: 15, color: '#23675A', vertical: 'center' };
const OVER: Look = { bold: true, color: '#23675A' };
const NOTE: Look = { italic: true };
const HEAD: Look = {
  frame: true,
  bold: true,
  wrap: true,
  align: 'center',
  vertical: 'center',
  fill: '#E3EFEA',
};
const BODY: Look = { frame: true, vertical: 'top' };

/** Numbers the lines. */
export const countColumn = <T>(name = 'STT'): Column<T> => ({
  name,
  width: 6,
  cell: (_, index) => styled(figure(index + 1, '0'), { align: 'center' }),
});

/** A sheet with one table. Without a heading the names of the columns stand in the first row, where an import looks for them. */
export function tableSheet<T>(
  name: string,
  heading: Heading | null,
  columns: readonly Column<T>[],
  lines: readonly T[],
): Sheet {
  const names: SheetRow = {
    cells: columns.map((column) => ({ value: column.name })),
    base: HEAD,
    height: 34,
  };
  return {
    name,
    widths: columns,
    head: [...(heading ? headingRows(heading) : []), names],
    lines: lines.length,
    *body() {
      for (const [index, line] of lines.entries()) {
        yield { cells: columns.map(({ cell }) => cell(line, index)), base: BODY };
      }
    },
  };
}

function headingRows({ over, title, note = [], centred = false }: Heading): SheetRow[] {
  const row = (value: string, look: Look, height?: number): SheetRow => ({
    cells: [{ value }],
    base: centred ? { ...look, align: 'center' } : look,
    across: true,
    ...(height === undefined ? {} : { height }),
  });
  return [
    ...(over === undefined ? [] : [{ ...row(over, OVER), base: OVER }]),
    row(title, TITLE, 28),
    ...[note].flat().map((each) => row(each, NOTE)),
  ];
}
