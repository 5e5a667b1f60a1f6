/** The room of texts that several questions of a Word list share. */
import type { Line } from './marks';
import { type Family, openingOf, sharedRange } from './word-lines';

const OPENS = /\[<sg>\]/i;
const ENDS = /\[<egc>\]/i;
const CLOSES = /\[<\/sg>\]/i;

/** "(CLO3)" of a line that is left out otherwise: its questions are about that. */
const outcomesOf = (text: string): string[] => text.match(/\(\s*CLO\s*\d+(?:\.\d+)?\s*\)/gi) ?? [];

/** `[<sg>]` opens a passage and `[<egc>]` or `[</sg>]` ends its text; so does "Đọc đoạn sau, trả lời câu 3 đến 5" until a question. */
export class Passages {
  private gathered: string[] | null = null;
  private text = '';
  private range: { from: number; to: number } | null = null;
  /** False where only a question ends the text. */
  private isMarked = false;

  /** Whether numbers in brackets are questions here. */
  get isOpen(): boolean {
    return this.text !== '' || this.gathered !== null;
  }

  /** The list is over. */
  end(): void {
    this.gathered = null;
    this.text = '';
    this.range = null;
  }

  /**
   * Takes a line of a passage; false for one that is none.
   * @param mayBegin false inside of a question that is not complete: there, "câu 1 đến 3" is part of it
   */
  take(line: Line, mayBegin: boolean): boolean {
    const { text } = line;
    if (OPENS.test(text)) {
      const [heading] = this.isMarked ? [] : (this.gathered ?? []);
      if (heading === undefined) this.range = sharedRange(line);
      this.isMarked = true;
      this.gathered = heading === undefined ? [] : outcomesOf(heading);
      this.text = '';
      this.gather(text.replace(/^.*\[<sg>\]/i, ''));
      return true;
    }
    if (this.gathered !== null && this.isMarked) {
      this.gather(text);
      return true;
    }
    if (CLOSES.test(text)) {
      this.end();
      return true;
    }
    const range = mayBegin ? sharedRange(line) : null;
    if (range) {
      this.end();
      this.range = range;
      this.isMarked = false;
      this.gathered = [text];
      return true;
    }
    if (this.gathered === null || openingOf(line)) return false;
    this.gathered.push(text);
    return true;
  }

  /** What a question of this number shares with others; empty where it stands alone. */
  of(number: number, family: Family): string {
    if (this.gathered !== null && !this.isMarked) this.settle();
    if (this.range) {
      const isWithin = number >= this.range.from && number <= this.range.to;
      if (!isWithin && number > this.range.to) this.end();
      return isWithin ? this.text : '';
    }
    if (family === 'named') this.end();
    return this.text;
  }

  private gather(text: string): void {
    const range = sharedRange({ text, marks: [] });
    if (range) this.range ??= range;
    this.gathered?.push(
      ...(range ? outcomesOf(text) : [text.replace(/\[<(?:egc|\/sg)>\].*/i, '')]),
    );
    if (ENDS.test(text) || CLOSES.test(text)) this.settle();
  }

  /** The line that names the questions is left out where a text follows: their numbers mean nothing in a bank. */
  private settle(): void {
    const lines = (this.gathered ?? []).filter((line) => line.trim() !== '');
    const [heading = '', ...below] = lines;
    const kept = !this.isMarked && below.length > 0 ? [...outcomesOf(heading), ...below] : lines;
    this.text = kept
      .join('\n')
      .replace(/\{\s*<(\d+)>\s*\}/g, '($1)')
      .trim();
    this.gathered = null;
  }
}
