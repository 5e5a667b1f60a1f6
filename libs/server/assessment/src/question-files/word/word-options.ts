/** The room of the options of a Word question: one on a line or several, and which of them their author marked. */
import { lettersOf } from '../letters';
import { BOLD, COLOURED, type Line, UNDERLINED } from './marks';

/** How an option stands out, the surest sign first. */
const SIGNS = ['star', 'letter', 'text', 'boldLetter', 'boldText'] as const;
type Sign = (typeof SIGNS)[number];

export interface WordOption {
  /** In capitals. */
  letter: string;
  isSmall: boolean;
  text: string;
  signs: ReadonlySet<Sign>;
}

const OPTION = /(?:^|[\s\u00a0])([*✓✔]?)\s*([A-Ha-h])\s*([.):/])(?!\/)\s*/g;
const STARS = /\s*[*✓✔]$/;

interface Found {
  letter: string;
  isStarred: boolean;
  letterAt: number;
  from: number;
  at: number;
}

const after = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) + 1);

/**
 * The options that a line holds, one or several side by side; none where it does not begin with one.
 * @param last letter of the option before this line, null where there is none yet
 */
export function optionsOf(line: Line, last: string | null): WordOption[] {
  const found: Found[] = [];
  for (const match of line.text.matchAll(OPTION)) {
    const letter = match[2] ?? '';
    const one = {
      letter,
      isStarred: match[1] !== '',
      letterAt: match.index + match[0].indexOf(letter),
      from: match.index + match[0].length,
      at: match.index,
    };
    const before = found.at(-1);
    if (before) {
      const between = line.text.slice(before.from, match.index).trim();
      if (between !== '' && letter === after(before.letter)) found.push(one);
    } else {
      if (line.text.slice(0, match.index).trim() !== '' || !mayFollow(letter, last)) return [];
      found.push(one);
    }
  }
  return found.map((one, index) => optionOf(line, one, found[index + 1]?.at ?? line.text.length));
}

/** A first option is A; the next is the next letter, or the same one again, which is a slip of the pen. */
const mayFollow = (letter: string, last: string | null): boolean =>
  letter === 'A' || (last === null ? letter === 'a' : letter === after(last) || letter === last);

function optionOf(
  line: Line,
  { letter, isStarred, letterAt, from }: Found,
  to: number,
): WordOption {
  const text = line.text.slice(from, to).trim();
  const signs = new Set<Sign>();
  if (isStarred || STARS.test(text)) signs.add('star');
  if (isMarked(line, letterAt, letterAt + 1, UNDERLINED | COLOURED)) signs.add('letter');
  if (isMarked(line, from, to, UNDERLINED | COLOURED)) signs.add('text');
  if (isMarked(line, letterAt, letterAt + 1, BOLD)) signs.add('boldLetter');
  if (isMarked(line, from, to, BOLD)) signs.add('boldText');
  const isSmall = letter !== letter.toUpperCase();
  return { letter: letter.toUpperCase(), isSmall, text: text.replace(STARS, ''), signs };
}

/** Whether most letters between two places bear one of the marks. */
function isMarked({ text, marks }: Line, from: number, to: number, mask: number): boolean {
  let letters = 0;
  let marked = 0;
  for (let place = from; place < to; place += 1) {
    if (!/\S/.test(text[place] ?? '')) continue;
    letters += 1;
    if (((marks[place] ?? 0) & mask) !== 0) marked += 1;
  }
  return letters > 0 && marked * 2 > letters;
}

/**
 * The letters of the key: as it stands in words beside the question, else by the surest sign that some options bear and
 * others do not.
 */
export function rightLetters(options: readonly WordOption[], key: string | null): string[] {
  if (key !== null) return lettersOf(key);
  for (const sign of SIGNS) {
    const marked = options.filter(({ signs }) => signs.has(sign));
    if (marked.length > 0 && marked.length < options.length) {
      return marked.map(({ letter }) => letter);
    }
  }
  return [];
}
