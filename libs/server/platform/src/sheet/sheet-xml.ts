/** The room of the XML of one sheet (ECMA-376 part 1, 18.3): its cells, and what stands before and after them. */
import type { Look, SheetCell } from './cells';
import type { Styles } from './styles';
import type { Sheet } from './table';

const NOTHING: SheetCell = {};
const TYPED: Look = { format: '@' };

/** A, B … Z, AA …: the names of so many columns. */
export function columnLetters(count: number): string[] {
  const nameOf = (at: number): string =>
    at < 26 ? String.fromCharCode(65 + at) : `${nameOf(Math.floor(at / 26) - 1)}${nameOf(at % 26)}`;
  return Array.from({ length: count }, (_, at) => nameOf(at));
}

const FORMULA_SIGNS = '=+-@';

/** One cell; numbers that are none (NaN, infinite) are empty. */
export function cellOf(
  place: string,
  { value, look }: SheetCell = NOTHING,
  base: Look,
  styles: Styles,
  strings: { at(value: string): number },
): string {
  const isText = typeof value === 'string' && value !== '';
  const quoted = isText && FORMULA_SIGNS.includes(value.charAt(0));
  const style = styles.indexOf(base, look, quoted);
  if (isText) return `<c r="${place}" s="${style}" t="s"><v>${strings.at(value)}</v></c>`;
  return typeof value === 'number' && Number.isFinite(value)
    ? `<c r="${place}" s="${style}"><v>${value}</v></c>`
    : `<c r="${place}" s="${style}"/>`;
}

/** Landscape on one page's width, with frozen head and widths. */
export function sheetTop({ head, widths }: Sheet, styles: Styles): string {
  const first = head.length + 1;
  const columns = widths.map(({ width, typed }, at) => {
    const style = typed ? ` style="${styles.indexOf(TYPED, undefined, false)}"` : '';
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${style}/>`;
  });
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0">',
    `<pane ySplit="${head.length}" topLeftCell="A${first}" activePane="bottomLeft" state="frozen"/>`,
    `<selection pane="bottomLeft" activeCell="A${first}" sqref="A${first}"/>`,
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/>',
    `<cols>${columns.join('')}</cols>`,
  ].join('');
}

/** Filter, joined cells, paper. */
export function sheetTail({ head, lines, widths }: Sheet): string {
  const last = columnLetters(widths.length).at(-1);
  const joined =
    widths.length < 2
      ? []
      : head.flatMap(({ across }, at) =>
          across ? [`<mergeCell ref="A${at + 1}:${last}${at + 1}"/>`] : [],
        );
  return [
    `<autoFilter ref="A${head.length}:${last}${head.length + lines}"/>`,
    joined.length > 0 ? `<mergeCells count="${joined.length}">${joined.join('')}</mergeCells>` : '',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>',
  ].join('');
}
