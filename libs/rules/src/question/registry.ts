/** The room of all kinds of question: the registry, and functions that work on any of them. */
import type {
  AnswerResponse,
  PaperQuestion,
  QuestionContent,
  QuestionKind,
} from '@tap-huan/contract';
import { calculated } from './calculated/calculated';
import { fillIn } from './calculated/variables';
import { categorise } from './categorise/categorise';
import { essay } from './essay/essay';
import { fileUpload } from './file-upload/file-upload';
import { fillBlanks } from './fill-blanks/fill-blanks';
import { hotspot } from './hotspot/hotspot';
import { matching } from './matching/matching';
import { multiple } from './multiple/multiple';
import { numeric } from './numeric/numeric';
import { ordering } from './ordering/ordering';
import type { Draw, Explanation, FrozenQuestion, Grade, QuestionType } from './question-type';
import { shortAnswer } from './short-answer/short-answer';
import { single } from './single/single';
import { trueFalse } from './true-false/true-false';

/** Every kind of question; a kind of the contract that is missing here does not compile. */
export const QUESTION_TYPES: { readonly [K in QuestionKind]: QuestionType<K> } = {
  single,
  multiple,
  true_false: trueFalse,
  matching,
  ordering,
  numeric,
  short_answer: shortAnswer,
  fill_blanks: fillBlanks,
  categorise,
  hotspot,
  calculated,
  essay,
  file_upload: fileUpload,
};

/** The one place where a kind known at run time meets the types: contents and papers of one kind go together. */
const typeOf = (kind: QuestionKind) => QUESTION_TYPES[kind] as QuestionType<QuestionKind>;

/** @throws Error where a content is read against the paper of another kind: the caller mixed up versions. */
function checked(content: QuestionContent, frozen: FrozenQuestion): QuestionType<QuestionKind> {
  if (content.kind !== frozen.kind) {
    throw new Error(`a ${frozen.kind} paper cannot be read with a ${content.kind} question`);
  }
  return typeOf(content.kind);
}

/** A response to a question of another kind is no answer. */
const fitting = (kind: QuestionKind, response: AnswerResponse | null): AnswerResponse | null =>
  response?.kind === kind ? response : null;

/** Draws a question for one attempt; the result is plain JSON for the attempt to store. */
export const freezeQuestion = (content: QuestionContent, draw: Draw): FrozenQuestion =>
  typeOf(content.kind).paperOf(content, draw);

/** The only part of a frozen question that may leave the server: the question without its key. */
export const shownQuestion = (frozen: FrozenQuestion): PaperQuestion => frozen.paper;

/** What a response earns. */
export const gradeQuestion = (
  content: QuestionContent,
  frozen: FrozenQuestion,
  response: AnswerResponse | null,
): Grade => checked(content, frozen).grade(content, frozen, fitting(content.kind, response));

/** A short stable label of a response in ids of the content, for item analysis; "unanswered" for none. */
export const classifyResponse = (
  content: QuestionContent,
  frozen: FrozenQuestion,
  response: AnswerResponse | null,
): string => checked(content, frozen).classify(content, frozen, fitting(content.kind, response));

/** Feedback of what was chosen, and the right answer; the caller decides which of it may be shown. */
export const explainResponse = (
  content: QuestionContent,
  frozen: FrozenQuestion,
  response: AnswerResponse | null,
): Explanation =>
  checked(content, frozen).explain(content, frozen, fitting(content.kind, response));

/** A response that earns full marks on this paper; null where a person judges. */
export const rightAnswer = (
  content: QuestionContent,
  frozen: FrozenQuestion,
): AnswerResponse | null => explainResponse(content, frozen, null).correct;

/**
 * A response written in ids of the content -> the same in ids of the paper. For seeds, imports and tests; officers answer
 * in ids of the paper already. An answer of matching is named by its pair, a choice or word of fill_blanks by its text.
 */
export const toPaperIds = (frozen: FrozenQuestion, response: AnswerResponse): AnswerResponse =>
  response.kind === frozen.kind ? typeOf(frozen.kind).toPaperIds(frozen, response) : response;

/**
 * A text that goes with a question (feedback, a hint, the model answer) as this paper should show it: in a calculated
 * question `{name}` becomes the number drawn, as in its stem.
 */
export const withDrawnNumbers = (frozen: FrozenQuestion, html: string): string =>
  frozen.kind === 'calculated' ? fillIn(html, frozen.values) : html;
