/** The room of what is wrong with a question although its shape is right: told to the author before publishing. */
import type { QuestionContent } from '@tap-huan/contract';
import { fold } from '../spelling';
import { plainText } from '../text';
import { PROBLEM_FINDERS } from './problem-finders';

export const QUESTION_PROBLEMS = [
  /** The stem has no text (a picture alone cannot be read aloud). */
  'stem_without_text',
  /** A hint has no letter and no digit in it. */
  'hint_empty',
  /** A right answer names an option or an area that does not exist. */
  'correct_option_missing',
  /** No option, choice, word or area is wrong. */
  'no_wrong_option',
  /** No option, or no accepted answer, is right. */
  'no_right_answer',
  /** Two options, items, areas, choices of a blank or extra words of the bank read the same. */
  'option_texts_repeat',
  /** Weights: even all options with a positive weight together earn less than 100 percent. */
  'weights_do_not_reach_full',
  /** Weights: the options marked as right are not those with a positive weight. */
  'weights_contradict_key',
  /** Two prompts of a matching question read the same. */
  'prompts_repeat',
  /** All answers of a matching question read the same. */
  'answers_all_equal',
  /** A distractor of a matching question or of a blank reads like a right answer. */
  'distractor_is_an_answer',
  /** Ordering with two items: never drawn in the right order, so the other order is the answer. */
  'ordering_too_short',
  'tolerance_negative',
  'value_not_a_number',
  /** Two units, the unit of the question among them, are spelled the same: case and marks do not count. */
  'units_repeat',
  /** An accepted answer is nothing but punctuation. */
  'accepted_answer_empty',
  /** An accepted answer is nothing but stars: it accepts everything. */
  'accepted_answer_matches_all',
  /** A blank does not stand in the text. */
  'blank_without_marker',
  /** The text has a marker for which there is no blank. */
  'marker_without_blank',
  /** A marker stands in the text twice. */
  'marker_repeats',
  /** An item belongs to a group that does not exist. */
  'group_missing',
  /** Two groups have the same title. */
  'group_titles_repeat',
  /** An area is a point or a line. */
  'area_without_size',
  /** An area reaches beyond the picture. */
  'area_outside_picture',
  /** The formula cannot be read: see `parseFormula` for what is allowed. */
  'formula_unreadable',
  /** The formula names a variable that does not exist. */
  'formula_variable_unknown',
  /** For some of the numbers the formula has no result (a division by zero), or one of more than 15 digits. */
  'formula_without_result',
  /** The stem has a name in braces that no variable has. */
  'stem_variable_unknown',
  /** The formula needs a variable that the stem does not show. */
  'variable_not_shown',
  /** Two variables have the same name. */
  'variables_repeat',
  /** A variable has no value to draw: minimum above maximum, no step between them, or too many digits. */
  'variable_without_values',
  /** More words are asked for than are allowed. */
  'minimum_words_above_maximum',
  /** A criterion of the rubric has no level of 100 percent. */
  'rubric_does_not_reach_full',
] as const;
export type QuestionProblem = (typeof QUESTION_PROBLEMS)[number];

const hasText = (html: string): boolean => /[\p{L}\p{N}]/u.test(fold(plainText(html)));

/** What an author should mend, beyond the shape that the contract checks; empty for a good question. */
export function contentProblems(content: QuestionContent): QuestionProblem[] {
  const find = PROBLEM_FINDERS[content.kind] as (
    content: QuestionContent,
  ) => (QuestionProblem | false)[];
  const findings = [
    !hasText(content.stem) && 'stem_without_text',
    content.hints.some((hint) => !hasText(hint)) && 'hint_empty',
    ...find(content),
  ] satisfies (QuestionProblem | false)[];
  return findings.filter((finding) => finding !== false);
}
