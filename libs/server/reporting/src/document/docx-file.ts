/** The room where an administrative document becomes a Word file. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type Block, type DecreeDocument, MARGINS, MOTTO, NATION } from './decree-document';

/** Word counts letters in half points. */
const size = (points: number): number => points * 2;
const BODY = size(14);
const SMALL = size(12);
/** Twentieths of a point, rounded up: a margin of 20 mm must not come out smaller. */
const mm = (millimetres: number): number => Math.ceil((millimetres * 1_440) / 25.4);
/** Between the margins. */
const WIDTH = mm(210 - MARGINS.left - MARGINS.right);
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE };
const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

interface Style {
  size?: number;
  bold?: boolean;
  italics?: boolean;
}
const run = (text: string, style: Style = {}): TextRun =>
  new TextRun({ text: text.normalize('NFC'), ...style });
const centred = (text: string, style: Style = {}, after = 0): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after },
    children: [run(text, style)],
  });
/** A short rule below a line, as the decree draws it. */
const rule = (share: number): Paragraph =>
  new Paragraph({
    indent: { left: share, right: share },
    spacing: { after: 120 },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [],
  });

/** Two columns without lines. */
function sides(left: Paragraph[], right: Paragraph[], share: number): Table {
  const widths = [Math.round(WIDTH * share), WIDTH - Math.round(WIDTH * share)];
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...NO_LINES, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    rows: [
      new TableRow({
        children: [left, right].map(
          (children, index) =>
            new TableCell({
              children,
              borders: NO_LINES,
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
            }),
        ),
      }),
    ],
  });
}

function head(document: DecreeDocument): Table {
  const left = [
    ...(document.parentBody
      ? [centred(document.parentBody.toLocaleUpperCase('vi'), { size: size(13) })]
      : []),
    centred(document.agency.toLocaleUpperCase('vi'), { size: size(13), bold: true }),
    rule(1_300),
    ...(document.number ? [centred(document.number, { size: size(13) })] : []),
  ];
  const right = [
    centred(NATION, { size: size(12), bold: true }),
    centred(MOTTO, { size: size(13), bold: true }),
    rule(900),
    centred(document.placeAndDay, { size: size(13), italics: true }),
  ];
  return sides(left, right, 0.42);
}

function foot({ recipients, signature }: DecreeDocument): Table {
  const left =
    recipients.length === 0
      ? [new Paragraph({})]
      : [
          new Paragraph({
            children: [run('Nơi nhận:', { size: SMALL, bold: true, italics: true })],
          }),
          ...recipients.map(
            (line) => new Paragraph({ children: [run(`- ${line}`, { size: size(11) })] }),
          ),
        ];
  const right = [
    ...[signature.capacity, signature.title]
      .filter((line) => line !== '')
      .map((line) => centred(line.toLocaleUpperCase('vi'), { size: BODY, bold: true })),
    ...Array.from({ length: 4 }, () => new Paragraph({})),
    centred(signature.name, { size: BODY, bold: true }),
  ];
  return sides(left, right, 0.48);
}

function cell(text: string, style: Style, align: keyof typeof ALIGN, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 70, right: 70, top: 30, bottom: 30 },
    children: [new Paragraph({ alignment: ALIGN[align], children: [run(text, style)] })],
  });
}

function table(block: Extract<Block, { kind: 'table' }>): (Paragraph | Table)[] {
  const sum = block.columns.reduce((all, { width }) => all + width, 0);
  const widths = block.columns.map(({ width }) => Math.round((WIDTH * width) / sum));
  const line = (texts: readonly string[], style: Style, isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: block.columns.map(({ align }, index) =>
        cell(texts[index] ?? '', style, isHead ? 'center' : align, widths[index] ?? 0),
      ),
    });
  return [
    ...(block.caption
      ? [
          new Paragraph({
            keepNext: true,
            spacing: { before: 120, after: 60 },
            children: [run(block.caption, { size: size(13), italics: true })],
          }),
        ]
      : []),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      rows: [
        line(
          block.columns.map(({ title }) => title),
          { size: SMALL, bold: true },
          true,
        ),
        ...block.rows.map((row, index) =>
          line(row, { size: SMALL, bold: block.total && index === block.rows.length - 1 }, false),
        ),
      ],
    }),
    new Paragraph({ spacing: { after: 60 } }),
  ];
}

function drawn(block: Block): (Paragraph | Table)[] {
  const text = (children: ParagraphChild[], indent = true): Paragraph =>
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      spacing: { after: 120, line: 288 },
      indent: indent ? { firstLine: 720 } : undefined,
      children,
    });
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 160, after: 100 },
          indent: { firstLine: 720 },
          children: [run(block.text, { size: BODY, bold: true })],
        }),
      ];
    case 'paragraph':
      return [text([run(block.text, { size: BODY })])];
    case 'facts':
      return block.facts.map(([label, value]) =>
        text([run(`${label}: `, { size: BODY }), run(value, { size: BODY, bold: true })], false),
      );
    case 'table':
      return table(block);
  }
}

/** The bytes of a .docx file. */
export function docxFile(document: DecreeDocument): Promise<Buffer> {
  const file = new Document({
    title: document.title.normalize('NFC'),
    creator: 'Tập Huấn',
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: BODY, language: { value: 'vi-VN' } } },
      },
    },
    sections: [
      {
        properties: {
          // No number on the first page.
          titlePage: true,
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: {
              top: mm(MARGINS.top),
              bottom: mm(MARGINS.bottom),
              left: mm(MARGINS.left),
              right: mm(MARGINS.right),
              header: mm(10),
            },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph({})] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: size(13) })],
              }),
            ],
          }),
        },
        children: [
          head(document),
          new Paragraph({ spacing: { after: 120 } }),
          centred(document.type, { size: BODY, bold: true }),
          centred(document.about, { size: BODY, bold: true }),
          rule(3_600),
          ...(document.addressee ? [centred(document.addressee, { size: BODY }, 160)] : []),
          ...document.blocks.flatMap(drawn),
          new Paragraph({ spacing: { after: 120 } }),
          foot(document),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}
