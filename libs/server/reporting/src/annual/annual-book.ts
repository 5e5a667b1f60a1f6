/** The room where the annual report becomes a workbook for Excel: the figures, the groups, and the list of persons. */
import type { AnnualReport } from '@tap-huan/contract';
import { formatDay } from '@tap-huan/rules';
import {
  type Column,
  countColumn,
  figure,
  hundredth,
  tableSheet,
  words,
  workbook,
} from '@tap-huan/server/platform';
import { FORMS, GROUPS, STAFF } from '../document/vietnamese';
import { COMPLETION_COLUMNS } from '../record/completion-columns';
import type { CompletionLine } from '../record/completions';
import { binWords, TREND_COLUMNS } from '../record/record-books';

type Group = AnnualReport['forms'][number] & { section: string; name: string };

const GROUP_COLUMNS: readonly Column<Group>[] = [
  { name: 'Phân nhóm', width: 20, cell: ({ section }) => words(section) },
  { name: 'Nhóm', width: 46, cell: ({ name }) => words(name) },
  { name: 'Số người', width: 12, cell: ({ persons }) => figure(persons) },
  { name: 'Lượt hoàn thành', width: 14, cell: ({ trainings }) => figure(trainings) },
  { name: 'Số tiết', width: 12, cell: ({ hours }) => hundredth(hours) },
];

const UNIT_COLUMNS: readonly Column<AnnualReport['units'][number]>[] = [
  countColumn(),
  { name: 'Đơn vị', width: 44, cell: ({ unitName }) => words(unitName) },
  { name: 'Cán bộ', width: 11, cell: ({ officers }) => figure(officers) },
  { name: 'Được bồi dưỡng', width: 14, cell: ({ persons }) => figure(persons) },
  { name: 'Lượt hoàn thành', width: 14, cell: ({ trainings }) => figure(trainings) },
  { name: 'Số tiết', width: 12, cell: ({ hours }) => hundredth(hours) },
  { name: 'Đạt giờ năm', width: 12, cell: ({ reached }) => figure(reached) },
];

const COURSE_COLUMNS: readonly Column<AnnualReport['courses'][number]>[] = [
  countColumn(),
  { name: 'Khóa bồi dưỡng', width: 50, cell: ({ title }) => words(title) },
  { name: 'Nhóm nội dung', width: 36, cell: (row) => words(GROUPS[row.contentGroup]) },
  { name: 'Hình thức', width: 26, cell: ({ form }) => words(FORMS[form]) },
  { name: 'Lượt hoàn thành', width: 14, cell: ({ trainings }) => figure(trainings) },
  { name: 'Số tiết', width: 12, cell: ({ hours }) => hundredth(hours) },
  { name: 'Điểm trung bình', width: 13, cell: (row) => hundredth(row.meanScoreOfTen) },
];

const factsOf = (report: AnnualReport): { name: string; value: number; hours?: boolean }[] => [
  {
    name: `Cán bộ, công chức, viên chức ngày ${formatDay(report.countedOn)}`,
    value: report.officers,
  },
  { name: 'Số người được đào tạo, bồi dưỡng trong năm', value: report.persons },
  { name: 'Lượt hoàn thành', value: report.trainings },
  { name: 'Tổng số tiết', value: report.hours, hours: true },
  { name: 'Số tiết tối thiểu của năm', value: report.required },
  { name: 'Số người đạt số tiết tối thiểu', value: report.reached },
];

function groupsOf(report: AnnualReport): Group[] {
  const named = (
    section: string,
    rows: AnnualReport['forms'],
    names: Record<string, string>,
  ): Group[] => rows.map((row) => ({ ...row, section, name: names[row.key] ?? row.key }));
  return [
    ...named('Nhóm nội dung', report.contentGroups, GROUPS),
    ...named('Hình thức', report.forms, FORMS),
    ...named('Đối tượng', report.staffCategories, STAFF),
  ];
}

/** The bytes of an .xlsx file. */
export function annualBook(
  report: AnnualReport,
  lines: readonly CompletionLine[],
  madeOn: string,
): Promise<Buffer> {
  const heading = {
    title: `Kết quả đào tạo, bồi dưỡng năm ${report.year}`,
    note: `${report.unitName}  ·  lập ngày ${formatDay(madeOn)}`,
  };
  const scores = [
    ...report.grades.map(({ label, count }) => ({ section: 'Xếp loại', name: label, count })),
    ...report.distribution.map(({ from, count }) => ({
      section: 'Phổ điểm',
      name: binWords(from),
      count,
    })),
  ];
  return workbook([
    tableSheet(
      'Tổng hợp',
      heading,
      [
        { name: 'Chỉ tiêu', width: 54, cell: ({ name }) => words(name) },
        {
          name: 'Số liệu',
          width: 16,
          cell: ({ value, hours }) => (hours ? hundredth(value) : figure(value)),
        },
      ],
      factsOf(report),
    ),
    tableSheet('Theo nhóm', heading, GROUP_COLUMNS, groupsOf(report)),
    tableSheet('Theo đơn vị', heading, UNIT_COLUMNS, report.units),
    tableSheet('Theo khóa', heading, COURSE_COLUMNS, report.courses),
    tableSheet(
      'Xếp loại, phổ điểm',
      heading,
      [
        { name: 'Thống kê', width: 16, cell: ({ section }) => words(section) },
        { name: 'Nhóm', width: 20, cell: ({ name }) => words(name) },
        { name: 'Số lượt', width: 12, cell: ({ count }) => figure(count) },
      ],
      scores,
    ),
    tableSheet('Qua các năm', heading, TREND_COLUMNS, report.trend),
    tableSheet('Danh sách', heading, COMPLETION_COLUMNS, lines),
  ]);
}
