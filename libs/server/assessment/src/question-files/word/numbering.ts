/** The room of Word's automatic numbers: "Câu 1:" and "A." that stand in no text, since Word draws them. */
import { attributeOf, walkXml } from '../package/xml-walk';

interface Level {
  start: number;
  format: string;
  /** `%1.` or `Câu %1:` */
  pattern: string;
}

/** Where a paragraph stands in a list. */
export interface ListPlace {
  numId: string;
  level: number;
}

interface List {
  abstractId: string;
  /** Level -> the number it begins with again. */
  starts: Map<number, number>;
}

const FIRST: Level = { start: 1, format: 'none', pattern: '' };
const DEEPEST = 8;

/** Counts a document's numbered paragraphs, in their order. */
export class Numbering {
  private readonly levels = new Map<string, Map<number, Level>>();
  private readonly lists = new Map<string, List>();
  private readonly styles = new Map<string, ListPlace>();
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  /**
   * @param numbering word/numbering.xml, where there is one
   * @param styles word/styles.xml: a style may number its paragraphs
   */
  constructor(numbering: string | null, styles: string | null) {
    if (numbering !== null) this.readLists(numbering);
    if (styles !== null) this.readStyles(styles);
  }

  /** What stands before a paragraph: "Câu 3: ", "B. "; empty where it has no number. */
  label(own: Partial<ListPlace>, style: string | undefined): string {
    const styled = style === undefined ? undefined : this.styles.get(style);
    const numId = own.numId ?? styled?.numId;
    const level = Math.min(own.level ?? styled?.level ?? 0, DEEPEST);
    const list = numId === undefined ? undefined : this.lists.get(numId);
    if (numId === undefined || !list) return '';
    const rule = this.levelOf(list, level);
    if (rule.format === 'none' || rule.format === 'bullet') return '';
    const counts = this.counted(numId, list, level);
    const text = rule.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return written(counts[at] ?? 1, this.levelOf(list, at).format);
    });
    return text === '' ? '' : `${text} `;
  }

  private levelOf({ abstractId }: List, level: number): Level {
    return this.levels.get(abstractId)?.get(level) ?? FIRST;
  }

  /** The counters after this paragraph; deeper ones begin anew. */
  private counted(numId: string, list: List, level: number): number[] {
    const counts = this.counts.get(list.abstractId) ?? [];
    const restart = list.starts.get(level);
    const mark = `${numId}/${level}`;
    if (restart !== undefined && !this.begun.has(mark)) counts[level] = restart;
    else counts[level] = (counts[level] ?? this.levelOf(list, level).start - 1) + 1;
    this.begun.add(mark);
    counts.length = level + 1;
    for (let above = 0; above < level; above += 1)
      counts[above] ??= this.levelOf(list, above).start;
    this.counts.set(list.abstractId, counts);
    return counts;
  }

  private readLists(xml: string): void {
    let level: Level = { ...FIRST };
    let levels = new Map<number, Level>();
    let list: List = { abstractId: '', starts: new Map() };
    let overridden = 0;
    const value = (attributes: string) => attributeOf(attributes, 'w:val') ?? '';
    walkXml(xml, {
      open: (name, attributes) => {
        if (name === 'w:abstractNum') {
          levels = new Map();
          this.levels.set(attributeOf(attributes, 'w:abstractNumId') ?? '', levels);
        } else if (name === 'w:lvl') {
          level = { ...FIRST, format: 'decimal' };
          levels.set(Number(attributeOf(attributes, 'w:ilvl')), level);
        } else if (name === 'w:start') level.start = Number(value(attributes));
        else if (name === 'w:numFmt') level.format = value(attributes);
        else if (name === 'w:lvlText') level.pattern = value(attributes);
        else if (name === 'w:num') {
          list = { abstractId: '', starts: new Map() };
          this.lists.set(attributeOf(attributes, 'w:numId') ?? '', list);
          levels = new Map();
        } else if (name === 'w:abstractNumId') list.abstractId = value(attributes);
        else if (name === 'w:lvlOverride') overridden = Number(attributeOf(attributes, 'w:ilvl'));
        else if (name === 'w:startOverride') list.starts.set(overridden, Number(value(attributes)));
      },
    });
  }

  private readStyles(xml: string): void {
    let style = '';
    let place: Partial<ListPlace> = {};
    walkXml(xml, {
      open: (name, attributes) => {
        if (name === 'w:style') {
          style = attributeOf(attributes, 'w:styleId') ?? '';
          place = {};
        } else if (name === 'w:ilvl') place.level = Number(attributeOf(attributes, 'w:val'));
        else if (name === 'w:numId') {
          this.styles.set(style, {
            numId: attributeOf(attributes, 'w:val') ?? '',
            level: place.level ?? 0,
          });
        }
      },
    });
  }
}

function written(number: number, format: string): string {
  switch (format) {
    case 'upperLetter':
      return lettered(number);
    case 'lowerLetter':
      return lettered(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

/** A, B … Z, AA, BB …: Word repeats the letter. */
const lettered = (number: number): string =>
  String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.min(4, Math.ceil(number / 26)));

const ROMAN: [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let rest = Math.min(number, 399);
  let text = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  }
  return text;
}
