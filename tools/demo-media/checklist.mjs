/** The room where a checklist becomes one printed A4 page. */
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';

const packages = resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts');
const FONTS = {
  regular: 'be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf',
  strong: 'be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf',
  title: 'be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf',
};
const INK = '#1E2421';
const QUIET = '#5C625E';
const CELADON = '#23675A';
const GOLD = '#A67C1A';
const TINT = '#E3EFEB';

const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = 52;
const WIDTH = PAGE.width - 2 * MARGIN;
const FOOT = PAGE.height - 66;
/** Points of the body text, the largest that fits is taken. */
const SIZES = [11.5, 11, 10.5, 10, 9.5, 9];

/** @param source holds `{ title, intro, sections: [{ heading, items }] }`. */
export async function makeChecklist(source, target) {
  const sheet = JSON.parse((await readFile(source, 'utf8')).normalize('NFC'));
  const fonts = await openFonts(sheet);
  const size = SIZES.find((points) => draw(blank(sheet, fonts), sheet, points) <= FOOT - 14);
  if (!size) throw new Error(`${source}: too long for one page.`);
  const doc = blank(sheet, fonts);
  const written = finished(doc.pipe(createWriteStream(target)));
  draw(doc, sheet, size);
  doc.end();
  await written;
}

function blank({ title }, fonts) {
  const doc = new PDFDocument({
    size: 'A4',
    // Text that passes the foot is measured and refused, never moved to a second page.
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    lang: 'vi',
    displayTitle: true,
    info: {
      Title: title,
      Author: 'Trung tâm Phục vụ hành chính công',
      // Fixed, so that the same source gives the same bytes.
      CreationDate: new Date('2026-11-01T00:00:00Z'),
    },
  });
  for (const [name, font] of Object.entries(fonts)) doc.registerFont(name, font);
  return doc;
}

/** @returns {Promise<Record<string, unknown>>} fails where a letter has no glyph. */
async function openFonts(sheet) {
  const letters = new Set(JSON.stringify(sheet));
  const opened = {};
  for (const [name, file] of Object.entries(FONTS)) {
    const font = fontkit.create(await readFile(join(packages, file)));
    const missing = [...letters].filter(
      (letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0)),
    );
    if (missing.length > 0) throw new Error(`${file} has no ${missing.join(' ')}`);
    opened[name] = font;
  }
  return opened;
}

/** Draws the sheet. @returns where its body ends, in points from the top. */
function draw(doc, { title, intro, sections }, size) {
  let y = drawHead(doc, title);
  doc
    .font('regular')
    .fontSize(size - 0.5)
    .fillColor(QUIET);
  doc.text(intro, MARGIN, y, { width: WIDTH, lineGap: 2 });
  y = doc.y + size * 0.9;
  for (const { heading, items } of sections) {
    y = drawHeading(doc, heading, y, size);
    for (const item of items) y = drawItem(doc, item, y, size);
    y += size * 0.75;
  }
  drawFoot(doc);
  return y;
}

function drawHead(doc, title) {
  doc.font('strong').fontSize(10).fillColor(CELADON);
  doc.text('Trung tâm Phục vụ hành chính công', MARGIN, 44, { lineBreak: false });
  doc.rect(MARGIN, 64, WIDTH, 0.8).fill(CELADON);
  doc.font('title').fontSize(21).fillColor(INK).text(title, MARGIN, 80, { width: WIDTH });
  const y = doc.y + 4;
  doc.rect(MARGIN, y, 64, 3).fill(GOLD);
  return y + 14;
}

function drawHeading(doc, heading, y, size) {
  const height = size * 2;
  doc.roundedRect(MARGIN, y, WIDTH, height, 4).fill(TINT);
  doc
    .font('strong')
    .fontSize(size + 0.5)
    .fillColor(CELADON);
  doc.text(heading, MARGIN + 10, y + (height - doc.currentLineHeight()) / 2, { lineBreak: false });
  return y + height + size * 0.55;
}

function drawItem(doc, item, y, size) {
  const box = size * 0.95;
  const left = MARGIN + 10 + box + 9;
  const right = PAGE.width - MARGIN - 10;
  doc.font('regular').fontSize(size).fillColor(INK);
  const line = doc.currentLineHeight();
  doc
    .roundedRect(MARGIN + 10, y + (line - box) / 2, box, box, 1.5)
    .lineWidth(0.9)
    .stroke(CELADON);
  const lines = wrap(doc, item.replace(/\s*…+$/, ''), right - left);
  // Dots at the end are a place to write: a line as long as the paper allows.
  const isBlank = item.endsWith('…') && !/[\p{L}”]…$/u.test(item);
  if (isBlank && right - left - doc.widthOfString(lines.at(-1)) < 50) lines.push('');
  for (const text of lines) {
    doc.text(text, left, y, { lineBreak: false });
    y += line + 1.5;
  }
  if (isBlank) {
    const from = left + doc.widthOfString(lines.at(-1)) + (lines.at(-1) ? 5 : 0);
    const base = y - 1.5 - line * 0.26;
    doc
      .moveTo(from, base)
      .lineTo(right, base)
      .lineWidth(0.7)
      .dash(0.7, { space: 2 })
      .stroke(QUIET)
      .undash();
  }
  return y + size * 0.42;
}

/** Breaks a text into lines between words. */
function wrap(doc, text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trimStart();
    if (doc.widthOfString(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function drawFoot(doc) {
  doc.rect(MARGIN, FOOT, WIDTH, 0.5).fill(GOLD);
  doc.font('regular').fontSize(9).fillColor(QUIET);
  doc.text('Nội dung minh họa, cập nhật đến tháng 11/2026', MARGIN, FOOT + 10, {
    lineBreak: false,
  });
}
