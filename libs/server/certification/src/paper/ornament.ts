/** The room of the frame: a celadon border of waves between lines of gold leaf, a lotus tile in each corner. */
import { CELADON, GOLD, type Pen } from './pen';

const WAVE = '#A9CBC0';
const MIST = '#EAF2EE';

/** Points from the edge of the sheet to the outer gold line. */
const EDGE = 22;
/** Height of the border. */
const BAND = 15;
/** Points from the edge to the innermost line; nothing is written outside of it. */
export const FRAME = EDGE + BAND + 5;

/** Draws border, corners and the pale rosette behind the text. */
export function drawOrnament(pen: Pen, width: number, height: number): void {
  pen.ornament(() => {
    rosette(pen, width / 2, height * 0.5, 158);
    waves(pen, width, height);
    lines(pen, width, height);
    const half = BAND / 2;
    for (const x of [EDGE + half, width - EDGE - half]) {
      for (const y of [EDGE + half, height - EDGE - half]) tile(pen, x, y, half);
    }
  });
}

/** Ellipses turned around one middle: petals of a lotus, as light as a watermark. */
function rosette({ doc }: Pen, x: number, y: number, radius: number): void {
  const petals = 12;
  doc.lineWidth(0.5).strokeColor(MIST);
  for (let petal = 0; petal < petals; petal += 1) {
    doc.save().rotate((petal * 180) / petals, { origin: [x, y] });
    doc
      .ellipse(x, y, radius, radius * 0.42)
      .ellipse(x, y, radius * 0.62, radius * 0.3)
      .stroke();
    doc.restore();
  }
  doc
    .circle(x, y, radius * 1.04)
    .circle(x, y, radius * 1.07)
    .stroke();
}

/** Overlapping scales along the four sides, open towards the middle of the sheet. */
function waves({ doc }: Pen, width: number, height: number): void {
  const side = (length: number, place: (along: number, deep: number) => [number, number]) => {
    const count = Math.round((length - 2 * BAND) / 12);
    const step = (length - 2 * BAND) / count;
    for (let index = 0; index < count; index += 1) {
      const from = BAND + index * step;
      for (const share of [1, 0.62, 0.26]) {
        const half = (step / 2) * share;
        const middle = from + step / 2;
        const rise = (BAND - 4) * share;
        doc.moveTo(...place(middle - half, 2));
        doc.bezierCurveTo(
          ...place(middle - half, 2 + rise),
          ...place(middle + half, 2 + rise),
          ...place(middle + half, 2),
        );
      }
    }
  };
  const right = width - EDGE;
  const bottom = height - EDGE;
  side(width - 2 * EDGE, (along, deep) => [EDGE + along, EDGE + deep]);
  side(width - 2 * EDGE, (along, deep) => [EDGE + along, bottom - deep]);
  side(height - 2 * EDGE, (along, deep) => [EDGE + deep, EDGE + along]);
  side(height - 2 * EDGE, (along, deep) => [right - deep, EDGE + along]);
  doc.lineWidth(0.5).strokeColor(WAVE).stroke();
}

function lines({ doc }: Pen, width: number, height: number): void {
  const box = (inset: number) => doc.rect(inset, inset, width - 2 * inset, height - 2 * inset);
  box(EDGE).lineWidth(1.3).strokeColor(GOLD).stroke();
  box(EDGE + BAND)
    .lineWidth(0.7)
    .strokeColor(GOLD)
    .stroke();
  box(FRAME).lineWidth(0.4).strokeColor(CELADON).stroke();
}

/** A square tile with a lotus of eight petals. */
function tile({ doc }: Pen, x: number, y: number, half: number): void {
  doc.rect(x - half, y - half, 2 * half, 2 * half).fillAndStroke('#FFFFFF', GOLD);
  doc.rect(x - half + 1.8, y - half + 1.8, 2 * half - 3.6, 2 * half - 3.6).fill(CELADON);
  for (let petal = 0; petal < 8; petal += 1) {
    doc.save().rotate(petal * 45, { origin: [x, y] });
    doc
      .moveTo(x, y)
      .quadraticCurveTo(x + 2.1, y - 2.6, x, y - 5.1)
      .quadraticCurveTo(x - 2.1, y - 2.6, x, y);
    doc.fill('#F3E3B3');
    doc.restore();
  }
  doc.circle(x, y, 0.9).fill(GOLD);
}

/** A short line, a lozenge, a short line. */
export function drawDivider(pen: Pen, x: number, y: number): void {
  pen.ornament(() => {
    const { doc } = pen;
    doc.lineWidth(0.8).strokeColor(GOLD);
    doc
      .moveTo(x - 88, y)
      .lineTo(x - 12, y)
      .moveTo(x + 12, y)
      .lineTo(x + 88, y)
      .stroke();
    doc.polygon([x - 6, y], [x, y - 3.6], [x + 6, y], [x, y + 3.6]).fill(GOLD);
    doc
      .circle(x - 11, y, 1.1)
      .circle(x + 11, y, 1.1)
      .fill(CELADON);
  });
}
