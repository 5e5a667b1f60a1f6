/** The room of the kinds of question by name. No schema, so that a page may know them without any. */

export const QUESTION_KINDS = [
  'single',
  'multiple',
  'true_false',
  'matching',
  'ordering',
  'numeric',
  'short_answer',
  'fill_blanks',
  'categorise',
  'hotspot',
  'calculated',
  'essay',
  'file_upload',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Kinds that a person marks, through the marking queue. */
export const MARKED_BY_HAND = ['essay', 'file_upload'] as const satisfies readonly QuestionKind[];
