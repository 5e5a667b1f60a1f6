/** The room of signs: what figures of a quiz or a question ask to be looked at. */
import { z } from 'zod';

/** Signs of a quiz, then signs of a question; each is a reason to look, never a verdict. */
export const QUIZ_SIGNS = [
  'few_attempts',
  'mean_low',
  'mean_high',
  'spread_low',
  'spread_high',
  'skewness_low',
  'skewness_high',
  'kurtosis_low',
  'kurtosis_high',
  'cic_satisfactory',
  'cic_unsatisfactory',
] as const;
export const ITEM_SIGNS = [
  'few_attempts',
  'key_may_be_wrong',
  'key_never_chosen',
  'discriminates_negatively',
  'effective_weight_negative',
  'same_mark_for_all',
  'too_easy',
  'too_hard',
  'below_guess',
  'guessing_likely',
  'guess_high',
  'discriminates_weakly',
  'efficiency_low',
  'distractor_unused',
] as const;
const signParams = z.record(z.string(), z.union([z.string(), z.number()]).nullable());
export const quizSign = z.object({ code: z.enum(QUIZ_SIGNS), params: signParams });
export type AnalysedQuizSign = z.output<typeof quizSign>;
/** `letter` and `text`, `keyLetter` and `keyText` of the parameters name answers as the author wrote them. */
export const itemSign = z.object({ code: z.enum(ITEM_SIGNS), params: signParams });
export type AnalysedItemSign = z.output<typeof itemSign>;
