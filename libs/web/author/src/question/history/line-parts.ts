/** The room of what labelled lines are made of. */
import { plainText } from '@tap-huan/rules';
import type { Words } from '../../i18n/text';

/** One thing that a reader of a question would name: its label and its text. */
export interface ContentLine {
  /** Stays the same from version to version. */
  key: string;
  label: string;
  text: string;
  /** What else may differ although the words are the same: format, a picture's address. */
  format?: string;
}

export const lettered = (at: number): string => String.fromCharCode(65 + at);

/** A line for each text, numbered from 1. */
export const listed = (
  key: string,
  texts: readonly string[],
  label: (number: number) => string,
): ContentLine[] => texts.map((text, at) => ({ key: `${key}.${at}`, label: label(at + 1), text }));

const BLOCK_END =
  /<\/(?:p|h[1-6]|li|tr|figure|figcaption|blockquote|aside|table|caption)>|<br\s*\/?>/gi;
const MEDIUM = /<(img|video|audio)\b[^>]*>/gi;

/** The words of rich text, a line for each paragraph; pictures and films are named. */
export function htmlText(html: string, t: Words): string {
  const named = html.replace(MEDIUM, (tag, kind: string) => {
    if (kind.toLowerCase() !== 'img')
      return ` [${t(kind.toLowerCase() === 'video' ? 'history.line.film' : 'history.line.sound')}] `;
    const alt = /\balt="([^"]*)"/i.exec(tag)?.[1] ?? '';
    return ` [${t('history.line.picture', { alt: plainText(alt) })}] `;
  });
  return named
    .replace(BLOCK_END, '\n')
    .split('\n')
    .map((line) => plainText(line))
    .filter((line) => line !== '')
    .join('\n');
}
