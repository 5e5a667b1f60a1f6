/** The room where lists of cases and of exceptions become sheets for Excel. */
import type { Readable } from 'node:stream';
import type { CaseRow, ExceptionRow } from '@tap-huan/contract';
import { effectiveDue, formatDay } from '@tap-huan/rules';
import writeXlsxFile, { type Cell, type CellObject, type Row } from 'write-excel-file/node';

const FRAME: CellObject = { borderStyle: 'thin', borderColor: '#B8C4C0', alignVertical: 'center' };

interface Column<T> {
  name: string;
  /** Letters. */
  width: number;
  cell: (line: T, index: number) => CellObject;
}

const text = (value: string): CellObject => ({ type: String, value });
const number = (value: number): CellObject => ({
  type: Number,
  value,
  format: '0',
  align: 'center',
});
/** Days become real dates, at midnight UTC as the sheet counts them. */
const date = (day: string | null): CellObject =>
  day === null
    ? {}
    : { type: Date, value: new Date(`${day}T00:00:00Z`), format: 'dd/mm/yyyy', align: 'center' };

export const STATE_NAMES: Record<CaseRow['state'], string> = {
  overdue: 'Quá hạn',
  due: 'Đang trong hạn',
  waiting: 'Chưa đến kỳ',
  exempt: 'Được miễn',
  done: 'Đã hoàn thành',
  left: 'Thôi thuộc đối tượng',
};

const CASES: readonly Column<CaseRow>[] = [
  { name: 'STT', width: 6, cell: (_, index) => number(index + 1) },
  { name: 'Họ và tên', width: 30, cell: ({ fullName }) => text(fullName) },
  { name: 'Mã cán bộ', width: 14, cell: ({ staffCode }) => text(staffCode) },
  { name: 'Vị trí việc làm', width: 30, cell: ({ jobPosition }) => text(jobPosition) },
  { name: 'Đơn vị công tác', width: 40, cell: ({ unitName }) => text(unitName) },
  { name: 'Tình trạng', width: 20, cell: ({ state }) => text(STATE_NAMES[state]) },
  { name: 'Lần', width: 7, cell: ({ occurrence }) => number(occurrence) },
  { name: 'Giao từ ngày', width: 14, cell: ({ since }) => date(since) },
  { name: 'Hạn hoàn thành', width: 14, cell: (line) => date(effectiveDue(line)) },
  { name: 'Gia hạn đến', width: 14, cell: ({ extendedTo }) => date(extendedTo) },
  { name: 'Ngày hoàn thành', width: 14, cell: ({ doneOn }) => date(doneOn) },
  {
    name: 'Bài đã học',
    width: 12,
    cell: ({ progress }) => text(progress ? `${progress.done}/${progress.total}` : ''),
  },
];

const EXCEPTIONS: readonly Column<ExceptionRow>[] = [
  { name: 'STT', width: 6, cell: (_, index) => number(index + 1) },
  { name: 'Họ và tên', width: 30, cell: ({ fullName }) => text(fullName) },
  { name: 'Mã cán bộ', width: 14, cell: ({ staffCode }) => text(staffCode) },
  { name: 'Đơn vị công tác', width: 40, cell: ({ unitName }) => text(unitName) },
  {
    name: 'Loại',
    width: 12,
    cell: ({ kind }) => text(kind === 'exemption' ? 'Miễn' : 'Gia hạn'),
  },
  { name: 'Nội dung được giao', width: 44, cell: ({ subject }) => text(subject) },
  { name: 'Lý do', width: 40, cell: ({ reason }) => text(reason) },
  { name: 'Căn cứ', width: 30, cell: ({ legalBasis }) => text(legalBasis) },
  { name: 'Từ ngày', width: 14, cell: ({ fromDay }) => date(fromDay) },
  { name: 'Đến ngày', width: 14, cell: ({ toDay }) => date(toDay) },
  {
    name: 'Còn hiệu lực',
    width: 13,
    cell: ({ active }) => ({ ...text(active ? 'Có' : 'Không'), align: 'center' }),
  },
  { name: 'Người quyết định', width: 28, cell: ({ byName }) => text(byName ?? '') },
  { name: 'Ngày ghi', width: 14, cell: ({ at }) => date(localDay(at)) },
];

/** The day of an instant in Vietnam. */
const localDay = (instant: string): string =>
  new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 10);

export const casesSheet = (
  lines: readonly CaseRow[],
  title: string,
  madeOn: string,
): Promise<Readable> =>
  sheet(CASES, lines, { name: 'Danh sách', heading: `DANH SÁCH: ${title}`, madeOn });

export const exceptionsSheet = (
  lines: readonly ExceptionRow[],
  madeOn: string,
): Promise<Readable> =>
  sheet(EXCEPTIONS, lines, {
    name: 'Miễn và gia hạn',
    heading: 'DANH SÁCH CÁN BỘ ĐƯỢC MIỄN, ĐƯỢC GIA HẠN',
    madeOn,
  });

function sheet<T>(
  columns: readonly Column<T>[],
  lines: readonly T[],
  { name, heading, madeOn }: { name: string; heading: string; madeOn: string },
): Promise<Readable> {
  const across = (value: string, style: CellObject): Row => [
    { ...text(value), columnSpan: columns.length, align: 'center', ...style },
    ...columns.slice(1).map((): Cell => null),
  ];
  const head: Row[] = [
    across(heading, { fontWeight: 'bold', fontSize: 14, height: 26, alignVertical: 'center' }),
    across(`${lines.length} dòng, lập ngày ${formatDay(madeOn)}`, { fontStyle: 'italic' }),
    columns.map((column): Cell => ({
      ...FRAME,
      ...text(column.name),
      align: 'center',
      wrap: true,
      fontWeight: 'bold',
      backgroundColor: '#E3EFEA',
      height: 32,
    })),
  ];
  const body = lines.map((line, index): Row =>
    columns.map(({ cell }): Cell => ({ ...FRAME, wrap: true, ...cell(line, index) })),
  );
  const file = writeXlsxFile(
    [...head, ...body],
    {
      sheet: name,
      orientation: 'landscape',
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: head.length,
    },
    { fontFamily: 'Times New Roman', fontSize: 12 },
  );
  return (file.toStream as () => Promise<Readable>)();
}
