/** The room of text inside HTML: what a reader would read, for titles, search and counts; expects sanitised HTML. */
import { collapseSpaces, toNfc } from './spelling';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['times', '×'],
  ['deg', '°'],
]);

/** Marks that named entities of Latin letters may carry: `&agrave;`, `&Ocirc;`. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
]);

function decodeEntity(whole: string, body: string): string {
  if (body.startsWith('#')) {
    const code = /^#x/i.test(body)
      ? Number.parseInt(body.slice(2), 16)
      : Number.parseInt(body.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  }
  const mark = MARKS.get(body.slice(1));
  if (mark !== undefined) return `${body.charAt(0)}${mark}`.normalize('NFC');
  return NAMED.get(body) ?? whole;
}

/** Elements that stay inside a word; every other tag separates words. */
const INLINE = /^\/?(a|abbr|b|code|em|i|mark|s|small|span|strong|sub|sup|u)$/i;

/**
 * The text of an HTML fragment: tags and comments removed, entities decoded, spaces collapsed, NFC. What is never closed
 * runs to the end, as in a browser; that also keeps the time linear.
 */
export function plainText(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<(\/?[a-z][a-z0-9-]*)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?\/?>/gi, (_, name: string) =>
      INLINE.test(name) ? '' : ' ',
    )
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,9});/gi, decodeEntity);
  return toNfc(collapseSpaces(text));
}

/** The beginning of the text, at most `length` characters with the final "…"; cut between words where it can. */
export function excerpt(html: string, length: number): string {
  const letters = Array.from(plainText(html));
  if (letters.length <= length) return letters.join('');
  const cut = letters.slice(0, Math.max(0, length - 1));
  const space = letters[cut.length] === ' ' ? cut.length : cut.lastIndexOf(' ');
  const kept = space > length / 2 ? cut.slice(0, space) : cut;
  return `${kept.join('').trimEnd()}…`;
}

/** Words (syllables, as Vietnamese writes them) in the text: pieces between spaces with a letter or digit. */
export const wordCount = (html: string): number =>
  plainText(html)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
