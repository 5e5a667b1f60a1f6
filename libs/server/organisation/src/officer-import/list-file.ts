/** The room where the bytes of a staff list become rows of text, whether Excel or plain text holds them. */
import type { ImportFailure } from '@tap-huan/contract';
import { collapseSpaces, toNfc } from '@tap-huan/rules';
import { Failure } from '@tap-huan/server/platform';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';

/** A row of a file as it is counted there: 1 is the first. */
export interface ListRow {
  number: number;
  cells: string[];
}

/** The list as a whole cannot be read. */
export class UnreadableList extends Error {
  constructor(readonly reason: ImportFailure) {
    super(reason);
  }
}

/** Columns and letters of a cell beyond which nothing is read. */
const MOST_COLUMNS = 100;
const LONGEST_CELL = 1_000;
/** Bytes into which a workbook may unfold. */
const MOST_UNFOLDED = 400 * 1024 * 1024;

const isPackage = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
const isWide = ([first, second]: Buffer): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** @throws Failure `file_kind_not_allowed` for what is neither a workbook nor text, such as the old .xls */
export function requireListFile(bytes: Buffer): void {
  if (bytes.length === 0 || (!isPackage(bytes) && !isWide(bytes) && bytes.includes(0))) {
    throw new Failure('file_kind_not_allowed');
  }
}

/** The sheets of a list; a text file has one. @throws UnreadableList */
export async function readListFile(bytes: Buffer): Promise<ListRow[][]> {
  try {
    return isPackage(bytes) ? await sheetsOf(bytes) : [rowsOfText(decoded(bytes))];
  } catch {
    throw new UnreadableList('unreadable');
  }
}

async function sheetsOf(bytes: Buffer): Promise<ListRow[][]> {
  if (unfoldedSize(bytes) > MOST_UNFOLDED) throw new Error('The package unfolds beyond measure.');
  const sheets = await readXlsxFile(bytes);
  return sheets.map(({ data }) =>
    data.map((row, index) => ({
      number: index + 1,
      cells: row.slice(0, MOST_COLUMNS).map(textOf),
    })),
  );
}

/** What the package says that its parts unfold to, in bytes. */
function unfoldedSize(bytes: Buffer): number {
  let size = 0;
  const entry = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  for (let at = bytes.indexOf(entry); at >= 0; at = bytes.indexOf(entry, at + 4)) {
    if (at + 28 <= bytes.length) size += bytes.readUInt32LE(at + 24);
  }
  return size;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A cell in the words that a person would type: days as dd/MM/yyyy. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const [day, month] = [value.getUTCDate(), value.getUTCMonth() + 1];
    return `${twoDigits(day)}/${twoDigits(month)}/${value.getUTCFullYear()}`;
  }
  return clean(String(value as string | number | boolean));
}

const clean = (text: string): string =>
  collapseSpaces(toNfc(text).replace(/\p{Cc}+/gu, ' ')).slice(0, LONGEST_CELL);

function rowsOfText(text: string): ListRow[] {
  const records = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  }) as string[][];
  return records.map((record, index) => ({
    number: index + 1,
    cells: record.slice(0, MOST_COLUMNS).map(clean),
  }));
}

/** Vietnamese Excel writes semicolons; what parts the first lines most often parts them all. */
function delimiterOf(text: string): string {
  const head = text.split('\n', 20).join('\n');
  const count = (sign: string) => head.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

function decoded(bytes: Buffer): string {
  const text = isWide(bytes)
    ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
    : utf8OrOld(bytes);
  return text.replace(/^\uFEFF/, '');
}

function utf8OrOld(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What old Vietnamese editors wrote.
    return new TextDecoder('windows-1258').decode(bytes);
  }
}
