/** The room of the difference between two versions of a question, word by word. */
import { diffWords } from 'diff';
import type { ContentLine } from './line-parts';

export interface DiffPart {
  text: string;
  /** same: in both; gone: only in the older version; come: only in the newer one. */
  is: 'same' | 'gone' | 'come';
}
export interface DiffRow {
  key: string;
  label: string;
  /** What it was called before, where that is another name. */
  before: string | null;
  change: 'same' | 'changed' | 'added' | 'removed' | 'format';
  parts: DiffPart[];
}

/** The parts of two texts; joined without the gone ones they are the newer text. */
export function wordParts(older: string, newer: string): DiffPart[] {
  return diffWords(older, newer).map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'come' : removed ? 'gone' : 'same',
  }));
}

const whole = (text: string, is: DiffPart['is']): DiffPart[] => [{ text, is }];

function rowOf(older: ContentLine | undefined, newer: ContentLine): DiffRow {
  const { key, label, text, format = '' } = newer;
  if (!older) return { key, label, before: null, change: 'added', parts: whole(text, 'come') };
  const before = older.label === label ? null : older.label;
  if (older.text !== text)
    return { key, label, before, change: 'changed', parts: wordParts(older.text, text) };
  const change = (older.format ?? '') === format ? 'same' : 'format';
  return { key, label, before, change, parts: whole(text, 'same') };
}

/** Both versions as one list in the order of the newer one; what is gone stands where it was. */
export function versionDiff(
  older: readonly ContentLine[],
  newer: readonly ContentLine[],
): DiffRow[] {
  const byKey = new Map(older.map((line) => [line.key, line]));
  const rows = newer.map((line) => rowOf(byKey.get(line.key), line));
  const present = new Set(newer.map(({ key }) => key));
  older.forEach((line, at) => {
    if (present.has(line.key)) return;
    const above = older.slice(0, at).findLast(({ key }) => rows.some((row) => row.key === key));
    const place = above ? rows.findIndex(({ key }) => key === above.key) + 1 : 0;
    const { key, label, text } = line;
    rows.splice(place, 0, {
      key,
      label,
      before: null,
      change: 'removed',
      parts: whole(text, 'gone'),
    });
  });
  return rows;
}
