/** The room of what every kind of question must be able to do: six pure functions. */
import type { ContentOf, ImageArea, PaperOf, QuestionKind, ResponseOf } from '@tap-huan/contract';
import type { Random } from '../random';

/** What a paper is drawn with. */
export interface Draw {
  random: Random;
  /** Where false, options of `single` and `multiple` stand as the author wrote them. What else can be shuffled, always is. */
  shuffleOptions: boolean;
}

/** What the server keeps beside the paper of each kind; none of it may leave the server before review. */
interface Kept {
  /** Content ids of the options, in the order shown. */
  single: { order: string[] };
  /** Content ids of the options, in the order shown. */
  multiple: { order: string[] };
  true_false: unknown;
  /** For each answer shown, the id of the pair it belongs to; null for a distractor. */
  matching: { pairs: (string | null)[] };
  /** Content ids of the items, in the order shown. */
  ordering: { order: string[] };
  numeric: unknown;
  short_answer: unknown;
  /** Content ids of the blanks, in reading order; the paper calls them b1, b2, … Choices and words are known by text. */
  fill_blanks: { blanks: string[] };
  /** Content ids of the items and of the groups, in the order shown. */
  categorise: { order: string[]; groups: string[] };
  /** Content ids of the areas, in the order of the list. */
  hotspot: { order: string[] };
  /** The numbers drawn, by the name of their variable. */
  calculated: { values: Record<string, number> };
  essay: unknown;
  file_upload: unknown;
}

/** A question of one kind as drawn for one attempt: the paper, and how to read the answers given on it. */
export type FrozenOf<K extends QuestionKind> = K extends QuestionKind
  ? { kind: K; paper: PaperOf<K> } & Kept[K]
  : never;

/** Plain JSON that an attempt stores for each question. The browser gets `paper` and nothing else. */
export type FrozenQuestion = FrozenOf<QuestionKind>;

/** unmarked: an answer was given and waits for a person to mark it. */
export type Outcome = 'right' | 'partly' | 'wrong' | 'unanswered' | 'unmarked';

/** What a response earns. The share is kept as two whole numbers so that marks round exactly. */
export interface Grade {
  /** 0 to `of`. */
  earned: number;
  /** At least 1. */
  of: number;
  /** earned / of, 0 to 1. */
  fraction: number;
  outcome: Outcome;
}

/** What a review may show for one question, in ids of the paper. */
export interface Explanation<K extends QuestionKind = QuestionKind> {
  /** Feedback of the options chosen, where the author wrote some. */
  optionFeedback: { id: string; text: string }[];
  /** A response that earns full marks; null where a person judges. */
  correct: ResponseOf<K> | null;
  /** Where the right areas of a picture lie; only of questions with a picture. */
  rightAreas?: ImageArea[];
}

/** A kind of question. `response` null is "no answer". Ids of a paper are drawn: see `shownId`. */
export interface QuestionType<K extends QuestionKind> {
  /** Draws the paper for one attempt, with what the server keeps beside it. */
  paperOf(content: ContentOf<K>, draw: Draw): FrozenOf<K>;
  /** Whether every part of the question is answered; needs no key, so the browser may ask. */
  isComplete(response: ResponseOf<K>, paper: PaperOf<K>): boolean;
  grade(content: ContentOf<K>, frozen: FrozenOf<K>, response: ResponseOf<K> | null): Grade;
  /** A short stable label of the response in ids of the content, the same on every paper, for item analysis. */
  classify(content: ContentOf<K>, frozen: FrozenOf<K>, response: ResponseOf<K> | null): string;
  explain(
    content: ContentOf<K>,
    frozen: FrozenOf<K>,
    response: ResponseOf<K> | null,
  ): Explanation<K>;
  /** A response written in ids of the content -> the same in ids of the paper. */
  toPaperIds(frozen: FrozenOf<K>, response: ResponseOf<K>): ResponseOf<K>;
}

/** The label of a response that is none. */
export const UNANSWERED = 'unanswered';

/**
 * The id that stands on the paper for what is shown at a place (0, 1, …): "o1", "o2", … Ids of the content stay on the
 * server: authors and editors number them in an order that tells the key ("i1", "i2", "i3" of an ordering question).
 */
export const shownId = (place: number): string => `o${place + 1}`;

/** The place (0, 1, …) of a shown id among what is shown; -1 where there is none. */
export const placeOf = (shown: readonly { id: string }[], id: string): number =>
  shown.findIndex((option) => option.id === id);

/** Options as the paper shows them: drawn ids, texts, no feedback. */
export const shownOptions = (texts: readonly string[]): { id: string; text: string }[] =>
  texts.map((text, place) => ({ id: shownId(place), text }));

/** A grade of a given answer: earned of all; below 0 is 0. */
export function gradeOf(earned: number, of: number): Grade {
  const kept = Math.min(Math.max(earned, 0), of);
  const outcome = kept === of ? 'right' : kept === 0 ? 'wrong' : 'partly';
  return { earned: kept, of, fraction: kept / of, outcome };
}

/** The grade of no answer. */
export const unanswered = (): Grade => ({
  earned: 0,
  of: 1,
  fraction: 0,
  outcome: 'unanswered',
});

/** The grade of an answer that a person has to mark. */
export const unmarked = (): Grade => ({ earned: 0, of: 1, fraction: 0, outcome: 'unmarked' });

/** For kinds whose responses speak of no ids. */
export const withoutIds = <R>(_frozen: unknown, response: R): R => response;
