/** The room of the QR code, drawn as vectors: sharp at any size, small in bytes. */
import QRCode from 'qrcode';
import { INK, type Pen } from './pen';

/**
 * Draws a QR code of a text into a square; the white margin of four modules is the caller's affair.
 * Error correction M: up to 15 % of it may be dirty or folded.
 */
export function drawQr(pen: Pen, text: string, x: number, y: number, side: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const unit = side / modules.size;
  const { doc } = pen;
  doc
    .save()
    .rect(x - 4 * unit, y - 4 * unit, side + 8 * unit, side + 8 * unit)
    .fill('#FFFFFF');
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0;
    while (column < modules.size) {
      let run = 0;
      while (column + run < modules.size && modules.data[row * modules.size + column + run])
        run += 1;
      // A hair taller than the row, so that no viewer shows a seam.
      if (run > 0) doc.rect(x + column * unit, y + row * unit, run * unit, unit + 0.02);
      column += Math.max(1, run);
    }
  }
  doc.fill(INK).restore();
}
