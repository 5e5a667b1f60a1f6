/** The room of Excel files: a staff list as an office would keep it, and what stands in a file that came down. */
import { strToU8, zipSync } from 'fflate';
import readExcel from 'read-excel-file/node';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const FORMAT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const xml = (text: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${text}`;
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const PARTS = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${FORMAT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${FORMAT}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/** A workbook of one sheet, written by hand; every cell is text, as lists that people type are. */
export function workbook(rows: readonly (readonly string[])[]): Buffer {
  const lines = rows.map((row, at) => {
    const cells = row.map((value, column) => {
      const place = `${String.fromCharCode(65 + column)}${at + 1}`;
      const text = `<is><t xml:space="preserve">${escaped(value)}</t></is>`;
      return value === '' ? '' : `<c r="${place}" t="inlineStr">${text}</c>`;
    });
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  const sheet = `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
  const parts = Object.entries({ ...PARTS, 'xl/worksheets/sheet1.xml': sheet });
  return Buffer.from(
    zipSync(Object.fromEntries(parts.map(([path, text]) => [path, strToU8(xml(text))]))),
  );
}

/** Cells of a sheet as text, the first sheet unless another is named. */
export async function cellsOf(bytes: Buffer, sheet?: string): Promise<string[][]> {
  const book = await readExcel(bytes);
  const found = sheet ? book.find((one) => one.sheet === sheet) : book[0];
  if (!found) throw new Error(`There is no sheet ${sheet ?? 1}.`);
  return found.data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

/** Everything that stands in any sheet. */
export async function wordsOf(bytes: Buffer): Promise<string> {
  const book = await readExcel(bytes);
  return book.flatMap(({ data }) => data.flat().map((cell) => String(cell ?? ''))).join(' ');
}
