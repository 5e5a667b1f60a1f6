/** The room of drawing: text at a baseline, tagged for readers that read aloud; ornament marked as such. */
import type PDFDocument from 'pdfkit';
import { type Face, fontOf, printable } from '@tap-huan/server/platform';
import { widthOf } from './fit';

export const INK = '#1E2725';
export const MUTED = '#55625E';
export const GOLD = '#A67C1A';
export const CELADON = '#23675A';

export interface TextStyle {
  face: Face;
  /** Points. */
  size: number;
  color?: string;
  /** Points after each letter. */
  spacing?: number;
}

export type Align = 'left' | 'center' | 'right';

/** Structure types of PDF 1.7 that the paper uses. */
type Tag = 'H1' | 'H2' | 'P' | 'Figure';

type Doc = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Doc['struct']>;

const FACES: readonly Face[] = ['regular', 'italic', 'bold', 'boldItalic', 'label'];

export class Pen {
  private readonly root: Element;

  constructor(readonly doc: Doc) {
    // pdfkit takes a fontkit object; its types know only bytes.
    for (const face of FACES) doc.registerFont(face, fontOf(face) as unknown as Buffer);
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** Draws what belongs to the content, as one element of the structure tree. */
  tagged(tag: Tag, draw: () => void, options: { alt?: string; title?: string } = {}): void {
    this.root.add(this.doc.struct(tag, options, [draw]));
  }

  /** Draws what is there for the eye only. */
  ornament(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc.save();
    draw();
    this.doc.restore();
    this.doc.endMarkedContent();
  }

  /** Draws one line of text; call inside `tagged`. `x` is its left end, middle or right end. */
  line(text: string, x: number, baseline: number, style: TextStyle, align: Align = 'center'): void {
    const normal = printable(text, style.face);
    const width = widthOf(normal.trimEnd(), style.face, style.size, style.spacing);
    const left = align === 'left' ? x : align === 'center' ? x - width / 2 : x - width;
    this.doc
      .font(style.face)
      .fontSize(style.size)
      .fillColor(style.color ?? INK)
      .text(normal, left, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: style.spacing ?? 0,
      });
  }

  /** One paragraph of already broken lines. @returns the baseline of the last line. */
  lines(
    tag: Tag,
    lines: readonly string[],
    at: { x: number; baseline: number; leading: number; align?: Align },
    style: TextStyle,
  ): number {
    this.tagged(tag, () => {
      lines.forEach((line, index) =>
        // The space at the end parts the words of two lines where the text is read aloud.
        this.line(
          index < lines.length - 1 ? `${line} ` : line,
          at.x,
          at.baseline + index * at.leading,
          style,
          at.align,
        ),
      );
    });
    return at.baseline + (lines.length - 1) * at.leading;
  }

  /** A horizontal rule around the middle `x`. */
  rule(x: number, y: number, width: number, color: string, thickness: number): void {
    this.ornament(() =>
      this.doc
        .moveTo(x - width / 2, y)
        .lineTo(x + width / 2, y)
        .lineWidth(thickness)
        .strokeColor(color)
        .stroke(),
    );
  }
}
