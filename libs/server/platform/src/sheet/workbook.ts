/** The room where sheets become an .xlsx file (ECMA-376), written piece by piece while it is being sent. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { cellOf, columnLetters, sheetTail, sheetTop } from './sheet-xml';
import { Styles } from './styles';
import type { Sheet, SheetRow } from './table';
import { cellText, escaped } from './xml';

/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** Letters that are given to the packer at once. */
const PIECE = 64 * 1024;
/** Enough for tables, and three times as fast as the usual 6. */
const LEVEL = 3;
/** Always the same, so that the same sheets are the same bytes. */
const MTIME = new Date(2026, 0, 1);

/** Text that occurs is written once and pointed at. */
class Strings {
  private readonly places = new Map<string, number>();

  at(value: string): number {
    const known = this.places.get(value);
    if (known !== undefined) return known;
    this.places.set(value, this.places.size);
    return this.places.size - 1;
  }

  *xml(): Iterable<string> {
    yield `${HEADER}<sst xmlns="${MAIN}">`;
    for (const value of this.places.keys()) {
      yield `<si><t xml:space="preserve">${cellText(value)}</t></si>`;
    }
    yield '</sst>';
  }
}

/** The bytes of an .xlsx file. */
export const workbook = (sheets: readonly Sheet[]): Promise<Buffer> =>
  buffer(workbookStream(sheets));

/** The same as a stream: rows are made as the receiver takes them. */
export function workbookStream(given: readonly Sheet[]): Readable {
  const sheets = named(given);
  const strings = new Strings();
  const styles = new Styles();
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  // A row that cannot be made ends the file that is being sent, and nothing else.
  zip.on('error', (error: Error) => output.destroy(error));
  const add = (path: string, xml: () => Iterable<string>): void =>
    zip.addReadStreamLazy(path, { compressionLevel: LEVEL, mtime: MTIME }, (give) =>
      give(null, Readable.from(pieces(xml()), { objectMode: false })),
    );
  add('[Content_Types].xml', () => [HEADER, contentTypes(sheets.length)]);
  add('_rels/.rels', () => [HEADER, relations([['officeDocument', 'xl/workbook.xml']])]);
  add('xl/workbook.xml', () => [HEADER, bookXml(sheets)]);
  add('xl/_rels/workbook.xml.rels', () => [
    HEADER,
    relations([
      ...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
  ]);
  sheets.forEach((sheet, at) =>
    add(`xl/worksheets/sheet${at + 1}.xml`, () => sheetXml(sheet, styles, strings)),
  );
  // Known only after the sheets: the packer asks for one part after the other.
  add('xl/sharedStrings.xml', () => strings.xml());
  add('xl/styles.xml', () => [HEADER, styles.xml()]);
  zip.end();
  return output;
}

function* pieces(xml: Iterable<string>): Iterable<Buffer> {
  let piece = '';
  for (const each of xml) {
    piece += each;
    if (piece.length >= PIECE) {
      yield Buffer.from(piece);
      piece = '';
    }
  }
  if (piece !== '') yield Buffer.from(piece);
}

function* sheetXml(sheet: Sheet, styles: Styles, strings: Strings): Iterable<string> {
  yield `${HEADER}${sheetTop(sheet, styles)}<sheetData>`;
  const letters = columnLetters(sheet.widths.length);
  let number = 0;
  const rowXml = ({ cells, base, height, across }: SheetRow): string => {
    number += 1;
    let xml = `<row r="${number}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
    const count = across ? 1 : letters.length;
    for (let at = 0; at < count; at += 1) {
      xml += cellOf(`${letters[at]}${number}`, cells[at], base, styles, strings);
    }
    return `${xml}</row>`;
  };
  for (const row of sheet.head) yield rowXml(row);
  for (const row of sheet.body()) yield rowXml(row);
  yield `</sheetData>${sheetTail(sheet)}</worksheet>`;
}

/** Excel allows 31 letters, none of these, no apostrophe at the ends, and each name once. */
function named(sheets: readonly Sheet[]): Sheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet, at) => {
    const clean = sheet.name
      .normalize('NFC')

      .replace(/[\\/?*[\]:\u0000-\u001f]/g, ' ')
      .slice(0, 31)
      .toWellFormed()
      .replace(/^[' ]+|[' ]+$/g, '');
    let name = clean || `Trang ${at + 1}`;
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${clean.slice(0, 26)} (${n})`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

function contentTypes(sheets: number): string {
  const type = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return [
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    type('workbook', 'sheet.main'),
    ...Array.from({ length: sheets }, (_, at) => type(`worksheets/sheet${at + 1}`, 'worksheet')),
    type('styles', 'styles'),
    type('sharedStrings', 'sharedStrings'),
    '</Types>',
  ].join('');
}

const relations = (targets: readonly [kind: string, target: string][]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(
      ([kind, target], at) =>
        `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

function bookXml(sheets: readonly Sheet[]): string {
  const names = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const places = sheets.map(({ name, head, lines, widths }, at) => {
    const last = columnLetters(widths.length).at(-1);
    const quoted = escaped(`'${name.replaceAll("'", "''")}'`);
    return {
      filter: `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted}!$A$${head.length}:$${last}$${head.length + lines}</definedName>`,
      // The names of the columns stand on every printed page.
      titles: `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted}!$${head.length}:$${head.length}</definedName>`,
    };
  });
  return [
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews>`,
    `<sheets>${names.join('')}</sheets>`,
    `<definedNames>${places.map(({ filter }) => filter).join('')}${places.map(({ titles }) => titles).join('')}</definedNames>`,
    '</workbook>',
  ].join('');
}
