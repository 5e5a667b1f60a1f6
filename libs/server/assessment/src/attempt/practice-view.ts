/** The room of what practice tells at once: the tries at a question, and what the quiz shows of them. */
import type { AnswerResponse, CheckedSlot, QuizSettings } from '@tap-huan/contract';
import {
  type Contents,
  explainResponse,
  type FrozenSlot,
  gradeAttempt,
  gradeQuestion,
  standingResponse,
  triesOver,
  withDrawnNumbers,
} from '@tap-huan/rules';
import { found } from '@tap-huan/server/platform';
import type { StoredCheck } from './sittings.reader';

/** Tries at a question, in order. */
export const triesOf = (checks: readonly StoredCheck[]): (AnswerResponse | null)[] =>
  checks.flatMap(({ kind, response }) => (kind === 'check' ? [response] : []));

/**
 * What checking has told about a question so far. Feedback on the question and the right answer wait until there is no
 * try left: before that they would be the answer.
 * @param contents holds the content of the slot's version
 */
export function checkedSlot(
  frozen: FrozenSlot,
  contents: Contents,
  checks: readonly StoredCheck[],
  settings: QuizSettings,
  certainties: ReadonlyMap<number, number | null>,
): CheckedSlot {
  const { slot, question } = frozen;
  const content = found(contents.get(frozen.questionVersionId));
  const { tries: allowed } = settings.practice;
  const show = settings.review.during;
  const grade = (response: AnswerResponse | null) => gradeQuestion(content, question, response);
  const isRight = (response: AnswerResponse | null) => grade(response).outcome === 'right';
  const tries = triesOf(checks);
  const response = standingResponse(tries.at(-1) ?? null, tries, allowed, isRight);
  const { outcome } = grade(response);
  // Where correctness is not shown, that a right answer ends it would tell.
  const ends = show.correctness ? isRight : () => false;
  const finished = tries.length > 0 && (triesOver(tries, allowed, ends) || outcome === 'unmarked');
  const hints = checks.filter(({ kind }) => kind === 'hint').length;
  const explained = explainResponse(content, question, response);
  const marked = gradeAttempt(
    {
      paper: { sections: [], slots: [frozen] },
      responses: new Map([[slot, response]]),
      checks: new Map([[slot, checks]]),
      certainties,
    },
    contents,
    settings,
  );
  return {
    slot,
    triesUsed: tries.length,
    triesLeft: finished ? 0 : allowed - tries.length,
    hints: content.hints.slice(0, hints).map((hint) => withDrawnNumbers(question, hint)),
    hintsLeft: Math.max(0, content.hints.length - hints),
    outcome: show.correctness && tries.length > 0 ? outcome : null,
    awarded: show.marks && tries.length > 0 ? (marked.slots[0]?.awarded ?? null) : null,
    optionFeedback: show.specificFeedback ? explained.optionFeedback : [],
    feedback: show.generalFeedback && finished ? withDrawnNumbers(question, content.feedback) : '',
    legalBasis: show.generalFeedback && finished ? content.legalBasis : [],
    correct: show.rightAnswer && finished ? explained.correct : null,
    ...(show.rightAnswer && finished && explained.rightAreas
      ? { rightAreas: explained.rightAreas }
      : {}),
    finished,
  };
}
