/** The room of the styles of a workbook: every look that occurs, once, as OOXML (ECMA-376 part 1, 18.8) wants it. */
import type { Look } from './cells';
import { escaped } from './xml';

/** Number formats that Excel knows by a number. */
const BUILT_IN: Readonly<Record<string, number>> = {
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};
/** Where own formats begin. */
const FIRST_OWN = 164;

const FRAME_COLOR = 'FFB8C4C0';
const argb = (color: string): string => `FF${color.slice(1).toUpperCase()}`;

/** A list in which everything stands once. */
class Once {
  readonly items: string[] = [];
  private readonly places = new Map<string, number>();

  constructor(...first: string[]) {
    for (const each of first) this.at(each);
  }

  at(item: string): number {
    const known = this.places.get(item);
    if (known !== undefined) return known;
    this.places.set(item, this.items.length);
    return this.items.push(item) - 1;
  }

  within(tag: string): string {
    return `<${tag} count="${this.items.length}">${this.items.join('')}</${tag}>`;
  }
}

const fontXml = ({ bold, italic, size = 12, color }: Look): string =>
  `<font>${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}<sz val="${size}"/>${
    color === undefined ? '' : `<color rgb="${argb(color)}"/>`
  }<name val="Times New Roman"/><family val="1"/></font>`;

const NO_FILL = '<fill><patternFill patternType="none"/></fill>';
const fillXml = ({ fill }: Look): string =>
  fill === undefined
    ? NO_FILL
    : `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor indexed="64"/></patternFill></fill>`;

const SIDES = ['left', 'right', 'top', 'bottom'];
const NO_FRAME = '<border><left/><right/><top/><bottom/><diagonal/></border>';
const FRAMED = `<border>${SIDES.map(
  (side) => `<${side} style="thin"><color rgb="${FRAME_COLOR}"/></${side}>`,
).join('')}<diagonal/></border>`;

function alignmentXml({ align, vertical, wrap, indent }: Look): string {
  const parts = [
    align || indent ? ` horizontal="${align ?? 'left'}"` : '',
    vertical ? ` vertical="${vertical}"` : '',
    wrap ? ' wrapText="1"' : '',
    indent ? ` indent="${indent}"` : '',
  ].join('');
  return parts === '' ? '' : `<alignment${parts}/>`;
}

const NO_LOOK: Look = {};

export class Styles {
  private readonly fonts = new Once(fontXml({}));
  // Excel keeps the second fill for itself
  private readonly fills = new Once(NO_FILL, '<fill><patternFill patternType="gray125"/></fill>');
  private readonly borders = new Once(NO_FRAME);
  private readonly formats = new Once();
  private readonly cells = new Once();
  /** By identity of the look of the row and that of the cell: asked for every cell. */
  private readonly known = new WeakMap<Look, WeakMap<Look, number>>();
  private readonly knownQuoted = new WeakMap<Look, WeakMap<Look, number>>();

  constructor() {
    this.indexOf(NO_LOOK, NO_LOOK, false);
  }

  /** @param quoted marks text that begins like a formula, so that it stays text when the cell is edited */
  indexOf(base: Look, look: Look = NO_LOOK, quoted: boolean): number {
    const known = quoted ? this.knownQuoted : this.known;
    let ofBase = known.get(base);
    if (!ofBase) known.set(base, (ofBase = new WeakMap<Look, number>()));
    let index = ofBase.get(look);
    if (index === undefined) {
      index = this.cells.at(this.cellXml({ ...base, ...look }, quoted));
      ofBase.set(look, index);
    }
    return index;
  }

  private cellXml(look: Look, quoted: boolean): string {
    const font = this.fonts.at(fontXml(look));
    const fill = this.fills.at(fillXml(look));
    const border = this.borders.at(look.frame ? FRAMED : NO_FRAME);
    const format = this.formatId(look.format);
    const alignment = alignmentXml(look);
    const attributes = [
      `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`,
      format > 0 ? 'applyNumberFormat="1"' : '',
      font > 0 ? 'applyFont="1"' : '',
      fill > 0 ? 'applyFill="1"' : '',
      border > 0 ? 'applyBorder="1"' : '',
      alignment ? 'applyAlignment="1"' : '',
      quoted ? 'quotePrefix="1"' : '',
    ];
    return `<xf ${attributes.filter(Boolean).join(' ')}>${alignment}</xf>`;
  }

  private formatId(format: string | undefined): number {
    if (format === undefined) return 0;
    return BUILT_IN[format] ?? FIRST_OWN + this.formats.at(format);
  }

  /** styles.xml, once everything was asked for. */
  xml(): string {
    const formats = this.formats.items.map(
      (format, at) => `<numFmt numFmtId="${FIRST_OWN + at}" formatCode="${escaped(format)}"/>`,
    );
    return [
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '',
      this.fonts.within('fonts'),
      this.fills.within('fills'),
      this.borders.within('borders'),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      this.cells.within('cellXfs'),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }
}
