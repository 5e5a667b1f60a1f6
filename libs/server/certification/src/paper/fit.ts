/** The room of measuring: lines that break evenly, and type that becomes smaller before it breaks. */
import { type Face, fontOf } from '@tap-huan/server/platform';

/** Points of a text at a size, with `spacing` points after each letter but the last. */
export function widthOf(text: string, face: Face, size: number, spacing = 0): number {
  const letters = spacing === 0 ? 1 : [...text].length;
  return advanceOf(text, face) * size + spacing * Math.max(0, letters - 1);
}

/** Shaping is most of the work on a paper; widths grow with the size, and most words return on the next paper. */
const advances = new Map<string, number>();
const MOST_ADVANCES = 5_000;

function advanceOf(text: string, face: Face): number {
  const key = `${face} ${text}`;
  let advance = advances.get(key);
  if (advance === undefined) {
    const font = fontOf(face);
    advance = font.layout(text).advanceWidth / font.unitsPerEm;
    if (advances.size >= MOST_ADVANCES) advances.clear();
    advances.set(key, advance);
  }
  return advance;
}

export interface Fitted {
  lines: string[];
  /** Points. */
  size: number;
}

export interface FitRule {
  face: Face;
  /** Points that a line may be wide. */
  width: number;
  /** Wanted size and the smallest that is still dignified, in points. */
  size: number;
  smallest: number;
  maxLines: number;
  spacing?: number;
  /** Where a break is best, if the parts fit: before the first match. */
  before?: RegExp;
}

/** A body's name breaks best before the name of its place. */
export const PLACE_WORDS = / (?=(thành phố|tỉnh|phường|xã|đặc khu) \p{Lu})/iu;

const STEP = 0.5;

/**
 * Fits a text by rule: the wanted size on the fewest lines; then smaller on one line down to nine tenths; then more lines;
 * then smaller still.
 * @throws Error where even the smallest size needs more lines than there are: nothing is ever cut off.
 */
export function fit(text: string, rule: FitRule): Fitted {
  const sizes: number[] = [];
  for (let size = rule.size; size >= rule.smallest; size -= STEP) sizes.push(size);
  const gentle = sizes.filter((size) => size >= rule.size * 0.88);
  for (let lines = 1; lines <= rule.maxLines; lines += 1) {
    const last = lines === rule.maxLines;
    for (const size of last ? sizes : gentle) {
      const broken = breakLines(text, rule, size, lines);
      if (broken) return { lines: broken, size };
    }
  }
  throw new Error(`The text does not fit its place on the paper: ${text.length} letters.`);
}

/** Breaks into at most `count` lines with the narrowest longest line (even lines look calm); null where it does not fit. */
function breakLines(text: string, rule: FitRule, size: number, count: number): string[] | null {
  const words = text.split(' ').filter(Boolean);
  const measure = (line: string) => widthOf(line, rule.face, size, rule.spacing);
  if (measure(words.join(' ')) <= rule.width) return [words.join(' ')];
  if (count === 1) return null;
  const greedy = fill(words, rule.width, measure);
  if (!greedy || greedy.length > count) return null;
  const wished = rule.before ? text.split(rule.before) : [];
  const [first = '', second = ''] = [wished[0], text.slice((wished[0] ?? '').length + 1)];
  if (wished.length > 1 && measure(first) <= rule.width && measure(second) <= rule.width)
    return [first, second];
  // The narrowest column that still needs no more lines.
  let even = greedy;
  let column = Math.max(...greedy.map(measure));
  for (;;) {
    const next = fill(words, column - 1, measure);
    if (!next || next.length > greedy.length) return even;
    even = next;
    column = Math.max(...next.map(measure));
  }
}

function fill(words: string[], width: number, measure: (line: string) => number): string[] | null {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
    } else {
      if (line === '' || measure(word) > width) return null;
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}
