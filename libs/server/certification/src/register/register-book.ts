/** The room where the book of certificates becomes a sheet for Excel, columns as the paper books have them. */
import type { Readable } from 'node:stream';
import { formatDay, parseRegisterNumber } from '@tap-huan/rules';
import writeXlsxFile, { type Cell, type CellObject, type Row } from 'write-excel-file/node';
import type { RegisterLine } from './register.reader';

/** What stands above the columns. */
export interface BookTitle {
  unitName: string | null;
  from: string | undefined;
  to: string | undefined;
  /** Day on which the sheet is made. */
  madeOn: string;
}

const DATE = 'dd/mm/yyyy';
const LINE_COLOR = '#B8C4C0';

interface Column {
  name: string;
  /** Letters. */
  width: number;
  cell: (line: RegisterLine, index: number) => CellObject;
}

const text = (value: string): CellObject => ({ type: String, value });
const centred = (cell: CellObject): CellObject => ({ ...cell, align: 'center' });
const empty: CellObject = {};

/** Days become real dates, at midnight UTC as the sheet counts them. */
const dateCell = (day: string): CellObject => ({
  type: Date,
  value: new Date(`${day}T00:00:00Z`),
  format: DATE,
  align: 'center',
});

/** Older records know only a year. */
const birthCell = (birthDate: string): CellObject =>
  birthDate.includes('-')
    ? dateCell(birthDate)
    : centred({ type: Number, value: Number(birthDate), format: '0' });

const NOTES: Record<RegisterLine['state'], string> = {
  issued: '',
  replaced: 'Đã cấp bản thay thế',
  revoked: 'Đã thu hồi',
};

/**
 * The columns of the books in use (sổ cấp chứng chỉ). Số hiệu (of the blank), số quyết định and the signature of whoever
 * takes the paper are three other things than the register number: they stay empty, to be filled in by hand.
 */
const COLUMNS: readonly Column[] = [
  {
    name: 'STT',
    width: 6,
    cell: (_, index) => centred({ type: Number, value: index + 1, format: '0' }),
  },
  { name: 'Họ và tên', width: 30, cell: ({ snapshot }) => text(snapshot.fullName) },
  { name: 'Mã cán bộ', width: 14, cell: ({ staffCode }) => centred(text(staffCode)) },
  { name: 'Ngày sinh', width: 13, cell: ({ snapshot }) => birthCell(snapshot.birthDate) },
  { name: 'Đơn vị công tác', width: 38, cell: ({ snapshot }) => text(snapshot.unitName) },
  { name: 'Chuyên đề bồi dưỡng', width: 44, cell: ({ snapshot }) => text(snapshot.programmeName) },
  {
    name: 'Số tiết',
    width: 9,
    cell: ({ snapshot }) => centred({ type: Number, value: snapshot.hours, format: '0' }),
  },
  { name: 'Điểm', width: 9, cell: ({ snapshot }) => markCell(snapshot) },
  { name: 'Xếp loại', width: 13, cell: ({ snapshot }) => centred(text(snapshot.gradeLabel)) },
  { name: 'Số hiệu', width: 12, cell: () => empty },
  { name: 'Số vào sổ', width: 20, cell: ({ registerNo }) => centred(text(registerNo)) },
  { name: 'Số quyết định', width: 16, cell: () => empty },
  { name: 'Ngày cấp', width: 13, cell: ({ snapshot }) => dateCell(snapshot.issuedOn) },
  { name: 'Người nhận ký', width: 18, cell: () => empty },
  { name: 'Ghi chú', width: 24, cell: ({ state }) => text(NOTES[state]) },
];

function markCell({ scoreOfTen, gradeLabel }: RegisterLine['snapshot']): CellObject {
  return gradeLabel === ''
    ? empty
    : centred({ type: Number, value: scoreOfTen / 100, format: '0.0#' });
}

const FRAME: CellObject = { borderStyle: 'thin', borderColor: LINE_COLOR, alignVertical: 'center' };

/** Rows above the lines of the book; they stay in sight when the sheet is scrolled. */
function headRows(lines: readonly RegisterLine[], title: BookTitle): Row[] {
  const across = (value: string, style: CellObject): Row => [
    { ...text(value), columnSpan: COLUMNS.length, ...style },
    ...COLUMNS.slice(1).map((): Cell => null),
  ];
  const issuers = [...new Set(lines.map(({ snapshot }) => snapshot.issuerName))];
  const year = [...new Set(lines.map(({ registerNo }) => parseRegisterNumber(registerNo)?.year))];
  const heading =
    year.length === 1 ? `SỔ CẤP GIẤY CHỨNG NHẬN NĂM ${year[0]}` : 'SỔ CẤP GIẤY CHỨNG NHẬN';
  return [
    across(issuers.join('; '), { fontWeight: 'bold', textColor: '#23675A' }),
    across(heading, {
      fontWeight: 'bold',
      fontSize: 16,
      align: 'center',
      height: 28,
      alignVertical: 'center',
    }),
    across(subtitle(lines.length, title), { fontStyle: 'italic', align: 'center' }),
    COLUMNS.map(({ name }): Cell => ({
      ...FRAME,
      ...text(name),
      align: 'center',
      wrap: true,
      fontWeight: 'bold',
      backgroundColor: '#E3EFEA',
      height: 32,
    })),
  ];
}

function subtitle(count: number, { unitName, from, to, madeOn }: BookTitle): string {
  const period = [from ? `từ ngày ${formatDay(from)}` : '', to ? `đến ngày ${formatDay(to)}` : '']
    .filter(Boolean)
    .join(' ');
  return [
    unitName ? `Đơn vị: ${unitName}` : '',
    period ? `Kỳ cấp: ${period}` : '',
    `${count} giấy chứng nhận`,
    `lập ngày ${formatDay(madeOn)}`,
  ]
    .filter(Boolean)
    .join('  ·  ');
}

/** The book as a stream of an .xlsx file. */
export function registerBook(lines: readonly RegisterLine[], title: BookTitle): Promise<Readable> {
  const head = headRows(lines, title);
  const body = lines.map((line, index): Row =>
    COLUMNS.map(({ cell }): Cell => ({ ...FRAME, wrap: true, ...cell(line, index) })),
  );
  const file = writeXlsxFile(
    [...head, ...body],
    {
      sheet: 'Sổ cấp giấy chứng nhận'.slice(0, 31),
      orientation: 'landscape',
      columns: COLUMNS.map(({ width }) => ({ width })),
      stickyRowsCount: head.length,
    },
    { fontFamily: 'Times New Roman', fontSize: 12 },
  );
  return (file.toStream as () => Promise<Readable>)();
}
