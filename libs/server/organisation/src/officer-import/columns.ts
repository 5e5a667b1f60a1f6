/** The room where the columns of a staff list are recognised by their names. */
import { IMPORT_FIELDS, type ImportField, SHARED_FIELDS } from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';
import { type ListRow, UnreadableList } from './list-file';

/** Names of columns as lists in use have them, folded; the first of each is the one of our template. */
const NAMES: Record<ImportField, readonly string[]> = {
  staffCode:
    'ma can bo|ma cb|ma so can bo|ma so|ma nhan vien|ma nv|ma cong chuc|ma vien chuc|ma cbccvc|ma cbcc|so hieu cong chuc|so hieu cbcc|so hieu|ma|staff code|employee id|code'.split(
      '|',
    ),
  fullName:
    'ho va ten|ho ten|ho va ten khai sinh|ho ten can bo|ho va ten can bo|ten can bo|full name|name'.split(
      '|',
    ),
  familyName: 'ho va ten dem|ho dem|ho va dem|ho lot|ho va chu lot|ho|family name|last name'.split(
    '|',
  ),
  givenName: 'ten|given name|first name'.split('|'),
  birthDate:
    'ngay sinh|ngay thang nam sinh|ngay thang sinh|nam sinh|sinh ngay|ngay sinh nam|ngay sinh nu|ngay thang nam sinh nam|ngay thang nam sinh nu|nam sinh nam|nam sinh nu|date of birth|birth date|birthday'.split(
      '|',
    ),
  unit: 'don vi|don vi cong tac|ma don vi|ten don vi|co quan don vi|co quan|noi cong tac|phong ban|phong|unit'.split(
    '|',
  ),
  jobPosition:
    'vi tri viec lam|vi tri cong tac|vi tri|chuc danh|chuc danh nghe nghiep|cong viec|cong viec dam nhiem|job position|job title|position'.split(
      '|',
    ),
  rank: 'ngach hang|ngach|ngach cong chuc|hang|hang chuc danh|hang vien chuc|ten ngach|rank|grade'.split(
    '|',
  ),
  leadership:
    'chuc vu lanh dao|chuc vu|chuc vu lanh dao quan ly|chuc vu quan ly|chuc vu hien tai|leadership|leadership post'.split(
      '|',
    ),
  appointedOn:
    'ngay bo nhiem|ngay bo nhiem chuc vu|ngay bo nhiem lanh dao|bo nhiem ngay|thoi diem bo nhiem|appointed on'.split(
      '|',
    ),
  staffCategory:
    'doi tuong|loai can bo|loai|phan loai|nhom doi tuong|loai cbccvc|staff category|category'.split(
      '|',
    ),
  since:
    'giu vi tri tu ngay|tu ngay|ngay bat dau|ngay nhan cong tac|ngay tiep nhan|ngay ve don vi|since|start date'.split(
      '|',
    ),
  decisionNo: 'so quyet dinh|quyet dinh so|quyet dinh|decision|decision no'.split('|'),
  email: 'email|e mail|thu dien tu|hop thu|dia chi email|hop thu dien tu'.split('|'),
  phone: 'dien thoai|so dien thoai|sdt|dien thoai di dong|di dong|so di dong|phone|mobile'.split(
    '|',
  ),
};

const FIELD_OF = new Map(
  IMPORT_FIELDS.flatMap((field) => NAMES[field].map((name) => [name, field] as const)),
);

/** A column's name without case, marks, signs and what stands in brackets. */
export const foldedHeading = (heading: string): string =>
  fold(heading.replace(/\([^)]*\)/g, ' ').replace(/[^\p{L}\p{M}\d]+/gu, ' '));

/** Rows in which the names of the columns are looked for. */
const WITHIN = 40;
const MOST_ROWS = 50_000;

/** A list with its parts named. */
export interface Table {
  headerRow: number;
  headings: string[];
  rows: ListRow[];
}

/** The table in the first sheet that has one. @throws UnreadableList */
export function tableOf(sheets: readonly (readonly ListRow[])[]): Table {
  for (const least of [3, 2]) {
    for (const rows of sheets) {
      const at = headerAt(rows, least);
      if (at >= 0) return tableFrom(rows, at);
    }
  }
  throw new UnreadableList('no_table');
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

/** The row of which the most cells are names of columns, and at least so many. */
function headerAt(rows: readonly ListRow[], least: number): number {
  let best = -1;
  let most = least - 1;
  for (const [at, { cells }] of rows.slice(0, WITHIN).entries()) {
    const known = new Set(cells.map((cell) => FIELD_OF.get(foldedHeading(cell))));
    known.delete(undefined);
    if (known.size > most) [best, most] = [at, known.size];
  }
  return best;
}

function tableFrom(rows: readonly ListRow[], at: number): Table {
  const header = rows[at] as ListRow;
  const below = rows[at + 1];
  const isDouble = below !== undefined && isSecondHeader(header, below);
  const headings = isDouble ? joined(header.cells, below.cells) : header.cells;
  const width = lastFilled(headings) + 1;
  const lines = rows.slice(at + (isDouble ? 2 : 1)).filter(({ cells }) => filled(cells) > 0);
  if (lines.length === 0) throw new UnreadableList('no_rows');
  if (lines.length > MOST_ROWS) throw new UnreadableList('too_many_rows');
  return {
    headerRow: header.number,
    headings: headings.slice(0, width),
    rows: lines.map(({ number, cells }) => ({
      number,
      cells: Array.from({ length: width }, (_, index) => cells[index] ?? ''),
    })),
  };
}

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== '');

/** "Ngày sinh" with "Nam" and "Nữ" below it: words only, and none below the column that names people. */
function isSecondHeader(header: ListRow, below: ListRow): boolean {
  const words = below.cells.filter((cell) => cell !== '');
  const named = header.cells.findIndex((cell) =>
    ['staffCode', 'fullName', 'familyName'].includes(FIELD_OF.get(foldedHeading(cell)) ?? ''),
  );
  return (
    words.length > 0 &&
    named >= 0 &&
    (below.cells[named] ?? '') === '' &&
    words.every((word) => !/\d/.test(word) && word.length <= 40)
  );
}

function joined(above: readonly string[], below: readonly string[]): string[] {
  let spanning = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, index) => {
    const [top, second] = [above[index] ?? '', below[index] ?? ''];
    if (top !== '') spanning = top;
    return second === '' ? top : `${spanning} ${second}`.trim();
  });
}

/**
 * What each column probably is: as this person said before, or else by its name. A field is given once, but a date of
 * birth may stand in two columns.
 * @param remembered field by folded heading; null for a column that was left out
 */
export function suggestedMapping(
  headings: readonly string[],
  remembered: ReadonlyMap<string, ImportField | null>,
): (ImportField | null)[] {
  const given = new Set<ImportField>();
  const folded = headings.map(foldedHeading);
  const hasFamily = folded.some((name) => FIELD_OF.get(name) === 'familyName');
  return folded.map((name) => {
    const known = remembered.get(name);
    let field = known === undefined ? (FIELD_OF.get(name) ?? null) : known;
    // "Tên" alone is the whole name; beside "Họ" it is the given one.
    if (known === undefined && field === 'givenName' && !hasFamily) field = 'fullName';
    if (field === null || (given.has(field) && !SHARED_FIELDS.includes(field))) return null;
    given.add(field);
    return field;
  });
}
