/** The room between HTML and the plain lines of a cell. */
import { plainText } from '@tap-huan/rules';

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Where a reader sees a new line. */
const LINE_END =
  /<br\s*\/?>|<\/(?:p|li|h[2-4]|tr|blockquote|pre|figcaption|caption|aside|table)>/gi;

/** Plain text of HTML with a line for each of its paragraphs. */
export const htmlLines = (html: string): string =>
  html
    .split(LINE_END)
    .map(plainText)
    .filter((line) => line !== '')
    .join('\n');
