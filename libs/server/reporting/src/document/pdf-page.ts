/** The room of a page that is written from top to bottom: where the pen is, lines that are broken, the next page. */
import type PDFDocument from 'pdfkit';
import { type Face, fontOf, MissingGlyphError, printable } from '@tap-huan/server/platform';
import { MARGINS } from './decree-document';

type Doc = InstanceType<typeof PDFDocument>;
export type Element = ReturnType<Doc['struct']>;
export type Align = 'left' | 'center' | 'right';
export interface Style {
  face: Face;
  /** Points. */
  size: number;
}

const point = (millimetres: number): number => (millimetres * 72) / 25.4;
/** A4 upright, in points. */
export const SHEET = { width: 595.28, height: 841.89 } as const;
export const LEFT = point(MARGINS.left);
export const RIGHT = SHEET.width - point(MARGINS.right);
export const WIDTH = RIGHT - LEFT;
const TOP = point(MARGINS.top);
const BOTTOM = SHEET.height - point(MARGINS.bottom);
const FACES: readonly Face[] = ['regular', 'italic', 'bold', 'boldItalic'];
const LEADING = 1.28;

/** What a typeface cannot print is shown as such: a report is not worth failing for one letter in a title. */
function shown(text: string, face: Face): string {
  try {
    return printable(text, face);
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) throw error;
    const missing = new Set(error.letters);
    return [...text.normalize('NFC')]
      .map((letter) => (missing.has(letter) ? '?' : letter))
      .join('');
  }
}

export class PdfPage {
  private readonly root: Element;
  private pages = 1;
  /** The upper edge of the next line. */
  y = TOP;

  constructor(readonly doc: Doc) {
    // pdfkit takes a fontkit object; its types know only bytes.
    for (const face of FACES) doc.registerFont(face, fontOf(face) as unknown as Buffer);
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  lineHeight = ({ size }: Style): number => size * LEADING;

  /** Goes to the next page where so many points do not fit on this one. */
  need(height: number): boolean {
    if (this.y + height <= BOTTOM) return false;
    this.doc.addPage();
    this.pages += 1;
    this.y = TOP;
    const style: Style = { face: 'regular', size: 13 };
    this.doc.markContent('Artifact', { type: 'Pagination' });
    this.put(String(this.pages), SHEET.width / 2, TOP - 24, style, 'center');
    this.doc.endMarkedContent();
    return true;
  }

  /** The text in lines that are no wider than `width`; a word that is too long is broken. */
  broken(text: string, width: number, style: Style, first = 0): string[] {
    this.doc.font(style.face).fontSize(style.size);
    const wide = (line: string): number => this.doc.widthOfString(line);
    const lines: string[] = [];
    let line = '';
    const room = (): number => width - (lines.length === 0 ? first : 0);
    for (const word of shown(text, style.face).split(/\s+/).filter(Boolean)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (wide(longer) <= room()) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = '';
      for (const letter of word) {
        if (line !== '' && wide(line + letter) > room()) {
          lines.push(line);
          line = '';
        }
        line += letter;
      }
    }
    return [...lines, line];
  }

  /** One line at a place; `x` is its left end, middle or right end. */
  put(text: string, x: number, top: number, style: Style, align: Align): void {
    const line = shown(text, style.face);
    this.doc.font(style.face).fontSize(style.size).fillColor('#000000');
    const width = this.doc.widthOfString(line);
    const left = align === 'left' ? x : align === 'center' ? x - width / 2 : x - width;
    this.doc.text(line, left, top, { lineBreak: false });
  }

  /** Draws a part of the content as one element of the structure that is read aloud. */
  tagged(tag: string, draw: () => void, parent: Element = this.root): void {
    parent.add(this.doc.struct(tag as never, {}, [draw]));
  }

  /** An element that others are put into; end it when they are. */
  element(tag: string, parent: Element = this.root): Element {
    const element = this.doc.struct(tag as never);
    parent.add(element);
    return element;
  }

  /** Lines below each other from `y` on, which moves on; goes over pages. */
  text(
    tag: string,
    text: string,
    style: Style,
    place: { align?: Align; indent?: number; left?: number; width?: number; after?: number } = {},
  ): void {
    const { align = 'left', indent = 0, left = LEFT, width = WIDTH, after = 0 } = place;
    const lines = this.broken(text, width, style, indent);
    const height = this.lineHeight(style);
    for (let at = 0; at < lines.length;) {
      this.need(height);
      const fit = Math.max(1, Math.floor((BOTTOM - this.y + 0.01) / height));
      const part = lines.slice(at, at + fit);
      const start = at;
      this.tagged(tag, () =>
        part.forEach((line, index) => {
          const isFirst = start + index === 0;
          const x =
            align === 'center'
              ? left + width / 2
              : align === 'right'
                ? left + width
                : left + (isFirst ? indent : 0);
          // The space at the end parts the words of two lines where the text is read aloud.
          this.put(`${line} `.trimStart(), x, this.y + index * height, style, align);
        }),
      );
      this.y += part.length * height;
      at += part.length;
    }
    this.y += after;
  }

  /** A line that is there for the eye only. */
  rule(x: number, y: number, width: number): void {
    this.ornament(() =>
      this.doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(0.7)
        .stroke('#000000'),
    );
  }

  ornament(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }
}
