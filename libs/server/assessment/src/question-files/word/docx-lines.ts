/** The room where a Word document becomes lines of text that still know what was underlined, bold or red. */
import { Archive } from '../package/archive';
import { attributeOf, decodedXml, walkXml } from '../package/xml-walk';
import { BOLD, type Line, markOf, PICTURE, shifted } from './marks';
import { type ListPlace, Numbering } from './numbering';

/** Bytes that the parts of a document may have: a small file may unfold into a very large one. */
const MOST = 40_000_000;
const MOST_BESIDE = 8_000_000;

/** The lines of a .docx file, tables cell by cell; null where it is none. */
export async function docxLines(archive: Archive): Promise<Line[] | null> {
  const xml = await archive.text('word/document.xml', MOST);
  if (xml === null) return null;
  const numbering = new Numbering(
    await archive.text('word/numbering.xml', MOST_BESIDE),
    await archive.text('word/styles.xml', MOST_BESIDE),
  );
  const reading = new Reading(numbering);
  return walkXml(xml, reading) ? reading.lines : null;
}

/** What stands in a document but cannot be read as text. */
const PICTURES: ReadonlySet<string> = new Set([
  'mc:AlternateContent',
  'w:drawing',
  'w:pict',
  'w:object',
  'm:oMath',
  'm:oMathPara',
]);
/** Passages that were moved away from here. */
const GONE: ReadonlySet<string> = new Set(['w:moveFrom']);

interface Table {
  id: number;
  row: number;
  column: number;
}

/** Properties of a paragraph or a run while they are gathered. */
type Properties = Map<string, string>;

class Reading {
  readonly lines: Line[] = [];
  private readonly tables: Table[] = [];
  private tableCount = 0;
  /** Name of the element that is being passed over, and how deep we are in elements of that name. */
  private passing: { name: string; depth: number } | null = null;
  private inText = false;
  private inRun = false;
  private list: Partial<ListPlace> = {};
  private style: string | undefined;
  private properties: Properties = new Map();
  private labelled = true;

  constructor(private readonly numbering: Numbering) {}

  open(name: string, attributes: string): void {
    if (this.passing) {
      if (name === this.passing.name) this.passing.depth += 1;
    } else if (GONE.has(name) || PICTURES.has(name)) {
      if (PICTURES.has(name)) this.add(PICTURE);
      this.passing = { name, depth: 1 };
    } else this.enter(name, attributes);
  }

  close(name: string): void {
    if (this.passing) {
      if (name === this.passing.name) this.passing.depth -= 1;
      if (this.passing.depth === 0) this.passing = null;
      return;
    }
    if (name === 'w:t') this.inText = false;
    else if (name === 'w:tbl') this.tables.pop();
    else if (name === 'w:p') this.label();
    else if (name === 'w:r') this.inRun = false;
  }

  text(text: string): void {
    if (this.inText && !this.passing) this.add(decodedXml(text).replace(/[\n\r]/g, ' '));
  }

  private enter(name: string, attributes: string): void {
    const value = () => attributeOf(attributes, 'w:val');
    switch (name) {
      case 'w:p':
        this.beginParagraph();
        break;
      case 'w:r':
        this.label();
        this.inRun = true;
        this.properties = new Map();
        break;
      case 'w:t':
        this.inText = true;
        break;
      case 'w:br':
      case 'w:cr':
        this.beginLine();
        break;
      case 'w:tab':
        if (this.inRun) this.add('\t');
        break;
      case 'w:noBreakHyphen':
        this.add('-');
        break;
      case 'w:tbl':
        this.tables.push({ id: (this.tableCount += 1), row: 0, column: 0 });
        break;
      case 'w:tr':
        this.inTable((table) => Object.assign(table, { row: table.row + 1, column: 0 }));
        break;
      case 'w:tc':
        this.inTable((table) => Object.assign(table, { column: table.column + 1 }));
        break;
      case 'w:pStyle':
        this.style = value();
        break;
      case 'w:ilvl':
        this.list.level = Number(value());
        break;
      case 'w:numId':
        this.list.numId = value() ?? '0';
        break;
      default:
        this.properties.set(
          name,
          name === 'w:shd' ? (attributeOf(attributes, 'w:fill') ?? '') : (value() ?? ''),
        );
    }
  }

  private inTable(change: (table: Table) => void): void {
    const table = this.tables.at(-1);
    if (table) change(table);
  }

  private beginParagraph(): void {
    this.list = {};
    this.style = undefined;
    this.properties = new Map();
    this.labelled = false;
    this.inRun = false;
    this.beginLine();
  }

  private beginLine(): void {
    const table = this.tables.at(-1);
    const cell = table && { table: table.id, row: table.row, column: table.column };
    this.lines.push({ text: '', marks: [], ...(cell ? { cell } : {}) });
  }

  /** Puts the automatic number before the paragraph, marked as its end mark is: so an author underlines it. */
  private label(): void {
    if (this.labelled) return;
    this.labelled = true;
    const label = this.numbering.label(this.list, this.style);
    if (label !== '') this.add(label, markOf(this.properties) & ~BOLD);
  }

  private add(text: string, mark = markOf(this.properties)): void {
    if (this.properties.has('w:vanish') && this.inRun) return;
    const line = this.lines.at(-1);
    if (!line) return;
    const clean = shifted(text, this.properties.get('w:vertAlign')).normalize('NFC');
    line.text += clean;
    for (let place = 0; place < clean.length; place += 1) line.marks.push(mark);
  }
}
