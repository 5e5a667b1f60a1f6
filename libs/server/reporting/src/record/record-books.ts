/** The room where records of units and of courses become workbooks for Excel. */
import type { SubjectRecord, UnitRecord, YearTrend } from '@tap-huan/contract';
import { formatDay, formatMarks } from '@tap-huan/rules';
import {
  type Column,
  countColumn,
  dayCell,
  figure,
  hundredth,
  tableSheet,
  words,
  workbook,
} from '@tap-huan/server/platform';
import { FORMS, GROUPS, KINDS } from '../document/vietnamese';
import { COMPLETION_COLUMNS } from './completion-columns';
import type { CompletionLine } from './completions';

export const TREND_COLUMNS: readonly Column<YearTrend>[] = [
  { name: 'Năm', width: 9, cell: ({ year }) => figure(year, '0') },
  { name: 'Lượt hoàn thành', width: 16, cell: ({ trainings }) => figure(trainings) },
  { name: 'Số người', width: 12, cell: ({ persons }) => figure(persons) },
  { name: 'Số tiết', width: 12, cell: ({ hours }) => hundredth(hours) },
  { name: 'Điểm trung bình', width: 14, cell: (row) => hundredth(row.meanScoreOfTen) },
];

const groupColumns = (
  name: string,
  words_: Record<string, string>,
): Column<UnitRecord['contentGroups'][number]>[] => [
  { name, width: 44, cell: ({ key }) => words(words_[key] ?? key) },
  { name: 'Lượt hoàn thành', width: 16, cell: ({ trainings }) => figure(trainings) },
  { name: 'Số người', width: 12, cell: ({ persons }) => figure(persons) },
  { name: 'Số tiết', width: 12, cell: ({ hours }) => hundredth(hours) },
];

/** Excel has one sheet name once: the years say which period it is. */
const period = (year: number | undefined): string =>
  year === undefined ? 'mọi năm' : `năm ${year}`;

export function unitRecordBook(
  record: UnitRecord,
  lines: readonly CompletionLine[],
  { year, madeOn }: { year: number | undefined; madeOn: string },
): Promise<Buffer> {
  const heading = {
    title: `Hồ sơ bồi dưỡng: ${record.unitName}`,
    note: `${period(year)}  ·  lập ngày ${formatDay(madeOn)}`,
  };
  return workbook([
    tableSheet('Theo năm', heading, TREND_COLUMNS, record.trend),
    tableSheet(
      'Nhóm nội dung',
      heading,
      groupColumns('Nhóm nội dung', GROUPS),
      record.contentGroups,
    ),
    tableSheet('Hình thức', heading, groupColumns('Hình thức', FORMS), record.deliveryForms),
    tableSheet(
      'Khóa, chương trình',
      heading,
      [
        countColumn(),
        { name: 'Khóa, chương trình bồi dưỡng', width: 48, cell: ({ title }) => words(title) },
        { name: 'Loại', width: 14, cell: ({ kind }) => words(KINDS[kind]) },
        { name: 'Lượt hoàn thành', width: 16, cell: ({ trainings }) => figure(trainings) },
        { name: 'Số người', width: 12, cell: ({ persons }) => figure(persons) },
        { name: 'Số tiết', width: 12, cell: ({ hours }) => hundredth(hours) },
        { name: 'Điểm trung bình', width: 14, cell: (row) => hundredth(row.meanScoreOfTen) },
        { name: 'Gần nhất', width: 12, cell: ({ lastOn }) => dayCell(lastOn) },
      ],
      record.courses,
    ),
    tableSheet('Danh sách', heading, COMPLETION_COLUMNS, lines),
  ]);
}

/** Bins of a distribution in words: from 800 on it is "8 – dưới 9". */
export const binWords = (from: number): string =>
  from === 900 ? '9 – 10' : `${formatMarks(from)} – dưới ${formatMarks(from + 100)}`;

export function subjectRecordBook(
  record: SubjectRecord,
  lines: readonly CompletionLine[],
  { year, madeOn }: { year: number | undefined; madeOn: string },
): Promise<Buffer> {
  const heading = {
    title: `${record.kind === 'course' ? 'Khóa' : 'Chương trình'} ${record.code}: ${record.title}`,
    note: `${period(year)}  ·  ${record.completed} lượt hoàn thành  ·  lập ngày ${formatDay(madeOn)}`,
  };
  return workbook([
    tableSheet('Danh sách hoàn thành', heading, COMPLETION_COLUMNS, lines),
    tableSheet('Theo năm', heading, TREND_COLUMNS, record.trend),
    tableSheet(
      'Xếp loại',
      heading,
      [
        { name: 'Xếp loại', width: 18, cell: ({ label }) => words(label) },
        { name: 'Số lượt', width: 12, cell: ({ count }) => figure(count) },
      ],
      record.grades,
    ),
    tableSheet(
      'Phổ điểm',
      heading,
      [
        { name: 'Khoảng điểm', width: 18, cell: ({ from }) => words(binWords(from)) },
        { name: 'Số lượt', width: 12, cell: ({ count }) => figure(count) },
      ],
      record.distribution,
    ),
  ]);
}
