/** The room of the middle of the paper: who completed what, how long, when and how well. */
import type { CertificateSnapshot } from '@tap-huan/contract';
import { printName } from '@tap-huan/rules';
import { fit, type Fitted, widthOf } from './fit';
import { drawDivider } from './ornament';
import { CELADON, GOLD, MUTED, type Pen, type TextStyle } from './pen';
import { MIDDLE } from './sheet';
import * as words from './words';

interface Drawn {
  /** Points. */
  height: number;
  draw: (top: number) => void;
}

interface Block extends Drawn {
  /** Room above, in parts of what is left over. */
  above: number;
}

/** Body sizes, from the wanted one down, for the rare paper on which everything is long. */
const SCALES = [1, 0.94, 0.88, 0.82, 0.76, 0.7];
/** Points of air that a part of the body needs at least, and what it is given at most. */
const LEAST_AIR = 8;
const MOST_AIR = 15;

/** Everything between head and foot, with what room is left over shared out between the parts. */
export function drawBody(
  pen: Pen,
  snapshot: CertificateSnapshot,
  start: number,
  end: number,
): void {
  for (const scale of SCALES) {
    const blocks = bodyBlocks(pen, snapshot, scale);
    const used = blocks.reduce((sum, block) => sum + block.height, 0);
    // One part stays empty above the foot.
    const parts = 1 + blocks.reduce((sum, block) => sum + block.above, 0);
    const free = end - start - used;
    if (free / parts < LEAST_AIR) continue;
    const unit = Math.min(free / parts, MOST_AIR);
    let y = start + (free - unit * parts) / 2;
    for (const block of blocks) {
      y += unit * block.above;
      block.draw(y);
      y += block.height;
    }
    return;
  }
  throw new Error('The certificate does not fit on one page.');
}

function bodyBlocks(pen: Pen, snapshot: CertificateSnapshot, scale: number): Block[] {
  const name = fit(printName(snapshot.fullName), {
    face: 'bold',
    width: 640,
    size: 30 * scale,
    smallest: 15,
    maxLines: 2,
    spacing: 0.6,
  });
  const programme = fit(snapshot.programmeName, {
    face: 'bold',
    width: 620,
    size: 20 * scale,
    smallest: 11,
    maxLines: 3,
  });
  const title: Fitted = { lines: [words.TITLE], size: 39 * scale };
  const quiet = { face: 'italic' as const, color: MUTED };
  const small = 14.5 * Math.max(scale, 0.82);
  return [
    { above: 1.6, ...paragraph(pen, 'H1', title, { face: 'bold', color: CELADON, spacing: 3 }) },
    { above: 0.9, height: 8, draw: (top) => drawDivider(pen, MIDDLE, top + 4) },
    { above: 0.9, ...paragraph(pen, 'P', { lines: [words.GRANTED_TO], size: small }, quiet) },
    { above: 0.7, ...paragraph(pen, 'H2', name, { face: 'bold', spacing: 0.6 }) },
    { above: 0.8, ...personBlock(pen, snapshot) },
    { above: 1.1, ...paragraph(pen, 'P', { lines: [words.COMPLETED], size: small }, quiet) },
    { above: 0.7, ...paragraph(pen, 'H2', programme, { face: 'bold', color: CELADON }) },
    { above: 1.3, ...factsBlock(pen, snapshot) },
  ];
}

/** Centred lines; capitals with two marks need the room of a whole size above the baseline. */
function paragraph(
  pen: Pen,
  tag: 'H1' | 'H2' | 'P',
  { lines, size }: Fitted,
  style: Omit<TextStyle, 'size'>,
): Drawn {
  const leading = size * 1.3;
  return {
    height: size * 0.95 + (lines.length - 1) * leading,
    draw: (top) => {
      pen.lines(
        tag,
        lines,
        { x: MIDDLE, baseline: top + size * 0.95, leading },
        { ...style, size },
      );
    },
  };
}

/** Birth and unit: on one line where they fit, else one below the other. */
function personBlock(pen: Pen, snapshot: CertificateSnapshot): Drawn {
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
        pen.lines(
          'P',
          [unit],
          { x: left + births + gap, baseline, leading: 0, align: 'left' },
          style,
        );
      },
    };
  }
  const fitted = fit(unit, { face: 'regular', width: 640, size, smallest: 10.5, maxLines: 2 });
  return {
    height: size + 20 + (fitted.lines.length - 1) * 18,
    draw: (top) => {
      pen.lines('P', [birth], { x: MIDDLE, baseline: top + size, leading: 0 }, style);
      pen.lines(
        'P',
        fitted.lines,
        { x: MIDDLE, baseline: top + size + 20, leading: 18 },
        { ...style, size: fitted.size },
      );
    },
  };
}

/** Hours, form, period and grade, side by side. */
function factsBlock(pen: Pen, snapshot: CertificateSnapshot): Drawn {
  const cells = words.facts(snapshot).map((fact) => {
    const value = fit(fact.value, {
      face: 'bold',
      width: fact.width,
      size: 13.5,
      smallest: 9,
      maxLines: 2,
    });
    return {
      ...fact,
      value,
      share: Math.max(...value.lines.map((l) => widthOf(l, 'bold', value.size)), 62),
    };
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
        pen.lines(
          'P',
          [cell.label],
          { x: middle, baseline: top + 9, leading: 0 },
          { face: 'label', size: 8.5, color: MUTED },
        );
        pen.lines(
          'P',
          cell.value.lines,
          { x: middle, baseline: top + 27, leading: 16 },
          { face: 'bold', size: cell.value.size },
        );
        x += cell.share;
        if (index < cells.length - 1) {
          pen.ornament(() =>
            pen.doc.rect(x + gap / 2 - 0.3, top + 1, 0.6, height - 2).fill('#D9C48C'),
          );
        }
        x += gap;
      });
    },
  };
}
