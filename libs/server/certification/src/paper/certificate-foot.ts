/** The room of the foot of the paper: how to verify it, and who signs it. */
import type { CertificateSnapshot } from '@tap-huan/contract';
import { decree30Date, displayVerifyCode } from '@tap-huan/rules';
import { fit } from './fit';
import { FRAME } from './ornament';
import { MUTED, type Pen } from './pen';
import { drawQr } from './qr';
import { HEIGHT, MIDDLE, RIGHT } from './sheet';
import * as words from './words';

const BOTTOM = HEIGHT - FRAME;
const TOP = BOTTOM - 153;
/** The body ends here. */
export const FOOT_START = TOP - 8;

/** Verification on the left, place, date and signature on the right. */
export function drawFoot(pen: Pen, snapshot: CertificateSnapshot): void {
  drawProof(pen, snapshot, BOTTOM - 129);
  drawSignature(pen, snapshot, TOP);
  const notes = snapshot.demo ? `${words.UNSIGNED}  ·  ${words.DEMO}` : words.UNSIGNED;
  const at = { x: MIDDLE, baseline: BOTTOM - 12, leading: 0 };
  pen.lines('P', [notes], at, { face: 'italic', size: 9.5, color: MUTED });
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
  pen.lines(
    'P',
    [snapshot.registerNo],
    { ...text, baseline: top + 24 },
    { face: 'bold', size: 13.5 },
  );
  pen.lines('P', [words.CODE], { ...text, baseline: top + 45 }, label);
  const code = displayVerifyCode(words.codeOf(snapshot.verifyUrl));
  pen.lines(
    'P',
    [code],
    { ...text, baseline: top + 59 },
    { face: 'label', size: 10.5, spacing: 0.4 },
  );
  const page = fit(words.pageOf(snapshot.verifyUrl), {
    face: 'italic',
    width: 236,
    size: 10,
    smallest: 6,
    maxLines: 2,
  });
  pen.lines(
    'P',
    [words.SCAN],
    { ...text, baseline: top + 75 },
    { face: 'italic', size: 10, color: MUTED },
  );
  pen.lines(
    'P',
    page.lines,
    { ...text, baseline: top + 87, leading: 11 },
    { face: 'italic', size: page.size, color: MUTED },
  );
}

/** Decree 30/2020/NĐ-CP: place and date in italics, capacity and title in bold capitals, room to sign, name in bold. */
function drawSignature(pen: Pen, snapshot: CertificateSnapshot, top: number): void {
  const date = decree30Date({ place: snapshot.place, day: snapshot.issuedOn });
  const dated = fit(date, { face: 'italic', width: 320, size: 13.5, smallest: 9, maxLines: 1 });
  pen.lines(
    'P',
    dated.lines,
    { x: RIGHT, baseline: top + 12, leading: 0 },
    { face: 'italic', size: dated.size },
  );
  let y = top + 31;
  for (const heading of words.signHeadings(snapshot)) {
    const fitted = fit(heading, { face: 'bold', width: 320, size: 12.5, smallest: 9, maxLines: 2 });
    y =
      pen.lines(
        'P',
        fitted.lines,
        { x: RIGHT, baseline: y, leading: 15 },
        { face: 'bold', size: fitted.size },
      ) + 15;
  }
  if (snapshot.signerName.trim() === '') return;
  const name = fit(snapshot.signerName.normalize('NFC').trim(), {
    face: 'bold',
    width: 320,
    size: 13.5,
    smallest: 10,
    maxLines: 1,
  });
  pen.lines(
    'P',
    name.lines,
    { x: RIGHT, baseline: top + 122, leading: 0 },
    { face: 'bold', size: name.size },
  );
}
