/** The room where a list becomes an Excel file. */
import {
  type ColumnType,
  type Language,
  LIST_COLUMNS,
  type ListCell,
  type ListDefinition,
} from '@tap-huan/contract';
import { formatDay } from '@tap-huan/rules';
import {
  birthCell,
  codeCell,
  type Column,
  countColumn,
  dayCell,
  figure,
  hundredth,
  tableSheet,
  words,
  workbook,
} from '@tap-huan/server/platform';
import { choiceWords, columnWords } from './list-words';

/** Letters. */
const WIDTHS: Record<ColumnType, number> = {
  text: 26,
  day: 13,
  number: 11,
  hours: 11,
  marks: 9,
  choice: 24,
};
/** Digits that are no numbers. */
const CODES = new Set(['staffCode', 'unitCode', 'phone', 'code', 'registerNo']);
const WIDE = new Set(['fullName', 'unitName', 'parentName', 'unitThen', 'title']);

function cellOf(value: ListCell | undefined, type: ColumnType, language: Language) {
  if (value === null || value === undefined) return {};
  switch (type) {
    case 'day':
      return dayCell(String(value));
    case 'number':
      return figure(Number(value));
    case 'hours':
    case 'marks':
      return hundredth(Number(value));
    case 'choice':
      return words(choiceWords(String(value), language));
    case 'text':
      return words(String(value));
  }
}

/** The bytes of an .xlsx file. */
export function listBook(
  definition: ListDefinition,
  rows: readonly { cells: readonly ListCell[] }[],
  { name, language, madeOn }: { name: string; language: Language; madeOn: string },
): Promise<Buffer> {
  const types: Record<string, ColumnType> = LIST_COLUMNS[definition.subject];
  const columns = definition.columns.map((column, index): Column<(typeof rows)[number]> => {
    const type = types[column] ?? 'text';
    if (CODES.has(column)) {
      const cell: Column<(typeof rows)[number]>['cell'] = ({ cells }) =>
        codeCell(String(cells[index] ?? ''));
      return { name: columnWords(column, language), width: 16, cell };
    }
    return {
      name: columnWords(column, language),
      width: WIDE.has(column) ? 36 : WIDTHS[type],
      cell: ({ cells }) =>
        column === 'birthDate'
          ? birthCell(String(cells[index] ?? ''))
          : cellOf(cells[index], type, language),
    };
  });
  const made =
    language === 'vi'
      ? `${rows.length} dòng  ·  lập ngày ${formatDay(madeOn)}`
      : `${rows.length} lines  ·  made on ${formatDay(madeOn)}`;
  return workbook([
    tableSheet(
      name,
      { title: name, note: made },
      [
        { ...countColumn<(typeof rows)[number]>(), name: language === 'vi' ? 'STT' : 'No.' },
        ...columns,
      ],
      rows,
    ),
  ]);
}
