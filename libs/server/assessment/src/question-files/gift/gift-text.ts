/** The room of formatted text inside GIFT. */
import { plainText } from '@tap-huan/rules';
import type { TextFormat } from 'gift-pegjs';
import { escapeHtml, htmlLines } from '../html-lines';
import { paragraphs } from '../raw-question';

/** The parser leaves its own signs for escaped letters in some places. */
const LEFT: Readonly<Record<string, string>> = {
  '&&092;': '\\',
  '&&058;': ':',
  '&&035;': '#',
  '&&061;': '=',
  '&&123;': '{',
  '&&125;': '}',
  '&&126;': '~',
  '&&010': '\n',
};
export const unescaped = (text: string): string =>
  text.replace(/&&(?:092|058|035|061|123|125|126);|&&010/g, (sign) => LEFT[sign] ?? sign);

const HAS_TAGS = /<\/?[a-z][^<>]*>/i;

/** The most usual signs of Markdown. */
const fromMarkdown = (text: string): string =>
  paragraphs(text)
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '<strong>$2</strong>')
    .replace(/(?<![\p{L}\d*_])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\p{L}\d*_])/gu, '<em>$2</em>');

/** As HTML. Moodle's own format is text in which tags count. */
export function htmlOf({ format, text }: TextFormat): string {
  if (format === 'html') return text;
  if (format === 'markdown') return fromMarkdown(text);
  return format === 'moodle' && HAS_TAGS.test(text) ? text : paragraphs(text);
}

/** As plain text. */
export function plainOf(given: TextFormat | null | undefined): string {
  if (!given) return '';
  if (given.format === 'plain') return given.text.trim();
  return given.format === 'moodle' && !HAS_TAGS.test(given.text)
    ? plainText(escapeHtml(given.text))
    : htmlLines(htmlOf(given)).trim();
}

/** Text as it stands in a GIFT file. */
export const escaped = (text: string): string =>
  text.replace(/[~=#{}:\\]/g, '\\$&').replace(/\r?\n/g, '\\n');
