/** The room where lists of the ledger become sheets that Excel opens right in Vietnamese. */
import { CONTENT_GROUPS, HOURS_SOURCES, type HoursRow, type LeaderRow } from '@tap-huan/contract';
import { formatDay } from '@tap-huan/rules';
import {
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

/** A file to send. */
export interface Book {
  name: string;
  bytes: Buffer;
}

/** A titled table; its head stays in sight. */
export const tableBook = <T>(
  [title = '', ...note]: readonly string[],
  columns: readonly Column<T>[],
  lines: readonly T[],
): Promise<Buffer> => workbook([tableSheet('Danh sách', { title, note }, columns, lines)]);

/** Vietnamese words of the sheets; the screen has its own dictionaries. */
export const SOURCE_WORDS: Record<(typeof HOURS_SOURCES)[number], string> = {
  online: 'Trực tuyến',
  in_person: 'Tập trung',
  blended: 'Kết hợp',
  seminar: 'Hội thảo, tập huấn',
  teaching: 'Giảng dạy',
  external: 'Bên ngoài',
};
export const GROUP_WORDS: Record<(typeof CONTENT_GROUPS)[number], string> = {
  political_theory: 'Lý luận chính trị',
  defence_security: 'Quốc phòng và an ninh',
  state_management: 'Kiến thức, kỹ năng quản lý nhà nước',
  job_position: 'Kiến thức, kỹ năng theo vị trí việc làm',
  science_digital: 'Khoa học, công nghệ, đổi mới sáng tạo, kỹ năng số',
};
const STAFF_WORDS: Record<HoursRow['staffCategory'], string> = {
  cong_chuc: 'Công chức',
  vien_chuc: 'Viên chức',
  khac: 'Khác',
};
const YEAR_WORDS: Record<HoursRow['state'], string> = {
  met: 'Đủ',
  below: 'Chưa đủ',
  missed: 'Thiếu',
  no_duty: 'Không áp dụng',
};
const LEADER_WORDS: Record<LeaderRow['state'], string> = {
  overdue: 'Quá hạn',
  soon: 'Sắp đến hạn',
  running: 'Trong hạn',
  unknown: 'Chưa có ngày bổ nhiệm',
  done: 'Đã hoàn thành',
  done_late: 'Hoàn thành muộn',
  exempt: 'Được miễn',
  exempt_earlier: 'Bổ nhiệm trước 30/6/2025',
};

const PERSON: Column<HoursRow | LeaderRow>[] = [
  countColumn(),
  { name: 'Mã cán bộ', width: 13, cell: ({ staffCode }) => codeCell(staffCode) },
  { name: 'Họ và tên', width: 28, cell: ({ fullName }) => words(fullName) },
  { name: 'Đơn vị', width: 34, cell: ({ unitName }) => words(unitName) },
];

/** Who has how many hours in a year. */
export async function hoursBook(
  rows: readonly HoursRow[],
  { year, madeOn }: { year: number; madeOn: string },
): Promise<Book> {
  const columns: Column<HoursRow>[] = [
    ...PERSON,
    { name: 'Vị trí việc làm', width: 26, cell: ({ jobPosition }) => words(jobPosition) },
    { name: 'Nhóm', width: 12, cell: (row) => words(STAFF_WORDS[row.staffCategory]) },
    { name: 'Số tiết được tính', width: 12, cell: ({ counted }) => hundredth(counted) },
    { name: 'Số tiết tối thiểu', width: 12, cell: ({ required }) => hundredth(required) },
    { name: 'Còn thiếu', width: 11, cell: ({ missing }) => hundredth(missing) },
    { name: 'Chờ duyệt', width: 11, cell: ({ proposed }) => hundredth(proposed) },
    { name: 'Kết quả', width: 15, cell: ({ state }) => words(YEAR_WORDS[state]) },
  ];
  const title = [`Số giờ bồi dưỡng năm ${year}`, `Lập ngày ${formatDay(madeOn)}`];
  return {
    name: `gio-boi-duong-${year}.xlsx`,
    bytes: await tableBook(title, columns, rows),
  };
}

/** Leaders and their twelve months. */
export async function leadersBook(rows: readonly LeaderRow[], madeOn: string): Promise<Book> {
  const columns: Column<LeaderRow>[] = [
    ...PERSON,
    { name: 'Chức vụ', width: 26, cell: ({ leadership }) => words(leadership) },
    { name: 'Ngày bổ nhiệm', width: 14, cell: ({ appointedOn }) => dayCell(appointedOn) },
    { name: 'Hạn', width: 14, cell: ({ dueOn }) => dayCell(dueOn) },
    { name: 'Còn (ngày)', width: 10, cell: ({ daysLeft }) => figure(daysLeft, '0') },
    { name: 'Hoàn thành', width: 14, cell: ({ doneOn }) => dayCell(doneOn) },
    { name: 'Tình trạng', width: 20, cell: ({ state }) => words(LEADER_WORDS[state]) },
    { name: 'Lý do miễn', width: 36, cell: ({ exemption }) => words(exemption?.reason ?? '') },
  ];
  const title = [
    'Bồi dưỡng lãnh đạo, quản lý trong 12 tháng từ khi bổ nhiệm',
    `Nghị định 171/2025/NĐ-CP, khoản 2 Điều 16. Lập ngày ${formatDay(madeOn)}`,
  ];
  return { name: 'lanh-dao-12-thang.xlsx', bytes: await tableBook(title, columns, rows) };
}
