/** The room of what a review may show, by name. No schema, so that a page may know it without any. */
import type { ReviewParts } from './quiz';

export const REVIEW_PARTS = [
  'response',
  'correctness',
  'marks',
  'specificFeedback',
  'generalFeedback',
  'rightAnswer',
] as const satisfies readonly (keyof ReviewParts)[];
