/** The room where question workbooks are read: our own, and lists as teachers keep them. */
import type { Archive } from '../package/archive';
import { MOST_READ, type RawFile, type RawQuestion, unreadable } from '../raw-question';
import { type ColumnKey, columnOf, type ExcelRow, LETTERS, PIECES } from './columns';
import { rowQuestion } from './row-question';
import { type SheetRow, workbookSheets } from './sheet-rows';

/** The header is looked for in so many rows of a sheet. */
const HEADER_WITHIN = 30;

/** Reads a workbook: in each sheet the header row is found by its titles, wherever it stands. */
export async function readExcel(archive: Archive): Promise<RawFile> {
  const sheets = (await workbookSheets(archive)) ?? [];
  const lists = sheets.filter((rows) => headerOf(rows) !== null);
  const questions = lists.flatMap((rows, index) =>
    questionsOf(rows, lists.length > 1 ? `trang ${index + 1}, ` : ''),
  );
  return questions.length === 0 ? unreadable() : { questions, problems: [] };
}

interface Header {
  /** Place among the rows. */
  at: number;
  columns: ReadonlyMap<ColumnKey, number>;
}

/** A stem, and something that makes a question of it. */
function headerOf(rows: readonly SheetRow[]): Header | null {
  for (const [at, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = new Map<ColumnKey, number>();
    for (const [place, title] of cells.entries()) {
      const key = title === undefined ? null : columnOf(title);
      if (key !== null && !columns.has(key)) columns.set(key, place);
    }
    const isList = columns.has('key') || columns.has('option0') || columns.has('full0');
    if (columns.has('stem') && isList) return { at, columns };
  }
  return null;
}

function questionsOf(rows: readonly SheetRow[], sheet: string): RawQuestion[] {
  const header = headerOf(rows);
  if (!header) return [];
  return rows.slice(header.at + 1, header.at + 1 + MOST_READ).flatMap(({ number, cells }) => {
    const row = rowOf(header.columns, cells);
    const isEmpty =
      row.stem === '' && row.options.length === 0 && row.full === '' && row.key === '';
    return isEmpty ? [] : [rowQuestion(row, `${sheet}dòng ${number}`)];
  });
}

function rowOf(columns: Header['columns'], cells: readonly string[]): ExcelRow {
  const cell = (key: ColumnKey): string => {
    const place = columns.get(key);
    return place === undefined ? '' : (cells[place] ?? '');
  };
  const options = LETTERS.map((_, index) => cell(`option${index}`));
  while (options.at(-1) === '') options.pop();
  return {
    kind: cell('kind'),
    category: cell('category'),
    stem: cell('stem'),
    options,
    key: cell('key'),
    feedback: cell('feedback'),
    legalBasis: cell('legalBasis'),
    difficulty: cell('difficulty'),
    tags: cell('tags'),
    full: Array.from({ length: PIECES }, (_, index) => cell(`full${index}`)).join(''),
  };
}
