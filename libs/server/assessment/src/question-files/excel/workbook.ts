/** The room where questions become a workbook, of which the same questions can be read again. */
import {
  figure,
  type Sheet,
  type SheetCell,
  tableSheet,
  words,
  workbook,
} from '@tap-huan/server/platform';
import type { ExportedQuestion } from '../exported-question';
import { type Column, type ColumnKey, columnsFor, type ExcelRow, LETTERS, PIECES } from './columns';
import { excelRow } from './visible-row';

/** Letters that go into one cell of the whole question; Excel takes 32,767. */
const PIECE = 32_000;
/** Options that every workbook has columns for, so that an author may add some. */
const FEWEST_OPTIONS = 4;

/** The questions as a workbook. */
export function writeExcel(questions: readonly ExportedQuestion[]): Promise<Buffer> {
  const rows = questions.map(excelRow);
  const options = Math.max(FEWEST_OPTIONS, ...rows.map((row) => row.options.length));
  const pieces = Math.max(1, ...rows.map(({ full }) => piecesOf(full).length));
  return workbook([questionSheet(rows, columnsFor(options, Math.min(pieces, PIECES)))]);
}

/** A sheet with a row for each question; the head stays in sight. */
export const questionSheet = (rows: readonly ExcelRow[], columns: readonly Column[]): Sheet =>
  tableSheet(
    'Câu hỏi',
    null,
    columns.map(({ key, title, width }) => ({
      name: title,
      width,
      cell: (row: ExcelRow, index: number) => cellOf(row, index + 1, key),
    })),
    rows,
  );

/** Cut neither inside a letter of two units nor beside a space: readers trim what stands in a cell. */
const PIECES_OF = new RegExp(`.{1,${PIECE}}(?<=\\S)(?=[^\\s\\udc00-\\udfff]|$)`, 'gs');
const piecesOf = (text: string): string[] => text.match(PIECES_OF) ?? [''];

function cellOf(row: ExcelRow, number: number, key: ColumnKey): SheetCell {
  if (key === 'number') return figure(number, '0');
  // Not wrapped: nobody reads it, and it would make the row tall.
  if (key.startsWith('full')) return { value: piecesOf(row.full)[Number(key.slice(4))] ?? '' };
  if (key.startsWith('option')) return words(row.options[Number(key.slice(6))]);
  return words(row[key as Exclude<keyof ExcelRow, 'options'>]);
}

/** The columns of an empty workbook, without what only an export has. */
export const templateColumns = (options: number): Column[] =>
  columnsFor(Math.min(options, LETTERS.length), 0);
