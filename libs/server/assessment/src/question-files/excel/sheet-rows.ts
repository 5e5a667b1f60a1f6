/** The room where an Excel workbook becomes rows of text, sheet by sheet; a cell that cannot be read is an empty one. */
import type { Archive } from '../package/archive';
import { attributeOf, decodedXml, walkXml } from '../package/xml-walk';
import { dateStyles, dayText } from './cell-dates';

/** Bytes that one part of a workbook may have, unfolded. */
const MOST = 40_000_000;
/** Cells beyond are left alone: a stray one in the last row of a sheet must not make a million rows. */
const MOST_COLUMNS = 200;

export interface SheetRow {
  /** As Excel counts them, from 1. */
  number: number;
  /** By column, from 0; missing ones are empty. */
  cells: string[];
}

/** The rows of every sheet that have something in them; null where the package is no workbook. */
export async function workbookSheets(archive: Archive): Promise<SheetRow[][] | null> {
  const paths = await sheetPaths(archive);
  if (paths === null) return null;
  const strings = sharedStrings(await archive.text('xl/sharedStrings.xml', MOST));
  const isDate = dateStyles(await archive.text('xl/styles.xml', MOST));
  const sheets: SheetRow[][] = [];
  for (const path of paths) {
    const xml = await archive.text(path, MOST);
    const reading = new Reading(strings, isDate);
    if (xml !== null && walkXml(xml, reading)) sheets.push(reading.rows);
  }
  return sheets;
}

/** A name without its namespace: some programs write `x:row`. */
const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Parts of the sheets in the order of their tabs. */
async function sheetPaths(archive: Archive): Promise<string[] | null> {
  const workbook = await archive.text('xl/workbook.xml', MOST);
  const relations = await archive.text('xl/_rels/workbook.xml.rels', MOST);
  if (workbook === null || relations === null) return null;
  const targets = new Map<string, string>();
  walkXml(relations, {
    open: (name, attributes) => {
      if (bare(name) !== 'Relationship') return;
      const target = attributeOf(attributes, 'Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      targets.set(attributeOf(attributes, 'Id') ?? '', path);
    },
  });
  const paths: string[] = [];
  walkXml(workbook, {
    open: (name, attributes) => {
      const path = targets.get(attributeOf(attributes, '[\\w.-]+:id') ?? '');
      if (bare(name) === 'sheet' && path !== undefined) paths.push(path);
    },
  });
  return paths;
}

/** `_x000D_` stands for a letter that XML cannot hold. */
const unescaped = (text: string): string =>
  decodedXml(text).replace(/_x([0-9A-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );

function sharedStrings(xml: string | null): string[] {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let phonetic = 0;
  if (xml === null) return strings;
  walkXml(xml, {
    open: (name) => {
      if (bare(name) === 'si') text = '';
      else if (bare(name) === 'rPh') phonetic += 1;
      else if (bare(name) === 't') isText = phonetic === 0;
    },
    close: (name) => {
      if (bare(name) === 'si') strings.push(unescaped(text));
      else if (bare(name) === 'rPh') phonetic -= 1;
      else if (bare(name) === 't') isText = false;
    },
    text: (more) => {
      if (isText) text += more;
    },
  });
  return strings;
}

/** "C12" -> 2. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

class Reading {
  readonly rows: SheetRow[] = [];
  private row: SheetRow = { number: 0, cells: [] };
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private isValue = false;

  constructor(
    private readonly strings: readonly string[],
    private readonly isDate: (style: number) => boolean,
  ) {}

  open(name: string, attributes: string): void {
    switch (bare(name)) {
      case 'row':
        this.row = {
          number: Number(attributeOf(attributes, 'r') ?? this.row.number + 1),
          cells: [],
        };
        this.column = -1;
        break;
      case 'c':
        this.column = columnOf(attributeOf(attributes, 'r')) ?? this.column + 1;
        this.type = attributeOf(attributes, 't') ?? 'n';
        this.style = Number(attributeOf(attributes, 's') ?? 0);
        this.value = '';
        break;
      case 'v':
      case 't':
        this.isValue = true;
        break;
      default:
    }
  }

  close(name: string): void {
    switch (bare(name)) {
      case 'v':
      case 't':
        this.isValue = false;
        break;
      case 'c':
        if (this.column < MOST_COLUMNS) {
          const text = this.cellText().normalize('NFC').replace(/\r\n?/g, '\n').trim();
          if (text !== '') this.row.cells[this.column] = text;
        }
        break;
      case 'row':
        if (this.row.cells.length > 0) this.rows.push(this.row);
        break;
      default:
    }
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
  }

  private cellText(): string {
    const { value } = this;
    if (value === '') return '';
    switch (this.type) {
      case 's':
        return this.strings[Number(value)] ?? '';
      case 'str':
      case 'inlineStr':
        return unescaped(value);
      case 'b':
        return value === '1' ? 'Đúng' : 'Sai';
      case 'e':
        return '';
      case 'd':
        return dayText(new Date(value));
      default:
        return this.numberText(Number(value));
    }
  }

  /** As Vietnamese reads it; what Excel took for a day becomes the day again. */
  private numberText(value: number): string {
    if (!Number.isFinite(value)) return '';
    if (this.isDate(this.style))
      return dayText(new Date(Math.round((value - 25_569) * 86_400_000)));
    return Number(value.toPrecision(15))
      .toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
      .replace('.', ',');
  }
}
