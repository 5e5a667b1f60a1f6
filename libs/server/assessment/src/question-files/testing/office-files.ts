/** The room where tests write small Office files of their own. */
import { zipSync, strToU8, type ZipOptions } from 'fflate';

interface Style {
  underline?: boolean;
  bold?: boolean;
  color?: string;
  highlight?: string;
  raised?: boolean;
}
/** A paragraph: text, or runs of text with their style. */
export type Paragraph = string | (string | [string, Style])[] | { xml: string };

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function run([text, style]: [string, Style]): string {
  const properties = [
    style.bold ? '<w:b/>' : '',
    style.underline ? '<w:u w:val="single"/>' : '',
    style.color ? `<w:color w:val="${style.color}"/>` : '',
    style.highlight ? `<w:highlight w:val="${style.highlight}"/>` : '',
    style.raised ? '<w:vertAlign w:val="superscript"/>' : '',
  ].join('');
  const parts = text
    .split('\n')
    .map((part) => `<w:t xml:space="preserve">${escape(part)}</w:t>`)
    .join('<w:br/>');
  return `<w:r><w:rPr>${properties}</w:rPr>${parts}</w:r>`;
}

export const paragraph = (given: Paragraph): string => {
  if (typeof given === 'object' && 'xml' in given) return given.xml;
  const runs = typeof given === 'string' ? [given] : given;
  return `<w:p>${runs.map((one) => run(typeof one === 'string' ? [one, {}] : one)).join('')}</w:p>`;
};

/** A table of texts. */
export const table = (...rows: string[][]): Paragraph => ({
  xml: `<w:tbl>${rows
    .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`,
});

/** A paragraph that Word numbers by itself. */
export const listed = (level: number, text: string, numId = 1): Paragraph => ({
  xml: `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr></w:pPr>${run([text, {}])}</w:p>`,
});

/** A list whose first level is "Câu 1:" and whose second is "A." */
const NUMBERING = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Câu %1:"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2."/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

export const documentXml = (...given: Paragraph[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>${given.map(paragraph).join('')}</w:body></w:document>`;

export const zipped = (parts: Record<string, string>, options: ZipOptions = {}): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
      options,
    ),
  );

/** A .docx file with these paragraphs. */
export const docx = (...given: Paragraph[]): Buffer =>
  zipped({ 'word/document.xml': documentXml(...given), 'word/numbering.xml': NUMBERING });

/** A .xlsx file with one sheet of this XML inside `sheetData`. */
export const xlsx = (sheetData: string, sharedStrings = ''): Buffer =>
  zipped({
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst>${sharedStrings}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
  });

/** Rows of texts as a workbook. */
export const sheetOf = (...rows: string[][]): Buffer =>
  xlsx(
    rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells
            .map((text, column) =>
              text === ''
                ? ''
                : `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`,
            )
            .join('')}</row>`,
      )
      .join(''),
  );
