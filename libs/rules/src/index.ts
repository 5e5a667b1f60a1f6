/**
 * The room of the rule book: what can be computed from its arguments, for server and browser alike.
 *
 * By `export *`: a name that is exported singly keeps this file alive, and the bundler then gives an officer's page all of
 * the rule book that any other page uses. What is a file's own business has no `export` there.
 */
export * from './random';
export * from './spelling';
export * from './names';
export * from './question/complete';
export * from './question/numeric/read-number';
export * from './text';
export * from './question/registry';
export * from './question/problems';
export * from './question/guess-score';
export * from './question/regrade';
export * from './question/rubric';
export * from './question/stored-text';
export * from './paper';
export * from './paper-draw';
export * from './marking';
export * from './hand-marking';
export * from './regrading';
export * from './practice';
export * from './review-slots';
export * from './saving';
export * from './attempt';
export * from './quiz-rules';
export * from './completion';
export * from './coverage';
export * from './due';
export * from './working-days';
export * from './notice';
export * from './rhythm';
export * from './programme';
export * from './assignment';
export * from './hours/year-standing';
export * from './hours/leader-deadline';
export * from './publish';
export * from './permission';
export * from './register-number';
export * from './verify-code';
export * from './certificate';
export * from './class-list';
export * from './analysis/scores';
export * from './analysis/distractors';
export * from './analysis/distribution';
export * from './analysis/signs';
export * from './analysis/thresholds';
export * from './analysis/rasch';
export * from './analysis/rasch-data';
export * from './analysis/time';
export type {
  Draw,
  Explanation,
  FrozenOf,
  FrozenQuestion,
  Grade,
  Outcome,
  QuestionType,
} from './question/question-type';
