/** The room of a text with blanks in it: where they are. */
import type { ContentOf } from '@tap-huan/contract';

type Content = Pick<ContentOf<'fill_blanks'>, 'text' | 'blanks'>;

/** A run of plain text, or the content id of a blank. */
export type Segment = { text: string } | { blankId: string };

const MARKER = /\[\[([^[\]]{1,40})\]\]/;

/** Ids in the markers of a text, in order, also repeated and unknown ones. */
export const markersOf = (text: string): string[] =>
  text.split(MARKER).filter((_, place) => place % 2 === 1);

/** The text in order. A marker without a blank, or that comes again, is plain text: its author is told. */
export function segmentsOf({ text, blanks }: Content): Segment[] {
  const left = new Set(blanks.map(({ id }) => id));
  const segments: Segment[] = [];
  const addText = (added: string) => {
    const last = segments.at(-1);
    if (last !== undefined && 'text' in last) last.text += added;
    else if (added !== '') segments.push({ text: added });
  };
  text.split(MARKER).forEach((part, place) => {
    if (place % 2 === 0) addText(part);
    else if (left.delete(part)) segments.push({ blankId: part });
    else addText(`[[${part}]]`);
  });
  return segments;
}
