/** The room of all kinds of question: the registry, and functions that work on any of them. */
import type {
  AnswerResponse,
  PaperQuestion,
  QuestionContent,
  QuestionKind,
} from '@tap-huan/contract';
import { shownIdOf } from './choices';
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

/** Whether every part of a question is answered; for the browser's list of questions too. */
export const isComplete = (paper: PaperQuestion, response: AnswerResponse | null): boolean => {
  const given = fitting(paper.kind, response);
  return given !== null && typeOf(paper.kind).isComplete(given, paper);
};

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

/** A response that earns full marks on this paper. */
export const rightAnswer = (content: QuestionContent, frozen: FrozenQuestion): AnswerResponse =>
  explainResponse(content, frozen, null).correct;

/**
 * A response written in ids of the content -> the same in ids of the paper. For seeds, imports and tests; officers answer
 * in ids of the paper already. For matching, an answer is named by its pair.
 */
export function toPaperIds(frozen: FrozenQuestion, response: AnswerResponse): AnswerResponse {
  switch (frozen.kind) {
    case 'single': {
      if (response.kind !== 'single' || response.choice === null) return response;
      return {
        ...response,
        choice: shownIdOf(frozen.paper.options, frozen.order, response.choice),
      };
    }
    case 'multiple': {
      if (response.kind !== 'multiple') return response;
      const { paper, order } = frozen;
      return {
        ...response,
        choices: response.choices.map((id) => shownIdOf(paper.options, order, id)),
      };
    }
    case 'matching': {
      if (response.kind !== 'matching') return response;
      const { paper, pairs } = frozen;
      const matches = Object.entries(response.matches).map(([prompt, pair]) => [
        prompt,
        paper.answers[pairs.indexOf(pair)]?.id ?? pair,
      ]);
      return { ...response, matches: Object.fromEntries(matches) as Record<string, string> };
    }
    case 'ordering': {
      if (response.kind !== 'ordering') return response;
      return {
        ...response,
        order: response.order.map((id) => shownIdOf(frozen.paper.items, frozen.order, id)),
      };
    }
    default:
      return response;
  }
}
