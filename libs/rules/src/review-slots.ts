/** The room of the marked paper as its officer may see it: part by part, what the quiz allows. */
import type {
  AnswerResponse,
  AttemptResult,
  QuestionContent,
  ReviewParts,
} from '@tap-huan/contract';
import { type FrozenSlot, shownSlot } from './paper';
import type { Outcome } from './question/question-type';
import { explainResponse, withDrawnNumbers } from './question/registry';

type ResultSlot = NonNullable<AttemptResult['slots']>[number];

/** One slot with all that is known of it. */
export interface ReviewedSlot {
  frozen: FrozenSlot;
  /** The version whose key marked it. */
  content: QuestionContent;
  response: AnswerResponse | null;
  certainty: number | null;
  outcome: Outcome;
  awarded: number | null;
  /** Of a marker. */
  comment?: string;
  rubric?: ResultSlot['rubric'];
}

/** HTML that goes with a question marked by hand in place of a right answer. */
const modelAnswerOf = (content: QuestionContent): string =>
  'modelAnswer' in content ? content.modelAnswer : '';

/**
 * The marked paper as far as it may be shown; null where nothing may.
 * @param stimuli shown ids by stimulus version; see `stimulusIds`
 */
export function reviewSlots(
  slots: readonly ReviewedSlot[],
  parts: ReviewParts,
  stimuli: ReadonlyMap<string, string>,
): AttemptResult['slots'] {
  if (!Object.values(parts).some(Boolean)) return null;
  return slots.map((slot) => {
    const { frozen, content, response } = slot;
    const { optionFeedback, correct, rightAreas } = explainResponse(
      content,
      frozen.question,
      response,
    );
    const filled = (html: string) => withDrawnNumbers(frozen.question, html);
    return {
      ...shownSlot(frozen, stimuli),
      response: parts.response ? response : null,
      certainty: parts.response ? slot.certainty : null,
      outcome: parts.correctness ? slot.outcome : null,
      awarded: parts.marks ? slot.awarded : null,
      feedback: parts.generalFeedback ? filled(content.feedback) : '',
      optionFeedback: parts.specificFeedback ? optionFeedback : [],
      legalBasis: parts.generalFeedback ? content.legalBasis : [],
      correct: parts.rightAnswer ? correct : null,
      ...(parts.rightAnswer && rightAreas ? { rightAreas } : {}),
      modelAnswer: parts.rightAnswer ? filled(modelAnswerOf(content)) : '',
      comment: parts.specificFeedback ? (slot.comment ?? '') : '',
      rubric: parts.marks ? (slot.rubric ?? []) : [],
    };
  });
}
