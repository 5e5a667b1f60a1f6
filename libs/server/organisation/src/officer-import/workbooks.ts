/** The room of the workbooks of an import: the template, filled or not, and the wrong lines with their reasons. */
import type { ImportField } from '@tap-huan/contract';
import { formatBirthDate, formatDay } from '@tap-huan/rules';
import {
  codeCell,
  type Column,
  figure,
  type Look,
  type SheetCell,
  styled,
  tableSheet,
  words,
  workbook,
} from '@tap-huan/server/platform';
import { CATEGORY_NAMES } from './changes';
import type { KnownOfficer } from './judge';
import type { WrongLines } from './officer-import.reader';
import { FIELD_NAMES, problemWords } from './problem-words';

const WRONG: Look = { fill: '#F8E3DE', wrap: true };

/** Digits that are no numbers: 00123 stays 00123. */
const CODES: readonly ImportField[] = ['staffCode', 'phone'];
/** Columns of the template with their widths in letters. */
const COLUMNS: [ImportField, number][] = [
  ['staffCode', 14],
  ['fullName', 28],
  ['birthDate', 13],
  ['unit', 40],
  ['jobPosition', 30],
  ['rank', 20],
  ['leadership', 24],
  ['appointedOn', 14],
  ['staffCategory', 13],
  ['email', 28],
  ['phone', 15],
];

const GUIDE: [ImportField, string][] = [
  [
    'staffCode',
    'Bắt buộc, mỗi người một mã. Nhập lại danh sách thì người có cùng mã được cập nhật.',
  ],
  ['fullName', 'Bắt buộc với người mới. Có thể tách thành hai cột "Họ và tên đệm" và "Tên".'],
  ['birthDate', 'Bắt buộc với người mới. Viết 25/11/1990, hoặc chỉ năm 1990.'],
  ['unit', 'Mã hoặc tên đơn vị, xem trang "Đơn vị". Để trống: đơn vị đã chọn khi nhập.'],
  ['jobPosition', 'Bắt buộc với người mới. Ví dụ: Tiếp nhận và trả kết quả hồ sơ.'],
  ['rank', 'Ngạch công chức hoặc hạng viên chức, nếu có.'],
  ['leadership', 'Chức vụ lãnh đạo, quản lý, nếu có; để trống nếu không giữ chức vụ.'],
  ['appointedOn', 'Ngày bổ nhiệm chức vụ. Để trống: ngày bắt đầu vị trí.'],
  ['staffCategory', 'Công chức, Viên chức hoặc Khác.'],
  ['since', 'Có thể thêm cột này khi ngày bắt đầu vị trí của mỗi người một khác.'],
  ['decisionNo', 'Có thể thêm cột này để ghi số quyết định.'],
];

/** A unit as the template names it. */
export interface TemplateUnit {
  code: string;
  name: string;
  parentName: string | null;
}

/** The template; with the officers who are there, where they are given. */
export function templateBook(
  units: readonly TemplateUnit[],
  officers: readonly KnownOfficer[],
): Promise<Buffer> {
  const repeated = repeatedNames(units);
  const columns = COLUMNS.map(([field, width]): Column<KnownOfficer> => {
    const isCode = CODES.includes(field);
    return {
      ...{ name: FIELD_NAMES[field], width },
      cell: (officer) => (isCode ? codeCell : words)(valuesOf(officer, repeated)[field]),
      ...(isCode ? { typed: 'text' } : {}),
    };
  });
  return workbook([
    tableSheet('Danh sách', null, columns, officers),
    tableSheet('Hướng dẫn', null, GUIDE_COLUMNS, GUIDE),
    tableSheet('Đơn vị', null, UNIT_COLUMNS, units),
  ]);
}

const GUIDE_COLUMNS: readonly Column<(typeof GUIDE)[number]>[] = [
  {
    name: 'Tên cột',
    width: 24,
    cell: ([field]) => styled(words(FIELD_NAMES[field]), { bold: true }),
  },
  { name: 'Cách điền', width: 90, cell: ([, advice]) => words(advice) },
];
const UNIT_COLUMNS: readonly Column<TemplateUnit>[] = [
  { name: 'Mã', width: 18, cell: ({ code }) => codeCell(code) },
  { name: 'Tên', width: 60, cell: ({ name }) => words(name) },
  { name: 'Trực thuộc', width: 50, cell: ({ parentName }) => words(parentName) },
];

/** Names that do not tell one unit from another: their officers are listed under the code. */
function repeatedNames(units: readonly TemplateUnit[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of units) (seen.has(name) ? repeated : seen).add(name);
  return repeated;
}

function valuesOf(
  { person, post, unitName, unitCode }: KnownOfficer,
  repeated: ReadonlySet<string>,
): Partial<Record<ImportField, string>> {
  return {
    staffCode: person.staffCode,
    fullName: person.fullName,
    birthDate: formatBirthDate(person.birthDate),
    unit: repeated.has(unitName) ? unitCode : unitName,
    jobPosition: post.jobPosition,
    rank: post.rank ?? '',
    leadership: post.leadership ?? '',
    appointedOn: post.appointedOn ? formatDay(post.appointedOn) : '',
    staffCategory: CATEGORY_NAMES[post.staffCategory],
    email: person.email ?? '',
    phone: person.phone ?? '',
  };
}

/** The lines as they stood, each with its row and what is wrong; the wrong cells are coloured. */
export function wrongBook({ headings, lines }: WrongLines): Promise<Buffer> {
  type Line = WrongLines['lines'][number];
  const isWrong = ({ problems }: Line, at: number): boolean =>
    problems.some(({ column }) => column === at);
  const given = headings.map((name, at): Column<Line> => ({
    ...{ name, width: 20, typed: 'text' },
    cell: (line) => {
      const cell: SheetCell = codeCell(line.cells[at]);
      return isWrong(line, at) ? styled(cell, WRONG) : cell;
    },
  }));
  const reasons: Column<Line> = {
    ...{ name: 'Lý do', width: 70 },
    cell: ({ problems }) =>
      styled(words(problems.map(problemWords).join('; ')), { ...WRONG, color: '#8C2F1B' }),
  };
  const rows: Column<Line> = {
    ...{ name: 'Dòng trong tệp', width: 12 },
    cell: ({ row }) => figure(row, '0'),
  };
  return workbook([tableSheet('Dòng sai', null, [...given, reasons, rows], lines)]);
}
