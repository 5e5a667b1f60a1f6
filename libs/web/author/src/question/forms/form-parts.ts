/** The room of what the forms of all kinds of question are made of. */
import { type QuestionProblem, readNumber } from '@tap-huan/rules';

/** What keeps a question from being saved, besides the problems of the rule book. */
export const FORM_PROBLEMS = [
  'too_few_options',
  'option_without_text',
  'weight_not_a_number',
  'too_few_pairs',
  'pair_half_empty',
  'too_few_items',
  'truth_missing',
  'tolerance_not_a_number',
  'unit_half_empty',
  'text_missing',
  'no_blanks',
  'blank_without_answer',
  'too_few_groups',
  'too_few_things',
  'thing_without_group',
  'image_missing',
  'image_words_missing',
  'too_few_areas',
  'area_without_label',
  'no_right_area',
  'no_variables',
  'variable_incomplete',
  'variable_name_wrong',
  'formula_missing',
  'decimals_wrong',
  'words_wrong',
  'criterion_without_title',
  'criterion_weight_wrong',
  'too_few_levels',
  'level_incomplete',
  'no_file_kinds',
  'file_limits_wrong',
  'text_too_long',
  'shape_wrong',
] as const;
export type FormProblem = QuestionProblem | (typeof FORM_PROBLEMS)[number];

/** A number as Vietnamese writes it, without grouping; nothing for what is none. */
export const written = (value: number | null): string =>
  value === null || !Number.isFinite(value)
    ? ''
    : value
        .toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 17 })
        .replace('.', ',');

/**
 * The number that a writer typed; null where it is none. Of two readings ("1.414") it is the one of Vietnamese usage,
 * where the dot groups thousands.
 */
export const typedNumber = (text: string): number | null => readNumber(text).at(-1) ?? null;

/** The whole number that a writer typed, if it lies between two limits; else null. */
export function typedWhole(text: string, least: number, most: number): number | null {
  const value = typedNumber(text);
  return value !== null && Number.isInteger(value) && value >= least && value <= most
    ? value
    : null;
}

/** Typed text as it is stored. */
export const clean = (text: string): string => text.normalize('NFC').trim();

export const found = (findings: readonly [boolean, FormProblem][]): FormProblem[] =>
  findings.filter(([is]) => is).map(([, problem]) => problem);

/** Whether two values hold the same, whatever objects they are. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
