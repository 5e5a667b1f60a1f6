/** The room of the forms whose answer is typed words: a short answer, and blanks in a text. */
import type { ContentOf } from '@tap-huan/contract';
import { clean, found } from './form-parts';
import type { KindForm } from './kind-form';

export interface AcceptedForm {
  accepted: readonly string[];
  wildcards: boolean;
  ignoreCase: boolean;
  ignoreDiacritics: boolean;
}
export interface FormBlank {
  /** As in its marker `[[id]]`. */
  id: string;
  accepted: readonly string[];
  distractors: readonly string[];
}
export interface BlanksForm {
  text: string;
  mode: ContentOf<'fill_blanks'>['mode'];
  blanks: readonly FormBlank[];
  /** Of the bank of words. */
  distractors: readonly string[];
  ignoreCase: boolean;
  ignoreDiacritics: boolean;
}

export const newBlank = (id: string): FormBlank => ({ id, accepted: [], distractors: [] });
export const marker = (id: string): string => `[[${id}]]`;

const MARKER = /\[\[([^[\]]{1,40})\]\]/g;

/** Ids of the markers in a text, in order, each once. */
export const markedIds = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(MARKER), ([, id = '']) => id)),
];

/** The next id for a blank: b1, b2 … */
export function nextBlankId({ text, blanks }: Pick<BlanksForm, 'text' | 'blanks'>): string {
  const taken = new Set([...markedIds(text), ...blanks.map(({ id }) => id)]);
  for (let number = 1; ; number += 1) if (!taken.has(`b${number}`)) return `b${number}`;
}

/**
 * The rows that a text asks for, in the order of its markers: a marker typed by hand gets a row, a row whose marker is
 * gone stays at the end while something is in it.
 */
export function blanksFor(text: string, blanks: readonly FormBlank[]): FormBlank[] {
  const ids = markedIds(text);
  const left = blanks.filter(
    ({ id, accepted, distractors }) =>
      !ids.includes(id) && accepted.length + distractors.length > 0,
  );
  return [...ids.map((id) => blanks.find((blank) => blank.id === id) ?? newBlank(id)), ...left];
}

/** Puts a blank where the cursor is; words that were selected become its right answer. */
export function withBlank(
  form: Pick<BlanksForm, 'text' | 'blanks'>,
  from: number,
  to: number,
  id = nextBlankId(form),
): { text: string; blanks: FormBlank[]; cursor: number } {
  const selected = form.text.slice(from, to);
  // A double click takes the space behind a word with it: it stays in the text.
  const begin = selected.trim() === '' ? from : from + selected.search(/\S/);
  const end = begin + selected.trim().length;
  const chosen = clean(selected);
  const text = form.text.slice(0, begin) + marker(id) + form.text.slice(end);
  const present = form.blanks.some((blank) => blank.id === id);
  const first = { ...newBlank(id), accepted: chosen && !chosen.includes('[[') ? [chosen] : [] };
  const blanks = present ? form.blanks : [...form.blanks, first];
  // A row without a marker or an answer would be dropped: it has its marker now.
  return { text, blanks: blanksFor(text, blanks), cursor: begin + marker(id).length };
}

/** Takes a blank out of the text: its first right answer stands there again. */
export function withoutBlank(
  { text, blanks }: Pick<BlanksForm, 'text' | 'blanks'>,
  id: string,
): { text: string; blanks: FormBlank[] } {
  const words = blanks.find((blank) => blank.id === id)?.accepted[0] ?? '';
  return {
    text: text.split(marker(id)).join(words),
    blanks: blanks.filter((blank) => blank.id !== id),
  };
}

export const shortAnswerForm: KindForm<'short_answer', AcceptedForm> = {
  empty: () => ({ accepted: [], wildcards: false, ignoreCase: true, ignoreDiacritics: false }),
  of: ({ accepted, wildcards, ignoreCase, ignoreDiacritics }) => ({
    accepted,
    wildcards,
    ignoreCase,
    ignoreDiacritics,
  }),
  part: ({ accepted, wildcards, ignoreCase, ignoreDiacritics }) => ({
    accepted: [...accepted],
    wildcards,
    ignoreCase,
    ignoreDiacritics,
  }),
  problems: () => [],
};

export const fillBlanksForm: KindForm<'fill_blanks', BlanksForm> = {
  empty: () => ({
    text: '',
    mode: 'typed',
    blanks: [],
    distractors: [],
    ignoreCase: true,
    ignoreDiacritics: false,
  }),
  of: ({ text, mode, blanks, distractors, ignoreCase, ignoreDiacritics }) => ({
    text,
    mode,
    blanks,
    distractors,
    ignoreCase,
    ignoreDiacritics,
  }),
  part: ({ text, mode, blanks, distractors, ignoreCase, ignoreDiacritics }) => ({
    text: clean(text),
    mode,
    blanks: blanks.map((blank) => ({
      id: blank.id,
      accepted: [...blank.accepted],
      distractors: [...blank.distractors],
    })),
    distractors: [...distractors],
    ignoreCase,
    ignoreDiacritics,
  }),
  problems: ({ text, blanks }) =>
    found([
      [clean(text) === '', 'text_missing'],
      [blanks.length === 0, 'no_blanks'],
      [blanks.some(({ accepted }) => accepted.length === 0), 'blank_without_answer'],
    ]),
};
