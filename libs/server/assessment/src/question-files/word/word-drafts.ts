/** The room where the lines of a Word question list are gathered into questions, each apart from the others. */
import { keyTables } from './key-tables';
import { MOST_READ } from '../raw-question';
import type { Line } from './marks';
import { Passages } from './passages';
import {
  chosenIn,
  explanationOf,
  type Family,
  hasPicture,
  isBreak,
  isCategory,
  isEnd,
  isHeading,
  keyOf,
  keyPairs,
  type KeyPair,
  openingOf,
  opensKeys,
  tailOf,
} from './word-lines';
import { optionsOf, type WordOption } from './word-options';

/** A question while its lines are gathered. */
export interface Draft {
  number: number;
  stem: string[];
  options: WordOption[];
  /** As it stands behind "Đáp án:". */
  key: string | null;
  explanation: string[] | null;
  hasPicture: boolean;
  /** The text that several questions share. */
  passage: string;
  category: string[];
  /** Lines that stand apart behind the options and are no part of the question. */
  strays: string[];
  /** Opened behind the end of the list or among the keys: it is one only where options follow. */
  isNote: boolean;
}

/** The questions of a list, in its order. */
export function draftsOf(lines: readonly Line[]): Draft[] {
  const gathering = new Gathering(lines);
  for (const line of lines.flatMap(withoutBreaks)) {
    gathering.take(line);
    if (gathering.isFull) break;
  }
  return gathering.questions();
}

/** `[<br>]` parts two questions wherever it stands in a line. */
function withoutBreaks(line: Line): Line[] {
  const at = line.text.search(BREAK);
  if (at < 0 || isBreak(line)) return [line];
  const mark = { text: BREAK_MARK, marks: [] };
  const rest = tailOf(line, at + BREAK_MARK.length);
  const before = { ...line, text: line.text.slice(0, at), marks: line.marks.slice(0, at) };
  // What stands behind it on the line is read only where it opens a question.
  return [before, mark, ...(openingOf(rest) ? withoutBreaks(rest) : [])];
}

const BREAK_MARK = '[<br>]';
const BREAK = /\[<br>\]/i;

class Gathering {
  private readonly drafts: Draft[] = [];
  /** Questions, not notes, by their number; a file may hold several papers. */
  private readonly byNumber = new Map<number, Draft[]>();
  private readonly passages = new Passages();
  private readonly tables: ReadonlyMap<number, KeyPair[]>;
  private readonly readTables = new Set<number>();
  private readonly families: ReadonlySet<Family>;
  private current: Draft | null = null;
  private category: string[] = [];
  private isAfterEnd = false;
  private awaitsKey = false;
  private isFresh = false;
  private isNumberless = false;
  private wasBlank = false;

  constructor(lines: readonly Line[]) {
    this.tables = keyTables(lines);
    this.families = new Set(lines.flatMap((line) => openingOf(line)?.family ?? []));
  }

  get isFull(): boolean {
    return this.drafts.length > MOST_READ;
  }

  /** Notes that never became questions say something of those that they bear the number of. */
  questions(): Draft[] {
    const before = new Map<number, Draft>();
    for (const draft of this.drafts) {
      if (!draft.isNote) before.set(draft.number, draft);
      else note(before.get(draft.number), draft);
    }
    return this.drafts.filter((draft) => !draft.isNote);
  }

  take(line: Line): void {
    if (this.takeTable(line)) return;
    if (line.text.trim() === '') {
      this.wasBlank = true;
      return;
    }
    if (!this.takeMark(line) && !this.takeOpening(line)) this.takeMore(line);
    this.wasBlank = false;
  }

  private takeTable({ cell }: Line): boolean {
    const pairs = cell && this.tables.get(cell.table);
    if (!cell || !pairs) return false;
    if (!this.readTables.has(cell.table)) this.setKeys(pairs);
    this.readTables.add(cell.table);
    this.awaitsKey = false;
    this.finish();
    return true;
  }

  /** Lines that part or head questions, and lines of keys. */
  private takeMark(line: Line): boolean {
    if (this.passages.take(line, this.isComplete())) this.current = null;
    else if (isBreak(line)) {
      this.current = null;
      this.isFresh = true;
    } else if (isEnd(line)) this.finish();
    else if (opensKeys(line)) this.awaitsKey = true;
    else return this.takeKeys(line) || this.takeHeading(line);
    return true;
  }

  private takeKeys(line: Line): boolean {
    const pairs = keyPairs(line.text);
    if (this.awaitsKey) {
      this.awaitsKey = false;
      // "Đáp án:" on a line of its own, and the letter on the next.
      const alone = keyOf({ ...line, text: `Đáp án: ${line.text}` });
      if (this.current && pairs.length === 0 && /^\s*[A-H]\s*\.?\s*$/.test(line.text)) {
        this.current.key = alone;
        return true;
      }
      this.finish();
    }
    if (pairs.length === 0 || !pairs.every(({ number }) => this.numbered(number))) return false;
    this.setKeys(pairs);
    this.finish();
    return true;
  }

  private takeHeading(line: Line): boolean {
    if (!isHeading(line) || !this.isComplete()) return false;
    if (optionsOf(line, this.lastLetter()).length > 0) return false;
    this.current = null;
    if (isCategory(line)) this.category = [line.text.trim()];
    return true;
  }

  private takeOpening(line: Line): boolean {
    const opening = openingOf(line);
    if (opening ? !this.mayOpen(opening.family, opening.number) : !this.mayOpenFresh(line))
      return false;
    const number = opening?.number ?? (this.drafts.at(-1)?.number ?? 0) + 1;
    const rest = tailOf(line, opening?.from ?? 0);
    this.isFresh = false;
    this.isNumberless = (opening?.number ?? null) === null;
    this.current = {
      number,
      stem: [],
      options: [],
      key: null,
      explanation: null,
      hasPicture: false,
      passage: this.passages.of(number, opening?.family ?? 'tagged'),
      category: this.category,
      strays: [],
      isNote: this.isAfterEnd,
    };
    this.drafts.push(this.current);
    if (!this.current.isNote) this.enter(this.current);
    this.wasBlank = false;
    this.more(this.current, rest);
    return true;
  }

  /** Numbers inside a question are not questions: "1." in a list of "Câu 1", "(1)" outside of a passage. */
  private mayOpen(family: Family, number: number | null): boolean {
    switch (family) {
      case 'named':
        return true;
      case 'dotted':
        return (
          !this.families.has('named') &&
          (this.current === null || this.isComplete() || number === this.current.number + 1)
        );
      case 'bracketed':
        return this.passages.isOpen || !(this.families.has('named') || this.families.has('dotted'));
      case 'tagged':
        return this.current === null || this.isComplete();
    }
  }

  /** Behind `[<br>]` a question may begin without a number, where the one before had none. */
  private mayOpenFresh(line: Line): boolean {
    return (
      this.isFresh &&
      this.isNumberless &&
      this.current === null &&
      optionsOf(line, null).length === 0
    );
  }

  private takeMore(line: Line): void {
    if (this.current) this.more(this.current, line);
  }

  private more(draft: Draft, line: Line): void {
    draft.hasPicture ||= hasPicture(line.text);
    const key = keyOf(line);
    const explanation = explanationOf(line);
    const options = draft.explanation === null ? optionsOf(line, this.lastLetter()) : [];
    if (key !== null) draft.key = key;
    else if (explanation !== null) explain(draft, explanation);
    else if (draft.explanation !== null) draft.explanation.push(line.text);
    else if (options.length > 0) this.choose(draft, options);
    else if (line.text.trim() !== '') this.addTo(draft, line.text);
  }

  /** A line that is nothing of its own belongs to what stands before it, where no empty line parts them. */
  private addTo(draft: Draft, text: string): void {
    const last = draft.options.at(-1);
    if (!last) draft.stem.push(text);
    else if (this.wasBlank || draft.strays.length > 0) draft.strays.push(text.trim());
    else last.text = `${last.text} ${text.trim()}`.trim();
  }

  /** Options in small letters before those in capitals were statements of the stem. */
  private choose(draft: Draft, options: readonly WordOption[]): void {
    const [first] = options;
    if (first?.letter === 'A' && !first.isSmall && draft.options.every(({ isSmall }) => isSmall)) {
      draft.stem.push(
        ...draft.options.map(({ letter, text }) => `${letter.toLowerCase()}) ${text}`),
      );
      draft.options = [];
    }
    draft.options.push(...options);
    if (draft.isNote && draft.options.length >= 2) {
      draft.isNote = false;
      this.enter(draft);
    }
  }

  private isComplete(): boolean {
    const { current } = this;
    return (
      current === null || current.isNote || current.options.length >= 2 || current.key !== null
    );
  }

  private lastLetter(): string | null {
    const last = this.current?.options.at(-1);
    return last ? (last.isSmall ? last.letter.toLowerCase() : last.letter) : null;
  }

  private finish(): void {
    this.current = null;
    this.isAfterEnd = true;
    this.passages.end();
  }

  /** The last question of a number. */
  private numbered(number: number): Draft | undefined {
    return this.byNumber.get(number)?.at(-1);
  }

  private enter(draft: Draft): void {
    const same = this.byNumber.get(draft.number);
    if (same) same.push(draft);
    else this.byNumber.set(draft.number, [draft]);
  }

  private setKeys(pairs: readonly KeyPair[]): void {
    for (const { number, letters } of pairs) {
      const draft = this.numbered(number);
      if (draft) draft.key ??= letters;
    }
  }
}

function explain(draft: Draft, text: string): void {
  const { key, rest } = chosenIn(text);
  draft.key ??= key;
  draft.explanation = [rest];
}

/** What stands beside a number among the keys. */
function note(about: Draft | undefined, { stem, explanation, key }: Draft): void {
  if (!about) return;
  const chosen = chosenIn([...stem, ...(explanation ?? [])].join('\n'));
  about.key ??= key ?? chosen.key;
  if (about.explanation === null && chosen.rest.trim() !== '') about.explanation = [chosen.rest];
}
