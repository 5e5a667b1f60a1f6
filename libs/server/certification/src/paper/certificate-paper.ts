/** The room where a frozen snapshot becomes a sheet of paper: A4 across, the same bytes for the same snapshot. */
import PDFDocument from 'pdfkit';
import type { CertificateSnapshot } from '@tap-huan/contract';
import { decree30Date, displayVerifyCode, printName } from '@tap-huan/rules';
import { fit, widthOf } from './fit';
import { drawDivider, drawOrnament, FRAME } from './ornament';
import { CELADON, GOLD, INK, MUTED, Pen } from './pen';
import { drawQr } from './qr';
import * as words from './words';

/** A4 across, in points. */
const WIDTH = 841.89;
const HEIGHT = 595.28;
const MIDDLE = WIDTH / 2;
/** Middles of the two halves of the head and the foot. */
const LEFT = 232;
const RIGHT = 612;

/**
 * Draws a certificate (giấy chứng nhận) and answers its bytes.
 * Nothing but the snapshot goes in: neither clock nor database, so a repeat gives the same bytes.
 * @throws MissingGlyphError where a name cannot be printed; Error where a text does not fit.
 */
export async function renderCertificate(snapshot: CertificateSnapshot): Promise<Buffer> {
  const doc = open(snapshot);
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  const pen = new Pen(doc);
  drawOrnament(pen, WIDTH, HEIGHT);
  const headEnd = drawHead(pen, snapshot);
  const footStart = drawFoot(pen, snapshot);
  drawBody(pen, snapshot, headEnd, footStart);
  doc.end();
  return finished;
}

function open(snapshot: CertificateSnapshot): InstanceType<typeof PDFDocument> {
  return new PDFDocument({
    size: [WIDTH, HEIGHT],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'vi-VN',
    displayTitle: true,
    // No built-in Helvetica: it prints Vietnamese as garbage without a word.
    font: null as unknown as string,
    info: {
      Title: `Giấy chứng nhận số ${snapshot.registerNo}`.normalize('NFC'),
      Author: snapshot.issuerName.normalize('NFC'),
      Subject: `${words.COMPLETED}: ${snapshot.programmeName}`.normalize('NFC'),
      Keywords: snapshot.registerNo,
      Creator: 'Tập Huấn'.normalize('NFC'),
      Producer: 'Tập Huấn (PDFKit)'.normalize('NFC'),
      // The file's identifier is made of these values, so it is the same for the same snapshot.
      CreationDate: new Date(`${snapshot.issuedOn}T00:00:00Z`),
    },
  });
}

/** @returns the lowest point that the head uses. */
function drawHead(pen: Pen, snapshot: CertificateSnapshot): number {
  const top = FRAME + 31;
  let y = top;
  if (snapshot.parentBody.trim() !== '') {
    const parent = fit(printName(snapshot.parentBody), {
      face: 'regular', width: 318, size: 12, smallest: 8, maxLines: 2,
    });
    y = pen.lines('P', parent.lines, { x: LEFT, baseline: y, leading: 15 }, { face: 'regular', size: parent.size });
    y += 16;
  }
  const issuer = fit(printName(snapshot.issuerName), {
    face: 'bold', width: 318, size: 12.5, smallest: 8, maxLines: 3,
  });
  y = pen.lines('P', issuer.lines, { x: LEFT, baseline: y, leading: 15.5 }, { face: 'bold', size: issuer.size });
  const longest = Math.max(...issuer.lines.map((line) => widthOf(line, 'bold', issuer.size)));
  pen.rule(LEFT, y + 7, longest * 0.42, INK, 0.7);

  pen.lines('P', [words.NATION], { x: RIGHT, baseline: top, leading: 0 }, { face: 'bold', size: 12.5 });
  pen.lines('P', [words.MOTTO], { x: RIGHT, baseline: top + 17.5, leading: 0 }, { face: 'bold', size: 13.5 });
  pen.rule(RIGHT, top + 24, widthOf(words.MOTTO, 'bold', 13.5), INK, 0.7);
  return Math.max(y + 7, top + 24);
}

interface Block {
  height: number;
  /** Room above, in parts of what is left over. */
  above: number;
  draw: (top: number) => void;
}

/** Everything between head and foot, with what room is left over shared out between the parts. */
function drawBody(pen: Pen, snapshot: CertificateSnapshot, start: number, end: number): void {
  const blocks = bodyBlocks(pen, snapshot);
  const used = blocks.reduce((sum, block) => sum + block.height, 0);
  const parts = blocks.reduce((sum, block) => sum + block.above, 0);
  const free = end - start - used;
  if (free < 0) throw new Error('The certificate does not fit on one page.');
  // The last part stays empty above the foot; more air than this per part would pull the page apart.
  const unit = Math.min(free / (parts + 1), 15);
  let y = start + (free - unit * (parts + 1)) / 2;
  for (const block of blocks) {
    y += unit * block.above;
    block.draw(y);
    y += block.height;
  }
}

function bodyBlocks(pen: Pen, snapshot: CertificateSnapshot): Block[] {
  const name = fit(printName(snapshot.fullName), {
    face: 'bold', width: 640, size: 30, smallest: 17, maxLines: 2, spacing: 0.6,
  });
  const programme = fit(snapshot.programmeName, {
    face: 'bold', width: 620, size: 20, smallest: 12.5, maxLines: 3,
  });
  const paragraph = (tag: 'H1' | 'H2' | 'P', lines: string[], size: number, leading: number, style: {
    face: 'bold' | 'italic'; color?: string; spacing?: number;
  }): Pick<Block, 'height' | 'draw'> => ({
    height: size * 0.95 + (lines.length - 1) * leading,
    draw: (top) => {
      pen.lines(tag, lines, { x: MIDDLE, baseline: top + size * 0.95, leading }, { ...style, size });
    },
  });
  return [
    { above: 1.6, ...paragraph('H1', [words.TITLE], 39, 0, { face: 'bold', color: CELADON, spacing: 3 }) },
    { above: 0.9, height: 8, draw: (top) => drawDivider(pen, MIDDLE, top + 4) },
    { above: 0.9, ...paragraph('P', [words.GRANTED_TO], 14.5, 0, { face: 'italic', color: MUTED }) },
    { above: 0.7, ...paragraph('H2', name.lines, name.size, name.size * 1.3, { face: 'bold', spacing: 0.6 }) },
    { above: 0.8, ...personBlock(pen, snapshot) },
    { above: 1.1, ...paragraph('P', [words.COMPLETED], 14.5, 0, { face: 'italic', color: MUTED }) },
    { above: 0.7, ...paragraph('H2', programme.lines, programme.size, programme.size * 1.3, { face: 'bold', color: CELADON }) },
    { above: 1.3, ...factsBlock(pen, snapshot) },
  ];
}

/** Birth and unit: on one line where they fit, else one below the other. */
function personBlock(pen: Pen, snapshot: CertificateSnapshot): Pick<Block, 'height' | 'draw'> {
  const birth = words.birthLine(snapshot.birthDate);
  const unit = `${words.UNIT}: ${snapshot.unitName}`;
  const size = 13.5;
  const gap = 34;
  const style = { face: 'regular' as const, size };
  const births = widthOf(birth, 'regular', size);
  const units = widthOf(unit, 'regular', size);
  if (births + gap + units <= 660) {
    const left = MIDDLE - (births + gap + units) / 2;
    return {
      height: size,
      draw: (top) => {
        const baseline = top + size;
        pen.lines('P', [birth], { x: left, baseline, leading: 0, align: 'left' }, style);
        pen.ornament(() => pen.doc.circle(left + births + gap / 2, baseline - 4.2, 1.5).fill(GOLD));
        pen.lines('P', [unit], { x: left + births + gap, baseline, leading: 0, align: 'left' }, style);
      },
    };
  }
  const fitted = fit(unit, { face: 'regular', width: 640, size, smallest: 10.5, maxLines: 2 });
  return {
    height: size + 20 + (fitted.lines.length - 1) * 18,
    draw: (top) => {
      pen.lines('P', [birth], { x: MIDDLE, baseline: top + size, leading: 0 }, style);
      pen.lines('P', fitted.lines, { x: MIDDLE, baseline: top + size + 20, leading: 18 }, { ...style, size: fitted.size });
    },
  };
}

/** Hours, form, period and grade, side by side. */
function factsBlock(pen: Pen, snapshot: CertificateSnapshot): Pick<Block, 'height' | 'draw'> {
  const cells = words.facts(snapshot).map((fact) => {
    const value = fit(fact.value, { face: 'bold', width: fact.width, size: 13.5, smallest: 9, maxLines: 2 });
    return { ...fact, value, share: Math.max(...value.lines.map((l) => widthOf(l, 'bold', value.size)), 62) };
  });
  const gap = 46;
  const total = cells.reduce((sum, cell) => sum + cell.share, 0) + gap * (cells.length - 1);
  const lines = Math.max(...cells.map((cell) => cell.value.lines.length));
  const height = 29 + (lines - 1) * 16;
  return {
    height,
    draw: (top) => {
      let x = MIDDLE - total / 2;
      cells.forEach((cell, index) => {
        const middle = x + cell.share / 2;
        pen.lines('P', [cell.label], { x: middle, baseline: top + 9, leading: 0 }, { face: 'label', size: 8.5, color: MUTED });
        pen.lines('P', cell.value.lines, { x: middle, baseline: top + 27, leading: 16 }, { face: 'bold', size: cell.value.size });
        x += cell.share;
        if (index < cells.length - 1) {
          pen.ornament(() => pen.doc.rect(x + gap / 2 - 0.3, top + 1, 0.6, height - 2).fill('#D9C48C'));
        }
        x += gap;
      });
    },
  };
}

/** Verification on the left, place, date and signature on the right. @returns the highest point used. */
function drawFoot(pen: Pen, snapshot: CertificateSnapshot): number {
  const bottom = HEIGHT - FRAME;
  const top = bottom - 153;
  drawProof(pen, snapshot, bottom - 129);
  drawSignature(pen, snapshot, top);
  const notes = snapshot.demo ? `${words.UNSIGNED}  ·  ${words.DEMO}` : words.UNSIGNED;
  pen.lines('P', [notes], { x: MIDDLE, baseline: bottom - 12, leading: 0 }, { face: 'italic', size: 9.5, color: MUTED });
  return top - 8;
}

function drawProof(pen: Pen, snapshot: CertificateSnapshot, top: number): void {
  const side = 86;
  const x = FRAME + 38;
  pen.tagged('Figure', () => drawQr(pen, snapshot.verifyUrl, x, top, side), {
    alt: `Mã QR mở trang xác minh ${snapshot.verifyUrl}`,
  });
  const text = { x: x + side + 20, align: 'left' as const, leading: 0 };
  const label = { face: 'label' as const, size: 8, color: MUTED };
  pen.lines('P', [words.REGISTER_NO], { ...text, baseline: top + 8 }, label);
  pen.lines('P', [snapshot.registerNo], { ...text, baseline: top + 24 }, { face: 'bold', size: 13.5 });
  pen.lines('P', [words.CODE], { ...text, baseline: top + 45 }, label);
  const code = displayVerifyCode(words.codeOf(snapshot.verifyUrl));
  pen.lines('P', [code], { ...text, baseline: top + 59 }, { face: 'label', size: 10.5, spacing: 0.4 });
  const page = fit(words.pageOf(snapshot.verifyUrl), {
    face: 'italic', width: 236, size: 10, smallest: 6, maxLines: 2,
  });
  pen.lines('P', [words.SCAN], { ...text, baseline: top + 75 }, { face: 'italic', size: 10, color: MUTED });
  pen.lines('P', page.lines, { ...text, baseline: top + 87, leading: 11 }, { face: 'italic', size: page.size, color: MUTED });
}

/** Decree 30/2020/NĐ-CP: place and date in italics, capacity and title in bold capitals, room to sign, name in bold. */
function drawSignature(pen: Pen, snapshot: CertificateSnapshot, top: number): void {
  const date = decree30Date({ place: snapshot.place, day: snapshot.issuedOn });
  const dated = fit(date, { face: 'italic', width: 320, size: 13.5, smallest: 9, maxLines: 1 });
  pen.lines('P', dated.lines, { x: RIGHT, baseline: top + 12, leading: 0 }, { face: 'italic', size: dated.size });
  let y = top + 31;
  for (const heading of words.signHeadings(snapshot)) {
    const fitted = fit(heading, { face: 'bold', width: 320, size: 12.5, smallest: 9, maxLines: 2 });
    y = pen.lines('P', fitted.lines, { x: RIGHT, baseline: y, leading: 15 }, { face: 'bold', size: fitted.size }) + 15;
  }
  if (snapshot.signerName.trim() === '') return;
  const name = fit(snapshot.signerName.normalize('NFC').trim(), {
    face: 'bold', width: 320, size: 13.5, smallest: 10, maxLines: 1,
  });
  pen.lines('P', name.lines, { x: RIGHT, baseline: top + 122, leading: 0 }, { face: 'bold', size: name.size });
}
