/** The room of marks: from responses to points, a score on the scale of ten, and passed or not. */
import type { AnswerResponse, AttemptResult, QuestionContent } from '@tap-huan/contract';
import type { Review } from './attempt';
import type { FrozenSlot } from './paper';
import type { Outcome } from './question/question-type';
import { explainResponse, gradeQuestion } from './question/registry';
import { shownSlot } from './paper';

/** Contents by question version id. */
export type Contents = ReadonlyMap<string, QuestionContent>;
/** Responses by slot number; a slot without one is unanswered. */
export type Responses = ReadonlyMap<number, AnswerResponse | null>;

export interface SlotGrade {
  slot: number;
  /** Hundredths of a point that the slot is worth. */
  points: number;
  /** Hundredths of a point earned. */
  awarded: number;
  outcome: Outcome;
}

export interface AttemptGrade {
  slots: SlotGrade[];
  /** Sum of what was earned, hundredths of a point. */
  points: number;
  /** Sum of what could be earned, hundredths of a point. */
  maximum: number;
  /** Hundredths on the scale of ten. */
  scoreOfTen: number;
  passed: boolean;
}

/** a · b / c for whole numbers, rounded half up, without going through a fraction. */
const shareOf = (whole: number, earned: number, of: number): number =>
  Math.floor((2 * whole * earned + of) / (2 * of));

/** Score on the scale of ten in hundredths, rounded half up; 0 where nothing can be earned. */
export const scoreOfTen = (points: number, maximum: number): number =>
  maximum > 0 ? shareOf(1_000, points, maximum) : 0;

/**
 * Whether points reach the pass mark, compared on whole numbers: points · 100 >= passPercent · maximum. The rounded
 * score is not used: 49,996 % is shown as "5" and still is not half.
 */
export const isPass = (points: number, maximum: number, passPercent: number): boolean =>
  maximum > 0 && points * 100 >= passPercent * maximum;

/** @throws Error where a question version of the paper was not given. */
function contentOf(contents: Contents, { questionVersionId }: FrozenSlot): QuestionContent {
  const content = contents.get(questionVersionId);
  if (content === undefined) throw new Error(`question version ${questionVersionId} is missing`);
  return content;
}

function gradeSlot(slot: FrozenSlot, contents: Contents, responses: Responses): SlotGrade {
  const response = responses.get(slot.slot) ?? null;
  const { earned, of, outcome } = gradeQuestion(contentOf(contents, slot), slot.question, response);
  return {
    slot: slot.slot,
    points: slot.points,
    awarded: shareOf(slot.points, earned, of),
    outcome,
  };
}

/**
 * Marks an attempt. Each slot is rounded half up to whole hundredths, then summed, so that the marks shown for the
 * questions add up to the mark shown for the paper.
 * @param passPercent of the maximum; circular 03/2023/TT-BNV art. 6 asks for at least 50
 */
export function gradeAttempt(
  slots: readonly FrozenSlot[],
  contents: Contents,
  responses: Responses,
  passPercent: number,
): AttemptGrade {
  const graded = slots.map((slot) => gradeSlot(slot, contents, responses));
  const points = graded.reduce((sum, slot) => sum + slot.awarded, 0);
  const maximum = graded.reduce((sum, slot) => sum + slot.points, 0);
  return {
    slots: graded,
    points,
    maximum,
    scoreOfTen: scoreOfTen(points, maximum),
    passed: isPass(points, maximum, passPercent),
  };
}

/**
 * The marked paper as far as it may be shown; null where nothing may. Outcome and marks of a question go with either
 * part, since the right answer tells them anyway.
 */
export function reviewSlots(
  slots: readonly FrozenSlot[],
  contents: Contents,
  responses: Responses,
  review: Review,
): AttemptResult['slots'] {
  if (!review.feedback && !review.correct) return null;
  return slots.map((slot) => {
    const content = contentOf(contents, slot);
    const response = responses.get(slot.slot) ?? null;
    const explained = explainResponse(content, slot.question, response);
    const { outcome, awarded } = gradeSlot(slot, contents, responses);
    return {
      ...shownSlot(slot),
      response,
      outcome,
      awarded,
      feedback: review.feedback ? content.feedback : '',
      optionFeedback: review.feedback ? explained.optionFeedback : [],
      legalBasis: review.feedback ? content.legalBasis : [],
      correct: review.correct ? explained.correct : null,
    };
  });
}
