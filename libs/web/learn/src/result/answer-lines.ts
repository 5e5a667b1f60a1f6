/** The room of an answer in words, for review. Pure functions. */
import type { AnswerResponse, PaperOf, PaperQuestion, ResponseOf } from '@tap-huan/contract';
import { blankIds } from '../question/blanks/blanks';
import { itemsIn } from '../question/groups/groups';
import { inOrder } from '../question/order';

/** The words of the dictionary that an answer needs. */
export interface AnswerWords {
  true: string;
  false: string;
  notChosen: string;
  /** A place pointed at, by its number. */
  point: (number: number) => string;
  /** What stands in a blank, by its number. */
  blank: (number: number, text: string) => string;
  /** Items in no group. */
  unplaced: (list: string) => string;
}

const textOf = (options: readonly { id: string; text: string }[], id: string | null | undefined) =>
  options.find((option) => option.id === id)?.text;

const trimmed = (text: string): string[] => (text.trim() ? [text.trim()] : []);

/** A number with the unit of the question, unless a unit was typed. */
function numberLines(text: string, unit: string): string[] {
  return trimmed(text).map((typed) =>
    /[\p{L}%]/u.test(typed) ? typed : `${typed} ${unit}`.trim(),
  );
}

/** What stands in a blank; '' where nothing does. */
export function blankText(question: PaperOf<'fill_blanks'>, blank: string, given: string): string {
  if (question.mode === 'typed') return given.trim();
  const shown =
    question.mode === 'bank'
      ? question.bank
      : question.segments.flatMap((segment) =>
          'blank' in segment && segment.blank === blank ? segment.choices : [],
        );
  // An accepted answer that is not among the words is told as it stands.
  return textOf(shown, given) ?? given.trim();
}

function blankLines(
  question: PaperOf<'fill_blanks'>,
  { blanks }: ResponseOf<'fill_blanks'>,
  words: AnswerWords,
): string[] {
  const texts = blankIds(question.segments).map((id) => blankText(question, id, blanks[id] ?? ''));
  if (texts.every((text) => text === '')) return [];
  return texts.map((text, place) => words.blank(place + 1, text || words.notChosen));
}

function groupLines(
  question: PaperOf<'categorise'>,
  { placements }: ResponseOf<'categorise'>,
  words: AnswerWords,
): string[] {
  const list = (group: string | null) =>
    itemsIn(question, placements, group)
      .map(({ text }) => text)
      .join('; ');
  const unplaced = itemsIn(question, placements, null);
  if (unplaced.length === question.items.length) return [];
  return [
    ...question.groups.flatMap(({ id, text }) => (list(id) ? `${text}: ${list(id)}` : [])),
    ...(unplaced.length ? [words.unplaced(list(null))] : []),
  ];
}

function matchLines(
  { prompts, answers }: PaperOf<'matching'>,
  { matches }: ResponseOf<'matching'>,
  words: AnswerWords,
): string[] {
  if (Object.keys(matches).length === 0) return [];
  return prompts.map(
    ({ id, text }) => `${text} → ${textOf(answers, matches[id]) ?? words.notChosen}`,
  );
}

type Lines<K extends PaperQuestion['kind']> = (
  question: PaperOf<K>,
  response: ResponseOf<K>,
  words: AnswerWords,
) => string[];

const LINES: { readonly [K in PaperQuestion['kind']]: Lines<K> } = {
  single: ({ options }, { choice }) => [textOf(options, choice) ?? []].flat(),
  multiple: ({ options }, { choices }) =>
    options.flatMap(({ id, text }) => (choices.includes(id) ? text : [])),
  true_false: (_, { choice }, words) =>
    choice === null ? [] : [choice ? words.true : words.false],
  matching: matchLines,
  ordering: ({ items }, { order }) =>
    order.length === 0
      ? []
      : inOrder(items, order).map(({ text }, index) => `${index + 1}. ${text}`),
  numeric: ({ unit }, { text }) => numberLines(text, unit),
  calculated: ({ unit }, { text }) => numberLines(text, unit),
  short_answer: (_, { text }) => trimmed(text),
  fill_blanks: blankLines,
  categorise: groupLines,
  hotspot: ({ areas }, { marks }, words) =>
    marks.flatMap((mark, place) =>
      'area' in mark ? (textOf(areas, mark.area) ?? []) : words.point(place + 1),
    ),
  essay: (_, { text }) => trimmed(text),
  file_upload: (_, { files }) => files.map(({ name }) => name),
};

/** The lines of a response; empty where there is none, or where it is of another kind than the question. */
export function answerLines(
  question: PaperQuestion,
  response: AnswerResponse | null,
  words: AnswerWords,
): string[] {
  if (response?.kind !== question.kind) return [];
  // The kind known at run time meets the types here: question and response are of the same one.
  const lines = LINES[question.kind] as Lines<PaperQuestion['kind']>;
  return lines(question as never, response as never, words);
}

export interface ReviewedOption {
  id: string;
  text: string;
  chosen: boolean;
  /** Null where the right answer may not be shown. */
  right: boolean | null;
  feedback: string | null;
}

/** What an author may have written feedback on: options, true and false, areas. Null for other kinds. */
function optionsOf(question: PaperQuestion, words: Pick<AnswerWords, 'true' | 'false'>) {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options;
    case 'hotspot':
      return question.areas;
    case 'true_false':
      return [
        { id: 'true', text: words.true },
        { id: 'false', text: words.false },
      ];
    default:
      return null;
  }
}

/** For questions of choice: all options, with what was chosen and what is right. Null for other kinds. */
export function reviewedOptions(
  question: PaperQuestion,
  response: AnswerResponse | null,
  correct: AnswerResponse | null,
  feedback: readonly { id: string; text: string }[],
  words: Pick<AnswerWords, 'true' | 'false'>,
): ReviewedOption[] | null {
  const options = question.kind === 'hotspot' ? null : optionsOf(question, words);
  if (!options) return null;
  const chosen = idsOf(response);
  const right = correct && idsOf(correct);
  return options.map(({ id, text }) => ({
    id,
    text,
    chosen: chosen.includes(id),
    right: right && right.includes(id),
    feedback: feedback.find((each) => each.id === id)?.text || null,
  }));
}

/** Feedback with the words of the option it speaks of; '' where those are not known. */
export function notesOn(
  question: PaperQuestion,
  feedback: readonly { id: string; text: string }[],
  words: Pick<AnswerWords, 'true' | 'false'>,
): { id: string; option: string; note: string }[] {
  const options = optionsOf(question, words) ?? [];
  return feedback.flatMap(({ id, text }) =>
    text.trim() ? { id, option: textOf(options, id) ?? '', note: text } : [],
  );
}

function idsOf(response: AnswerResponse | null): string[] {
  if (response?.kind === 'multiple') return response.choices;
  if (response?.kind !== 'single' && response?.kind !== 'true_false') return [];
  return response.choice === null ? [] : [String(response.choice)];
}
