/** The room of an answer in words, for review. Pure functions. */
import type { AnswerResponse, PaperQuestion } from '@tap-huan/contract';
import { inOrder } from '../question/order';

export interface AnswerWords {
  true: string;
  false: string;
  notChosen: string;
}

const textOf = (options: readonly { id: string; text: string }[], id: string | null | undefined) =>
  options.find((option) => option.id === id)?.text;

/** The lines of a response; empty where there is none, or where it is of another kind than the question. */
export function answerLines(
  question: PaperQuestion,
  response: AnswerResponse | null,
  words: AnswerWords,
): string[] {
  if (question.kind === 'single' && response?.kind === 'single') {
    return [textOf(question.options, response.choice) ?? []].flat();
  }
  if (question.kind === 'multiple' && response?.kind === 'multiple') {
    return question.options.flatMap(({ id, text }) => (response.choices.includes(id) ? text : []));
  }
  if (question.kind === 'true_false' && response?.kind === 'true_false') {
    return response.choice === null ? [] : [response.choice ? words.true : words.false];
  }
  if (question.kind === 'matching' && response?.kind === 'matching') {
    if (Object.keys(response.matches).length === 0) return [];
    return question.prompts.map(
      ({ id, text }) =>
        `${text} → ${textOf(question.answers, response.matches[id]) ?? words.notChosen}`,
    );
  }
  if (question.kind === 'ordering' && response?.kind === 'ordering') {
    if (response.order.length === 0) return [];
    return inOrder(question.items, response.order).map(
      ({ text }, index) => `${index + 1}. ${text}`,
    );
  }
  if (question.kind === 'numeric' && response?.kind === 'numeric') {
    return response.text.trim() ? [`${response.text.trim()} ${question.unit}`.trim()] : [];
  }
  if (question.kind === 'short_answer' && response?.kind === 'short_answer') {
    return response.text.trim() ? [response.text.trim()] : [];
  }
  return [];
}

export interface ReviewedOption {
  id: string;
  text: string;
  chosen: boolean;
  /** Null where the right answer may not be shown. */
  right: boolean | null;
  feedback: string | null;
}

/** For questions of choice: all options, with what was chosen and what is right. Null for other kinds. */
export function reviewedOptions(
  question: PaperQuestion,
  response: AnswerResponse | null,
  correct: AnswerResponse | null,
  feedback: readonly { id: string; text: string }[],
  words: AnswerWords,
): ReviewedOption[] | null {
  const options =
    question.kind === 'single' || question.kind === 'multiple'
      ? question.options
      : question.kind === 'true_false'
        ? [
            { id: 'true', text: words.true },
            { id: 'false', text: words.false },
          ]
        : null;
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

function idsOf(response: AnswerResponse | null): string[] {
  if (response?.kind === 'multiple') return response.choices;
  if (response?.kind !== 'single' && response?.kind !== 'true_false') return [];
  return response.choice === null ? [] : [String(response.choice)];
}
