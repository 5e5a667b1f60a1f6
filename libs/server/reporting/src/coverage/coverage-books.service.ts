/** The room where coverage leaves the house as a sheet for Excel, each time with a line in the audit trail. */
import { Injectable } from '@nestjs/common';
import type {
  CoverageMatrix,
  CoveragePeopleView,
  CoveragePerson,
  CoverageUnit,
  CoverageView,
} from '@tap-huan/contract';
import { coverageAt, type CoverageState, formatDay, obliged } from '@tap-huan/rules';
import {
  type Actor,
  codeCell,
  type Column,
  dayCell,
  disclose,
  figure,
  type FileToSend,
  hundredth,
  styled,
  tableSheet,
  words,
  workbook,
  Writer,
  XLSX,
} from '@tap-huan/server/platform';
import { madeFile } from '../document/made-file';
import { CoverageViewReader } from './coverage-view.reader';
import { MatrixReader } from './matrix.reader';
import { PeopleReader } from './people.reader';

const STATE_WORDS: Record<CoverageState, string> = {
  done: 'Đã hoàn thành',
  due: 'Chưa hoàn thành, còn hạn',
  overdue: 'Quá hạn',
  exempt: 'Được miễn',
};
const VERDICT_WORDS: Record<CoverageUnit['verdict'], string> = {
  covered: 'Đã phủ',
  behind: 'Chưa phủ',
  none: 'Chưa giao',
};

interface UnitLine {
  unit: CoverageUnit;
  depth: number;
}

@Injectable()
export class CoverageBooksService {
  constructor(
    private readonly matrices: MatrixReader,
    private readonly persons: PeopleReader,
    private readonly views: CoverageViewReader,
    private readonly writer: Writer,
  ) {}

  /** The whole matrix, units indented as in the tree. */
  async matrix(actor: Actor, query: CoverageView): Promise<FileToSend> {
    const matrix = await this.matrices.matrix(actor, query);
    const depths = new Map<string, number>();
    const lines = matrix.units.map((unit): UnitLine => {
      const depth = unit.parentId === null ? 0 : (depths.get(unit.parentId) ?? -1) + 1;
      depths.set(unit.id, depth);
      return { unit, depth };
    });
    const heading = [
      'ĐỘ PHỦ BỒI DƯỠNG THEO ĐƠN VỊ',
      await this.subtitle(actor, query, matrix.asOf),
      ruleWords(query),
      `Cấp xã: ${matrix.communes.covered} đã phủ, ${matrix.communes.behind} chưa phủ, ${matrix.communes.none} chưa giao.`,
    ];
    await this.audit(actor, 'coverage_exported', 'scope', { ...query, units: lines.length });
    return sheetFile(`do-phu_${matrix.asOf}.xlsx`, heading, matrixColumns(matrix), lines);
  }

  /** The names behind a cell. @throws Failure `not_found` */
  async people(
    actor: Actor,
    query: CoveragePeopleView & { search?: string | undefined },
  ): Promise<FileToSend> {
    const { found, asOf, unitName, elsewhere } = await this.persons.people(actor, query, {
      at: 0,
      size: null,
    });
    const heading = [
      `DANH SÁCH CÁN BỘ: ${unitName}`,
      await this.subtitle(actor, query, asOf),
      elsewhere > 0
        ? `${found.length} dòng; ${elsewhere} lượt của cán bộ nay thuộc đơn vị khác không nêu tên.`
        : `${found.length} dòng.`,
    ];
    const personIds = found.map(({ officerId }) => officerId);
    const detail = { ...query, lines: found.length };
    await this.audit(actor, 'coverage_people_exported', query.unitId, detail, personIds);
    return sheetFile(`can-bo-theo-do-phu_${asOf}.xlsx`, heading, PEOPLE_COLUMNS, found);
  }

  private async subtitle(actor: Actor, query: CoverageView, asOf: string): Promise<string> {
    const audience = query.audienceId
      ? await this.views.audienceName(actor, query.audienceId)
      : null;
    return [
      `Tính đến hết ngày ${formatDay(asOf)}`,
      query.by === 'now' ? 'xếp theo đơn vị kế tục hiện nay' : 'xếp theo đơn vị lúc đó',
      audience ? `đối tượng: ${audience}` : '',
    ]
      .filter(Boolean)
      .join('  ·  ');
  }

  private async audit(
    actor: Actor,
    action: string,
    id: string,
    detail: Record<string, unknown>,
    personIds: readonly string[] = [],
  ): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      await disclose(tx, { kind: 'exported', what: 'coverage', personIds });
      await tx.audit(action, { kind: 'coverage', id }, detail);
    });
  }
}

/** @param heading lines above the columns: the first is the title */
async function sheetFile<T>(
  name: string,
  [title = '', ...note]: readonly string[],
  columns: readonly Column<T>[],
  lines: readonly T[],
): Promise<FileToSend> {
  return madeFile(
    name,
    XLSX,
    await workbook([tableSheet('Độ phủ', { title, note }, columns, lines)]),
  );
}

const shareWords = (percent: number): string => (percent === 100 ? 'đủ 100 %' : `từ ${percent} %`);

const ruleWords = ({ rule, percent }: CoverageView): string =>
  rule === 'everyone'
    ? `Đơn vị được tính là đã phủ khi ${shareWords(percent)} cán bộ đã hoàn thành mọi nội dung trong bảng (người được miễn coi như xong).`
    : `Đơn vị được tính là đã phủ khi ${shareWords(percent)} người phải học đã hoàn thành mọi nội dung được giao (không tính người được miễn).`;

function matrixColumns({ subjects }: CoverageMatrix): Column<UnitLine>[] {
  const persons = (place: number, state: CoverageState): Column<UnitLine>['cell'] =>
    function cell({ unit }) {
      return figure(coverageAt(unit.figures, place).persons[state]);
    };
  return [
    {
      name: 'Đơn vị',
      width: 46,
      cell: ({ unit, depth }) => styled(words(unit.name), { indent: depth }),
    },
    { name: 'Kết luận', width: 12, cell: ({ unit }) => words(VERDICT_WORDS[unit.verdict]) },
    { name: 'Cán bộ', width: 10, cell: ({ unit }) => figure(unit.officers) },
    { name: 'Người phải học', width: 12, cell: ({ unit }) => figure(obligedIn(unit)) },
    { name: 'Người đã xong', width: 12, cell: persons(0, 'done') },
    { name: 'Người còn hạn', width: 12, cell: persons(0, 'due') },
    { name: 'Người quá hạn', width: 12, cell: persons(0, 'overdue') },
    { name: 'Người được miễn', width: 12, cell: persons(0, 'exempt') },
    {
      name: 'Lượt đã xong',
      width: 12,
      cell: ({ unit }) => figure(coverageAt(unit.figures, 0).enrolments.done),
    },
    {
      name: 'Lượt phải học',
      width: 12,
      cell: ({ unit }) => figure(obliged(coverageAt(unit.figures, 0).enrolments)),
    },
    ...subjects.flatMap(({ code, title }, at): Column<UnitLine>[] => [
      { name: `${code} · ${title}: đã xong`, width: 16, cell: persons(at + 1, 'done') },
      {
        name: `${code}: phải học`,
        width: 12,
        cell: ({ unit }) => figure(obliged(coverageAt(unit.figures, at + 1).persons)),
      },
      { name: `${code}: quá hạn`, width: 12, cell: persons(at + 1, 'overdue') },
      { name: `${code}: được miễn`, width: 12, cell: persons(at + 1, 'exempt') },
    ]),
  ];
}

const obligedIn = (unit: CoverageUnit): number => obliged(coverageAt(unit.figures, 0).persons);

const PEOPLE_COLUMNS: readonly Column<CoveragePerson>[] = [
  { name: 'STT', width: 7, cell: (_, index) => figure(index + 1) },
  { name: 'Họ và tên', width: 30, cell: ({ fullName }) => words(fullName) },
  { name: 'Mã cán bộ', width: 14, cell: ({ staffCode }) => codeCell(staffCode) },
  { name: 'Vị trí việc làm', width: 26, cell: ({ jobPosition }) => words(jobPosition) },
  { name: 'Đơn vị', width: 40, cell: ({ unitName }) => words(unitName) },
  { name: 'Mã nội dung', width: 14, cell: ({ courseCode }) => codeCell(courseCode) },
  { name: 'Khóa học, chương trình', width: 44, cell: ({ courseTitle }) => words(courseTitle) },
  { name: 'Tình trạng', width: 24, cell: ({ state }) => words(STATE_WORDS[state]) },
  { name: 'Ngày ghi danh', width: 14, cell: ({ enrolledOn }) => dayCell(enrolledOn) },
  { name: 'Hạn hoàn thành', width: 14, cell: ({ dueOn }) => dayCell(dueOn) },
  { name: 'Ngày hoàn thành', width: 14, cell: ({ doneOn }) => dayCell(doneOn) },
  {
    name: 'Điểm',
    width: 9,
    cell: ({ scoreOfTen }) => hundredth(scoreOfTen),
  },
];
