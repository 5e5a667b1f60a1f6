/** The room where questions become a workbook, of which the same questions can be read again. */
import writeXlsxFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node';
import type { ExportedQuestion } from '../exported-question';
import { type Column, columnsFor, type ExcelRow, LETTERS, PIECES } from './columns';
import { excelRow } from './visible-row';

/** Letters that go into one cell of the whole question; Excel takes 32,767. */
const PIECE = 32_000;
/** Options that every workbook has columns for, so that an author may add some. */
const FEWEST_OPTIONS = 4;

const HEAD: CellObject = {
  fontWeight: 'bold',
  backgroundColor: '#E3EFEA',
  borderStyle: 'thin',
  borderColor: '#B8C4C0',
  alignVertical: 'center',
  wrap: true,
};
const FONT = { fontFamily: 'Times New Roman', fontSize: 12 };

/** The questions as a workbook. */
export function writeExcel(questions: readonly ExportedQuestion[]): Promise<Buffer> {
  const rows = questions.map(excelRow);
  const options = Math.max(FEWEST_OPTIONS, ...rows.map((row) => row.options.length));
  const pieces = Math.max(1, ...rows.map(({ full }) => piecesOf(full).length));
  return workbook([questionSheet(rows, columnsFor(options, Math.min(pieces, PIECES)))]);
}

/** Sheets as the bytes of an .xlsx file. */
export const workbook = (sheets: Sheet<Buffer>[]): Promise<Buffer> =>
  writeXlsxFile(sheets, FONT).toBuffer();

/** A sheet with a row for each question; the head stays in sight. */
export function questionSheet(
  rows: readonly ExcelRow[],
  columns: readonly Column[],
): Sheet<Buffer> {
  const head: Row = columns.map(({ title }) => ({ ...HEAD, type: String, value: title }));
  return {
    sheet: 'Câu hỏi',
    data: [head, ...rows.map((row, index) => cellsOf(row, index + 1, columns))],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  };
}

/** Text that cannot be cut inside a letter of two units. */
const piecesOf = (text: string): string[] => text.match(new RegExp(`.{1,${PIECE}}`, 'gsu')) ?? [''];

function cellsOf(row: ExcelRow, number: number, columns: readonly Column[]): Row {
  const pieces = piecesOf(row.full);
  return columns.map(({ key }): CellObject => {
    if (key === 'number') return { type: Number, value: number, format: '0', alignVertical: 'top' };
    if (key.startsWith('full')) return textCell(pieces[Number(key.slice(4))] ?? '', false);
    if (key.startsWith('option')) return textCell(row.options[Number(key.slice(6))] ?? '', true);
    return textCell(row[key as Exclude<keyof ExcelRow, 'options'>], true);
  });
}

/** Excel reads `_x0041_` as a letter; its own first sign is written so too. */
const literal = (text: string): string => text.replace(/_(?=x[0-9A-F]{4}_)/g, '_x005F_');

const textCell = (value: string, wrap: boolean): CellObject =>
  value === '' ? {} : { type: String, value: literal(value), wrap, alignVertical: 'top' };

/** The columns of an empty workbook, without what only an export has. */
export const templateColumns = (options: number): Column[] =>
  columnsFor(Math.min(options, LETTERS.length), 0);
