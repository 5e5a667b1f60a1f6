/** The room of the two sheets of an import: the empty list to fill in, and the wrong lines to mend. */
import {
  CONTENT_GROUPS,
  HOURS_IMPORT_FIELDS,
  HOURS_SOURCES,
  type HoursImportProblem,
} from '@tap-huan/contract';
import { codeCell, type Column, words } from '@tap-huan/server/platform';
import { type Book, GROUP_WORDS, SOURCE_WORDS, tableBook } from '../hours-book';
import { HEADINGS } from './hours-columns';
import type { ImportLine } from './read-line';

/** Why a cell is wrong, in the words of whoever fills in the list. */
const WRONG: Record<HoursImportProblem['code'], string> = {
  missing: 'thiếu hoặc quá ngắn',
  officer_unknown: 'không có cán bộ mang mã này trong phạm vi phụ trách',
  name_differs: 'họ tên không khớp với mã cán bộ',
  bad_date: 'không phải ngày (viết dạng 05/01/2026)',
  future_date: 'ngày chưa đến',
  bad_hours: 'không phải số tiết (bội số của 0,25)',
  unknown_source: `không có hình thức này (${HOURS_SOURCES.map((key) => SOURCE_WORDS[key]).join(' · ')})`,
  unknown_group: 'không có nhóm nội dung này (xem tệp mẫu)',
  too_long: 'quá dài',
  dates_reversed: 'sau ngày kết thúc',
};

const COLUMNS: Column<ImportLine>[] = HOURS_IMPORT_FIELDS.map((field) => ({
  name: HEADINGS[field],
  width: field === 'title' || field === 'contentGroup' ? 40 : field === 'organiser' ? 28 : 16,
  cell: ({ values }) => (field === 'staffCode' ? codeCell(values[field]) : words(values[field])),
  ...(field === 'staffCode' ? { typed: 'text' as const } : {}),
}));

const EXAMPLE: ImportLine = {
  row: 0,
  values: {
    staffCode: 'CB0001',
    fullName: 'Nguyễn Văn Mẫu',
    title: 'Bồi dưỡng kỹ năng tiếp công dân',
    organiser: 'Trường Chính trị tỉnh',
    source: SOURCE_WORDS.external,
    contentGroup: GROUP_WORDS.job_position,
    startedOn: '05/01/2026',
    day: '09/01/2026',
    hours: '40',
    documentNo: '12/QĐ-TCT',
    leaderProgramme: '',
    note: 'Dòng ví dụ: xóa trước khi nhập',
  },
  officerId: null,
  training: null,
  problems: [],
};

/** An empty list with one example and the words that its columns take. */
export async function templateBook(): Promise<Book> {
  const title = [
    'Danh sách bồi dưỡng bên ngoài. Cột bắt buộc: mã cán bộ, tên khóa, đơn vị tổ chức, đến ngày, số tiết.',
    `Hình thức: ${HOURS_SOURCES.map((key) => SOURCE_WORDS[key]).join(' · ')}`,
    `Nhóm nội dung: ${CONTENT_GROUPS.map((key) => GROUP_WORDS[key]).join(' · ')}`,
  ];
  return { name: 'mau-gio-boi-duong.xlsx', bytes: await tableBook(title, COLUMNS, [EXAMPLE]) };
}

/** The wrong lines with a column that says what is wrong; mended, it can be sent as it is. */
export async function wrongLinesBook(lines: readonly ImportLine[]): Promise<Book> {
  const columns: Column<ImportLine>[] = [
    { name: 'Lỗi', width: 48, cell: ({ problems }) => words(sentence(problems)) },
    ...COLUMNS,
  ];
  return {
    name: 'dong-sai.xlsx',
    bytes: await tableBook(['Các dòng cần sửa'], columns, lines),
  };
}

const sentence = (problems: readonly HoursImportProblem[]): string =>
  problems.map(({ field, code }) => `${HEADINGS[field]}: ${WRONG[code]}`).join('; ');
