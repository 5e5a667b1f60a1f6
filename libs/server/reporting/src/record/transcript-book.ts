/** The room where a transcript becomes a workbook for Excel. */
import type { TrainingRow, Transcript } from '@tap-huan/contract';
import { formatDay } from '@tap-huan/rules';
import {
  birthCell,
  codeCell,
  type Column,
  countColumn,
  dayCell,
  figure,
  hundredth,
  styled,
  tableSheet,
  words,
  workbook,
} from '@tap-huan/server/platform';
import { formOf, GROUPS, KINDS, STAFF, STATES } from '../document/vietnamese';

const TRAININGS: readonly Column<TrainingRow>[] = [
  countColumn(),
  { name: 'Khóa, chương trình bồi dưỡng', width: 48, cell: ({ title }) => words(title) },
  { name: 'Mã', width: 12, cell: ({ code }) => words(code) },
  { name: 'Loại', width: 14, cell: ({ kind }) => words(KINDS[kind]) },
  { name: 'Nhóm nội dung', width: 34, cell: (row) => words(GROUPS[row.contentGroup]) },
  { name: 'Hình thức', width: 26, cell: (row) => words(formOf(row)) },
  { name: 'Nơi tổ chức', width: 28, cell: ({ organiser }) => words(organiser) },
  { name: 'Số tiết', width: 9, cell: ({ hours }) => hundredth(hours) },
  {
    name: 'Tính vào giờ năm',
    width: 11,
    cell: ({ counts }) => styled(words(counts ? 'Có' : 'Không'), { align: 'center' }),
  },
  { name: 'Tình trạng', width: 15, cell: ({ state }) => words(STATES[state]) },
  { name: 'Bắt đầu', width: 12, cell: ({ startedOn }) => dayCell(startedOn) },
  { name: 'Hạn', width: 12, cell: ({ dueOn }) => dayCell(dueOn) },
  { name: 'Hoàn thành', width: 12, cell: ({ completedOn }) => dayCell(completedOn) },
  { name: 'Điểm', width: 8, cell: ({ scoreOfTen }) => hundredth(scoreOfTen) },
  { name: 'Đơn vị khi đó', width: 34, cell: ({ unitThen }) => words(unitThen) },
  { name: 'Vị trí việc làm khi đó', width: 24, cell: ({ positionThen }) => words(positionThen) },
  { name: 'Số vào sổ', width: 20, cell: ({ registerNo }) => codeCell(registerNo) },
];

/** The bytes of an .xlsx file: trainings, years, positions. */
export function transcriptBook(record: Transcript, madeOn: string): Promise<Buffer> {
  const note = `${record.staffCode}  ·  ${record.unitName}  ·  lập ngày ${formatDay(madeOn)}`;
  const title = `Hồ sơ học tập: ${record.fullName}`;
  return workbook([
    tableSheet('Quá trình bồi dưỡng', { title, note }, TRAININGS, record.trainings),
    tableSheet(
      'Theo năm',
      { title, note },
      [
        { name: 'Năm', width: 10, cell: ({ year }) => figure(year, '0') },
        { name: 'Số khóa hoàn thành', width: 18, cell: ({ completed }) => figure(completed) },
        { name: 'Số tiết', width: 12, cell: ({ hours }) => hundredth(hours) },
        { name: 'Yêu cầu (tiết)', width: 14, cell: ({ required }) => figure(required) },
      ],
      record.years,
    ),
    tableSheet(
      'Cán bộ',
      { title, note },
      [
        { name: 'Họ và tên', width: 30, cell: ({ fullName }) => words(fullName) },
        { name: 'Mã cán bộ', width: 14, cell: ({ staffCode }) => codeCell(staffCode) },
        { name: 'Ngày sinh', width: 13, cell: ({ birthDate }) => birthCell(birthDate) },
        { name: 'Đối tượng', width: 14, cell: (row) => words(STAFF[row.staffCategory]) },
        { name: 'Đơn vị', width: 38, cell: ({ unitName }) => words(unitName) },
        { name: 'Vị trí việc làm', width: 28, cell: ({ jobPosition }) => words(jobPosition) },
        { name: 'Ngạch, hạng', width: 18, cell: ({ rank }) => words(rank) },
        { name: 'Chức vụ', width: 24, cell: ({ leadership }) => words(leadership) },
      ],
      [record],
    ),
    tableSheet(
      'Quá trình công tác',
      { title, note },
      [
        { name: 'Từ ngày', width: 13, cell: ({ validFrom }) => dayCell(validFrom) },
        { name: 'Trước ngày', width: 13, cell: ({ validTo }) => dayCell(validTo) },
        { name: 'Đơn vị', width: 40, cell: ({ unitName }) => words(unitName) },
        { name: 'Vị trí việc làm', width: 28, cell: ({ jobPosition }) => words(jobPosition) },
        { name: 'Chức vụ', width: 24, cell: ({ leadership }) => words(leadership) },
      ],
      record.positions,
    ),
  ]);
}
