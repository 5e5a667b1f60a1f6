/** The room where lists of cases and of exceptions become sheets for Excel. */
import type { Readable } from 'node:stream';
import type { CaseRow, ExceptionRow } from '@tap-huan/contract';
import { effectiveDue, formatDay } from '@tap-huan/rules';
import {
  codeCell,
  type Column,
  countColumn,
  dayCell,
  figure,
  styled,
  tableSheet,
  words,
  workbookStream,
} from '@tap-huan/server/platform';

export const STATE_NAMES: Record<CaseRow['state'], string> = {
  overdue: 'Quá hạn',
  due: 'Đang trong hạn',
  waiting: 'Chưa đến kỳ',
  exempt: 'Được miễn',
  done: 'Đã hoàn thành',
  left: 'Thôi thuộc đối tượng',
};

const CASES: readonly Column<CaseRow>[] = [
  countColumn(),
  { name: 'Họ và tên', width: 30, cell: ({ fullName }) => words(fullName) },
  { name: 'Mã cán bộ', width: 14, cell: ({ staffCode }) => codeCell(staffCode) },
  { name: 'Vị trí việc làm', width: 30, cell: ({ jobPosition }) => words(jobPosition) },
  { name: 'Đơn vị công tác', width: 40, cell: ({ unitName }) => words(unitName) },
  { name: 'Tình trạng', width: 20, cell: ({ state }) => words(STATE_NAMES[state]) },
  {
    name: 'Lần',
    width: 7,
    cell: ({ occurrence }) => styled(figure(occurrence, '0'), { align: 'center' }),
  },
  { name: 'Giao từ ngày', width: 14, cell: ({ since }) => dayCell(since) },
  { name: 'Hạn hoàn thành', width: 14, cell: (line) => dayCell(effectiveDue(line)) },
  { name: 'Gia hạn đến', width: 14, cell: ({ extendedTo }) => dayCell(extendedTo) },
  { name: 'Ngày hoàn thành', width: 14, cell: ({ doneOn }) => dayCell(doneOn) },
  {
    name: 'Bài đã học',
    width: 12,
    cell: ({ progress }) => words(progress ? `${progress.done}/${progress.total}` : ''),
  },
];

const EXCEPTIONS: readonly Column<ExceptionRow>[] = [
  countColumn(),
  { name: 'Họ và tên', width: 30, cell: ({ fullName }) => words(fullName) },
  { name: 'Mã cán bộ', width: 14, cell: ({ staffCode }) => codeCell(staffCode) },
  { name: 'Đơn vị công tác', width: 40, cell: ({ unitName }) => words(unitName) },
  {
    name: 'Loại',
    width: 12,
    cell: ({ kind }) => words(kind === 'exemption' ? 'Miễn' : 'Gia hạn'),
  },
  { name: 'Nội dung được giao', width: 44, cell: ({ subject }) => words(subject) },
  { name: 'Lý do', width: 40, cell: ({ reason }) => words(reason) },
  { name: 'Căn cứ', width: 30, cell: ({ legalBasis }) => words(legalBasis) },
  { name: 'Từ ngày', width: 14, cell: ({ fromDay }) => dayCell(fromDay) },
  { name: 'Đến ngày', width: 14, cell: ({ toDay }) => dayCell(toDay) },
  {
    name: 'Còn hiệu lực',
    width: 13,
    cell: ({ active }) => styled(words(active ? 'Có' : 'Không'), { align: 'center' }),
  },
  { name: 'Người quyết định', width: 28, cell: ({ byName }) => words(byName ?? '') },
  { name: 'Ngày ghi', width: 14, cell: ({ at }) => dayCell(localDay(at)) },
];

/** The day of an instant in Vietnam. */
const localDay = (instant: string): string =>
  new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

export const casesSheet = (lines: readonly CaseRow[], title: string, madeOn: string): Readable =>
  sheet(CASES, lines, { name: 'Danh sách', heading: `DANH SÁCH: ${title}`, madeOn });

export const exceptionsSheet = (lines: readonly ExceptionRow[], madeOn: string): Readable =>
  sheet(EXCEPTIONS, lines, {
    name: 'Miễn và gia hạn',
    heading: 'DANH SÁCH CÁN BỘ ĐƯỢC MIỄN, ĐƯỢC GIA HẠN',
    madeOn,
  });

function sheet<T>(
  columns: readonly Column<T>[],
  lines: readonly T[],
  { name, heading, madeOn }: { name: string; heading: string; madeOn: string },
): Readable {
  const note = `${lines.length} dòng, lập ngày ${formatDay(madeOn)}`;
  return workbookStream([
    tableSheet(name, { title: heading, note, centred: true }, columns, lines),
  ]);
}
