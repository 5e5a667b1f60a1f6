/** The room where an administrative document becomes a PDF. */
import PDFDocument from 'pdfkit';
import { type Block, type DecreeDocument, MOTTO, NATION } from './decree-document';
import { LEFT, PdfPage, RIGHT, SHEET, type Style, WIDTH } from './pdf-page';
import { drawTable } from './pdf-table';

const BODY: Style = { face: 'regular', size: 13.5 };
const BOLD: Style = { face: 'bold', size: 13.5 };
const INDENT = 28;

/** The bytes of a .pdf file: A4 upright, tagged for readers that read aloud. */
export async function pdfFile(document: DecreeDocument): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [SHEET.width, SHEET.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'vi-VN',
    displayTitle: true,
    // No built-in Helvetica: it prints Vietnamese as garbage without a word.
    font: null as unknown as string,
    info: {
      Title: document.title.normalize('NFC'),
      Author: document.agency.normalize('NFC'),
      Creator: 'Tập Huấn'.normalize('NFC'),
      Producer: 'Tập Huấn (PDFKit)'.normalize('NFC'),
      CreationDate: new Date(`${document.madeOn}T00:00:00Z`),
    },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const page = new PdfPage(doc);
  drawHead(page, document);
  drawTitle(page, document);
  for (const block of document.blocks) drawBlock(page, block);
  drawFoot(page, document);
  doc.end();
  return finished;
}

/** Lines in the middle of one half, from the top on; answers where they end. */
function half(
  page: PdfPage,
  left: number,
  width: number,
  lines: readonly (readonly [string, Style] | 'rule')[],
): number {
  const top = page.y;
  let drawn = 0;
  for (const line of lines) {
    if (line === 'rule') {
      page.rule(left + width / 2 - drawn / 2, page.y + 1, drawn);
      page.y += 7;
      continue;
    }
    const [text, style] = line;
    if (text === '') continue;
    page.doc.font(style.face).fontSize(style.size);
    drawn = Math.min(width, page.doc.widthOfString(text.normalize('NFC'))) * 0.6;
    page.text('P', text, style, { align: 'center', left, width });
  }
  const end = page.y;
  page.y = top;
  return end;
}

function drawHead(page: PdfPage, document: DecreeDocument): void {
  const share = WIDTH * 0.42;
  const left = half(page, LEFT, share - 8, [
    [document.parentBody.toLocaleUpperCase('vi'), { face: 'regular', size: 12 }],
    [document.agency.toLocaleUpperCase('vi'), { face: 'bold', size: 12 }],
    'rule',
    [document.number, { face: 'regular', size: 13 }],
  ]);
  const right = half(page, LEFT + share, WIDTH - share, [
    [NATION, { face: 'bold', size: 12 }],
    [MOTTO, { face: 'bold', size: 13 }],
    'rule',
    [document.placeAndDay, { face: 'italic', size: 13 }],
  ]);
  page.y = Math.max(left, right) + 20;
}

function drawTitle(page: PdfPage, document: DecreeDocument): void {
  page.text('H1', document.type, { face: 'bold', size: 14 }, { align: 'center' });
  page.text('H2', document.about, { face: 'bold', size: 14 }, { align: 'center', after: 3 });
  page.rule(LEFT + WIDTH / 2 - 45, page.y, 90);
  page.y += 14;
  if (document.addressee) {
    page.text('P', document.addressee, BODY, { align: 'center', after: 12 });
  }
}

function drawBlock(page: PdfPage, block: Block): void {
  switch (block.kind) {
    case 'heading':
      page.need(60);
      page.y += 4;
      page.text('H2', block.text, BOLD, { indent: INDENT, after: 4 });
      break;
    case 'paragraph':
      page.text('P', block.text, BODY, { indent: INDENT, after: 6 });
      break;
    case 'facts':
      for (const [label, value] of block.facts) {
        page.text('P', `${label}: ${value}`, BODY, { after: 3 });
      }
      break;
    case 'table':
      drawTable(page, block);
      break;
  }
}

/** Recipients on the left, the signature on the right; kept on one page. */
function drawFoot(page: PdfPage, { recipients, signature }: DecreeDocument): void {
  const small: Style = { face: 'regular', size: 11 };
  page.need(Math.max(150, (recipients.length + 2) * page.lineHeight(small)));
  page.y += 12;
  const top = page.y;
  if (recipients.length > 0) {
    page.text('P', 'Nơi nhận:', { face: 'boldItalic', size: 12 });
    for (const line of recipients) page.text('P', `- ${line}`, small, { width: WIDTH * 0.45 });
  }
  const end = page.y;
  page.y = top;
  const left = LEFT + WIDTH * 0.48;
  const place = { align: 'center', left, width: RIGHT - left } as const;
  for (const line of [signature.capacity, signature.title].filter(Boolean)) {
    page.text('P', line.toLocaleUpperCase('vi'), BOLD, place);
  }
  page.y += 68;
  if (signature.name) page.text('P', signature.name, BOLD, place);
  page.y = Math.max(page.y, end);
}
