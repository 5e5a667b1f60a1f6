/** The room of the workbooks of an import: the template, filled or not, and the wrong lines with their reasons. */
import type { ImportField } from '@tap-huan/contract';
import { formatBirthDate, formatDay } from '@tap-huan/rules';
import writeXlsxFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node';
import { CATEGORY_NAMES } from './changes';
import type { KnownOfficer } from './judge';
import type { WrongLines } from './officer-import.reader';
import { FIELD_NAMES, problemWords } from './problem-words';

const FONT = { fontFamily: 'Times New Roman', fontSize: 12 };
const HEAD: CellObject = {
  fontWeight: 'bold',
  backgroundColor: '#E3EFEA',
  borderStyle: 'thin',
  borderColor: '#B8C4C0',
  alignVertical: 'center',
  wrap: true,
};
const WRONG: CellObject = { backgroundColor: '#F8E3DE', wrap: true, alignVertical: 'top' };

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

const text = (value: string, style: CellObject = {}): CellObject =>
  value === '' ? style : { ...style, type: String, value };

const headOf = (titles: readonly string[]): Row =>
  titles.map((value) => ({ ...HEAD, type: String, value }));

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
  const list: Sheet<Buffer> = {
    sheet: 'Danh sách',
    data: [
      headOf(COLUMNS.map(([field]) => FIELD_NAMES[field])),
      ...officers.map((officer) => officerRow(officer, repeated)),
    ],
    columns: COLUMNS.map(([, width]) => ({ width })),
    stickyRowsCount: 1,
  };
  const guide: Sheet<Buffer> = {
    sheet: 'Hướng dẫn',
    data: [
      headOf(['Tên cột', 'Cách điền']),
      ...GUIDE.map(([field, words]): Row => [
        text(FIELD_NAMES[field], { fontWeight: 'bold', alignVertical: 'top' }),
        text(words, { wrap: true }),
      ]),
    ],
    columns: [{ width: 24 }, { width: 90 }],
  };
  const places: Sheet<Buffer> = {
    sheet: 'Đơn vị',
    data: [
      headOf(['Mã', 'Tên', 'Trực thuộc']),
      ...units.map(({ code, name, parentName }): Row => [
        text(code),
        text(name),
        text(parentName ?? ''),
      ]),
    ],
    columns: [{ width: 18 }, { width: 60 }, { width: 50 }],
    stickyRowsCount: 1,
  };
  return writeXlsxFile([list, guide, places], FONT).toBuffer();
}

/** Names that do not tell one unit from another: their officers are listed under the code. */
function repeatedNames(units: readonly TemplateUnit[]): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of units) (seen.has(name) ? repeated : seen).add(name);
  return repeated;
}

function officerRow(
  { person, post, unitName, unitCode }: KnownOfficer,
  repeated: ReadonlySet<string>,
): Row {
  const values: Partial<Record<ImportField, string>> = {
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
  return COLUMNS.map(([field]) => text(values[field] ?? ''));
}

/** The lines as they stood, each with its row and what is wrong; the wrong cells are coloured. */
export function wrongBook({ headings, lines }: WrongLines): Promise<Buffer> {
  const list: Sheet<Buffer> = {
    sheet: 'Dòng sai',
    data: [
      headOf([...headings, 'Lý do', 'Dòng trong tệp']),
      ...lines.map(({ row, cells, problems }): Row => {
        const wrong = new Set(problems.map(({ column }) => column));
        return [
          ...headings.map((_, at) => text(cells[at] ?? '', wrong.has(at) ? WRONG : {})),
          text(problems.map(problemWords).join('; '), { ...WRONG, textColor: '#8C2F1B' }),
          { type: Number, value: row, format: '0' } satisfies CellObject,
        ];
      }),
    ],
    columns: [...headings.map(() => ({ width: 20 })), { width: 70 }, { width: 12 }],
    stickyRowsCount: 1,
  };
  return writeXlsxFile([list], FONT).toBuffer();
}
