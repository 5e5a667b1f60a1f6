/** The room of what is wrong with a question although its shape is right: told to the author before publishing. */
import type { ContentOf, QuestionContent, QuestionKind } from '@tap-huan/contract';
import { fold, collapseSpaces, toNfc } from '../spelling';
import { plainText } from '../text';
import { comparableAnswer } from './short-answer/short-answer';

export const QUESTION_PROBLEMS = [
  /** The stem has no text (a picture alone cannot be read aloud). */
  'stem_without_text',
  /** A right answer names an option that does not exist. */
  'correct_option_missing',
  /** No option is wrong. */
  'no_wrong_option',
  /** No option, or no accepted answer, is right. */
  'no_right_answer',
  /** Two options, or two items of an ordering question, read the same. */
  'option_texts_repeat',
  /** Two prompts of a matching question read the same. */
  'prompts_repeat',
  /** All answers of a matching question read the same. */
  'answers_all_equal',
  /** A distractor of a matching question reads like a right answer. */
  'distractor_is_an_answer',
  /** Ordering with two items: never drawn in the right order, so the other order is the answer. */
  'ordering_too_short',
  'tolerance_negative',
  'value_not_a_number',
  /** An accepted answer is nothing but punctuation. */
  'accepted_answer_empty',
] as const;
export type QuestionProblem = (typeof QUESTION_PROBLEMS)[number];

const sameText = (text: string): string => collapseSpaces(toNfc(text));

/** Whether two of the texts read the same; case and marks count, spaces do not. */
const repeats = (texts: readonly string[]): boolean =>
  new Set(texts.map(sameText)).size < texts.length;

type Findings = (QuestionProblem | false)[];

function choiceProblems(
  options: readonly { id: string; text: string }[],
  correct: string[],
): Findings {
  const ids = options.map(({ id }) => id);
  return [
    correct.length === 0 && 'no_right_answer',
    correct.some((id) => !ids.includes(id)) && 'correct_option_missing',
    ids.every((id) => correct.includes(id)) && 'no_wrong_option',
    repeats(options.map(({ text }) => text)) && 'option_texts_repeat',
  ];
}

const FINDERS: { [K in QuestionKind]: (content: ContentOf<K>) => Findings } = {
  single: ({ options, correct }) => choiceProblems(options, [correct]),
  multiple: ({ options, correct }) => choiceProblems(options, correct),
  true_false: () => [],
  /** Equal answers are allowed: they are graded by their text. */
  matching: ({ pairs, distractors }) => {
    const answers = new Set(pairs.map(({ answer }) => sameText(answer)));
    return [
      repeats(pairs.map(({ prompt }) => prompt)) && 'prompts_repeat',
      answers.size === 1 && distractors.length === 0 && 'answers_all_equal',
      distractors.some((text) => answers.has(sameText(text))) && 'distractor_is_an_answer',
    ];
  },
  ordering: ({ items }) => [
    items.length < 3 && 'ordering_too_short',
    repeats(items.map(({ text }) => text)) && 'option_texts_repeat',
  ],
  numeric: ({ value, tolerance }) => [
    !Number.isFinite(value) && 'value_not_a_number',
    !(tolerance >= 0) && 'tolerance_negative',
  ],
  short_answer: (content) => [
    content.accepted.length === 0 && 'no_right_answer',
    content.accepted.some((text) => comparableAnswer(text, content) === '') &&
      'accepted_answer_empty',
  ],
};

/** What an author should mend, beyond the shape that the contract checks; empty for a good question. */
export function contentProblems(content: QuestionContent): QuestionProblem[] {
  const find = FINDERS[content.kind] as (content: QuestionContent) => Findings;
  const findings: Findings = [
    !/[\p{L}\p{N}]/u.test(fold(plainText(content.stem))) && 'stem_without_text',
    ...find(content),
  ];
  return findings.filter((finding) => finding !== false);
}
