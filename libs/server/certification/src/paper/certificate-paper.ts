/** The room where a frozen snapshot becomes a sheet of paper: A4 across, the same bytes for the same snapshot. */
import PDFDocument from 'pdfkit';
import type { CertificateSnapshot } from '@tap-huan/contract';
import { printName } from '@tap-huan/rules';
import { drawBody } from './certificate-body';
import { drawFoot, FOOT_START } from './certificate-foot';
import { fit, PLACE_WORDS, widthOf } from './fit';
import { drawOrnament, FRAME } from './ornament';
import { INK, Pen } from './pen';
import { HEIGHT, LEFT, RIGHT, WIDTH } from './sheet';
import * as words from './words';

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
  // In the order in which it is read aloud.
  drawBody(pen, snapshot, headEnd, FOOT_START);
  drawFoot(pen, snapshot);
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
      face: 'regular',
      width: 318,
      size: 12,
      smallest: 8,
      maxLines: 2,
      before: PLACE_WORDS,
    });
    y = pen.lines(
      'P',
      parent.lines,
      { x: LEFT, baseline: y, leading: 15 },
      { face: 'regular', size: parent.size },
    );
    y += 16;
  }
  const issuer = fit(printName(snapshot.issuerName), {
    face: 'bold',
    width: 318,
    size: 12.5,
    smallest: 8,
    maxLines: 3,
    before: PLACE_WORDS,
  });
  y = pen.lines(
    'P',
    issuer.lines,
    { x: LEFT, baseline: y, leading: 15.5 },
    { face: 'bold', size: issuer.size },
  );
  const longest = Math.max(...issuer.lines.map((line) => widthOf(line, 'bold', issuer.size)));
  pen.rule(LEFT, y + 7, longest * 0.42, INK, 0.7);

  pen.lines(
    'P',
    [words.NATION],
    { x: RIGHT, baseline: top, leading: 0 },
    { face: 'bold', size: 12.5 },
  );
  pen.lines(
    'P',
    [words.MOTTO],
    { x: RIGHT, baseline: top + 17.5, leading: 0 },
    { face: 'bold', size: 13.5 },
  );
  pen.rule(RIGHT, top + 24, widthOf(words.MOTTO, 'bold', 13.5), INK, 0.7);
  return Math.max(y + 7, top + 24);
}
