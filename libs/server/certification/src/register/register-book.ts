/** The room where the book of certificates becomes a sheet for Excel, columns as the paper books have them. */
import type { Readable } from 'node:stream';
import { formatDay, parseRegisterNumber } from '@tap-huan/rules';
import {
  birthCell,
  codeCell,
  type Column,
  countColumn,
  dayCell,
  figure,
  hundredth,
  type SheetCell,
  styled,
  tableSheet,
  words,
  workbookStream,
} from '@tap-huan/server/platform';
import type { RegisterLine } from './register.reader';

/** What stands above the columns. */
export interface BookTitle {
  unitName: string | null;
  from: string | undefined;
  to: string | undefined;
  /** Day on which the sheet is made. */
  madeOn: string;
}

const EMPTY: SheetCell = {};
const centred = (cell: SheetCell): SheetCell => styled(cell, { align: 'center' });

const NOTES: Record<RegisterLine['state'], string> = {
  issued: '',
  replaced: 'Đã cấp bản thay thế',
  revoked: 'Đã thu hồi',
};

/**
 * The columns of the books in use (sổ cấp chứng chỉ). Số hiệu (of the blank), số quyết định and the signature of whoever
 * takes the paper are three other things than the register number: they stay empty, to be filled in by hand.
 */
const COLUMNS: readonly Column<RegisterLine>[] = [
  countColumn(),
  { name: 'Họ và tên', width: 30, cell: ({ snapshot }) => words(snapshot.fullName) },
  { name: 'Mã cán bộ', width: 14, cell: ({ staffCode }) => centred(codeCell(staffCode)) },
  { name: 'Ngày sinh', width: 13, cell: ({ snapshot }) => birthCell(snapshot.birthDate) },
  { name: 'Đơn vị công tác', width: 38, cell: ({ snapshot }) => words(snapshot.unitName) },
  { name: 'Chuyên đề bồi dưỡng', width: 44, cell: ({ snapshot }) => words(snapshot.programmeName) },
  {
    name: 'Số tiết',
    width: 9,
    cell: ({ snapshot }) => centred(figure(snapshot.hours, '0')),
  },
  { name: 'Điểm', width: 9, cell: ({ snapshot }) => markCell(snapshot) },
  { name: 'Xếp loại', width: 13, cell: ({ snapshot }) => centred(words(snapshot.gradeLabel)) },
  { name: 'Số hiệu', width: 12, cell: () => EMPTY },
  { name: 'Số vào sổ', width: 20, cell: ({ registerNo }) => centred(codeCell(registerNo)) },
  { name: 'Số quyết định', width: 16, cell: () => EMPTY },
  { name: 'Ngày cấp', width: 13, cell: ({ snapshot }) => dayCell(snapshot.issuedOn) },
  { name: 'Người nhận ký', width: 18, cell: () => EMPTY },
  { name: 'Ghi chú', width: 24, cell: ({ state }) => words(NOTES[state]) },
];

function markCell({ scoreOfTen, gradeLabel }: RegisterLine['snapshot']): SheetCell {
  return gradeLabel === '' ? EMPTY : centred(hundredth(scoreOfTen));
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
export function registerBook(lines: readonly RegisterLine[], title: BookTitle): Readable {
  const issuers = [...new Set(lines.map(({ snapshot }) => snapshot.issuerName))];
  const years = [...new Set(lines.map(({ registerNo }) => parseRegisterNumber(registerNo)?.year))];
  const heading = {
    over: issuers.join('; '),
    title: years.length === 1 ? `SỔ CẤP GIẤY CHỨNG NHẬN NĂM ${years[0]}` : 'SỔ CẤP GIẤY CHỨNG NHẬN',
    note: subtitle(lines.length, title),
    centred: true,
  };
  return workbookStream([tableSheet('Sổ cấp giấy chứng nhận', heading, COLUMNS, lines)]);
}
