/** The room of a text with blanks: how it is set, and how words move between bank and blanks. Pure. */
import type { PaperOf, ResponseOf } from '@tap-huan/contract';

type Segment = PaperOf<'fill_blanks'>['segments'][number];
type Choices = Extract<Segment, { blank: string }>['choices'];
export type Filled = ResponseOf<'fill_blanks'>['blanks'];

/** A run of words, or a blank with the marks that must not part from it at the end of a line. */
export type Part =
  | { kind: 'text'; text: string }
  | {
      kind: 'blank';
      id: string;
      /** 1, 2 … in reading order. */
      number: number;
      choices: Choices;
      /** "(" or "“" right before it. */
      lead: string;
      /** ",", "." or ")" right behind it. */
      tail: string;
    };

const LEAD = /(?<=^|\s)[([{“‘"'«]+$/u;
const TAIL = /^[.,;:!?…)\]}”’"'»%]+/u;

/** The paragraphs of the text; line breaks begin them, empty ones are left out. */
export function paragraphsOf(segments: readonly Segment[]): Part[][] {
  const paragraphs: Part[][] = [[]];
  let number = 0;
  for (const segment of segments) {
    if ('blank' in segment) {
      number += 1;
      const { blank: id, choices } = segment;
      paragraphs.at(-1)?.push({ kind: 'blank', id, number, choices, lead: '', tail: '' });
      continue;
    }
    segment.text.split(/\r?\n/).forEach((text, line) => {
      if (line > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ kind: 'text', text });
    });
  }
  return paragraphs
    .map(bound)
    .filter((parts) => parts.some((part) => part.kind === 'blank' || part.text.trim() !== ''));
}

/** Moves the marks beside a blank to it. */
function bound(parts: readonly Part[]): Part[] {
  const copies = parts.map((part) => ({ ...part }));
  copies.forEach((part, at) => {
    if (part.kind !== 'blank') return;
    const before = copies[at - 1];
    const after = copies[at + 1];
    if (before?.kind === 'text') {
      part.lead = LEAD.exec(before.text)?.[0] ?? '';
      before.text = before.text.slice(0, before.text.length - part.lead.length);
    }
    if (after?.kind === 'text') {
      part.tail = TAIL.exec(after.text)?.[0] ?? '';
      after.text = after.text.slice(part.tail.length);
    }
  });
  return copies.filter((part) => part.kind === 'blank' || part.text !== '');
}

/** The blanks of a paper in reading order. */
export const blankIds = (segments: readonly Segment[]): string[] =>
  segments.flatMap((segment) => ('blank' in segment ? segment.blank : []));

/** A blank filled, or emptied by ''. */
export function filled(blanks: Filled, blank: string, text: string): Filled {
  const { [blank]: _, ...others } = blanks;
  return text === '' ? others : { ...others, [blank]: text };
}

/** A word of the bank put into a blank: it leaves the blank where it was, and what stood there goes back to the bank. */
export function placed(blanks: Filled, blank: string, word: string): Filled {
  const others = Object.entries(blanks).filter(([id, given]) => id !== blank && given !== word);
  return { ...Object.fromEntries(others), [blank]: word };
}

/** The blank where a word of the bank stands; null in the bank. */
export const blankOf = (blanks: Filled, word: string): string | null =>
  Object.keys(blanks).find((id) => blanks[id] === word) ?? null;

/** How wide a typed blank is, in characters: room to write, and no hint at what is right. */
export const widthOf = (text: string): number => Math.min(Math.max(text.length + 2, 10), 40);
