/** The room of a table on paper: its head stands on every page that it goes over. */
import type { Block, TableColumn } from './decree-document';
import { type Element, LEFT, type PdfPage, type Style, WIDTH } from './pdf-page';

type TableBlock = Extract<Block, { kind: 'table' }>;

const HEAD: Style = { face: 'bold', size: 11 };
const BODY: Style = { face: 'regular', size: 11 };
const PAD = 4;

interface Line {
  cells: string[][];
  height: number;
}

/** Where the lines of one table are drawn. */
interface Frame {
  page: PdfPage;
  table: Element;
  columns: readonly TableColumn[];
  widths: readonly number[];
}

/** Draws a table from where the page stands. */
export function drawTable(page: PdfPage, block: TableBlock): void {
  const sum = block.columns.reduce((all, { width }) => all + width, 0);
  const widths = block.columns.map(({ width }) => (WIDTH * width) / sum);
  const measured = (texts: readonly string[], style: Style): Line => {
    const cells = widths.map((width, index) =>
      page.broken(texts[index] ?? '', width - 2 * PAD, style),
    );
    const most = Math.max(...cells.map((lines) => lines.length));
    return { cells, height: most * page.lineHeight(style) + 2 * PAD };
  };
  const head = measured(
    block.columns.map(({ title }) => title),
    HEAD,
  );
  const lines = block.rows.map((row, index) => {
    const style = block.total && index === block.rows.length - 1 ? HEAD : BODY;
    return { style, ...measured(row, style) };
  });
  page.need(head.height + (lines[0]?.height ?? 0) + 20);
  if (block.caption) {
    page.text('Caption', block.caption, { face: 'italic', size: 12 }, { after: 2 });
  }
  const table = page.element('Table');
  const frame: Frame = { page, table, columns: block.columns, widths };
  const drawHead = () => drawLine(frame, head, HEAD, 'TH');
  drawHead();
  for (const { style, ...line } of lines) {
    if (page.need(line.height)) drawHead();
    drawLine(frame, line, style, 'TD');
  }
  table.end();
  page.y += 10;
}

function drawLine(
  { page, table, columns, widths }: Frame,
  { cells, height }: Line,
  style: Style,
  tag: 'TH' | 'TD',
): void {
  const row = page.element('TR', table);
  const top = page.y;
  let left = LEFT;
  cells.forEach((lines, index) => {
    const width = widths[index] ?? 0;
    const align = tag === 'TH' ? 'center' : (columns[index]?.align ?? 'left');
    const x =
      align === 'left' ? left + PAD : align === 'center' ? left + width / 2 : left + width - PAD;
    const start = top + PAD + (height - 2 * PAD - lines.length * page.lineHeight(style)) / 2;
    const at = left;
    page.ornament(() => page.doc.rect(at, top, width, height).lineWidth(0.5).stroke('#000000'));
    page.tagged(
      tag,
      () =>
        lines.forEach((line, number) =>
          page.put(line, x, start + number * page.lineHeight(style), style, align),
        ),
      row,
    );
    left += width;
  });
  row.end();
  page.y = top + height;
}
