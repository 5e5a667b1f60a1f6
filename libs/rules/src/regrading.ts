/** The room of marking a question anew on papers that were submitted long ago. */
import type { AnswerResponse, QuestionContent, RegradeAction } from '@tap-huan/contract';
import { type MarkingSettings, outcomeOfMark, regradeAttempt, type SlotGrade } from './marking';
import type { FrozenSlot } from './paper';
import type { SlotCheck } from './practice';

/** A slot of a stored result. */
export interface MarkedSlot extends SlotGrade {
  /** Id of the question version whose key marked it. */
  markedBy: string;
}

/** What regrading one slot depends on. */
export interface SlotFacts {
  frozen: FrozenSlot;
  now: MarkedSlot;
  response: AnswerResponse | null;
  certainty: number | null;
  checks: readonly SlotCheck[];
  /** The last mark that a person gave for it; null where none did. */
  chosen: number | null;
}

/** A version of the question, with its key. */
export interface QuestionKey {
  versionId: string;
  content: QuestionContent;
}

/** The mark that stands once earlier `full_marks` and `leave_out` are taken back. */
function byKey(facts: SlotFacts, key: QuestionKey, settings: MarkingSettings): MarkedSlot {
  const { frozen, now, chosen } = facts;
  const { slot, points } = frozen;
  if (chosen !== null) {
    return { ...now, points, awarded: chosen, outcome: outcomeOfMark(chosen, points) };
  }
  const sitting = {
    paper: { sections: [], slots: [frozen] },
    responses: new Map([[slot, facts.response]]),
    certainties: new Map([[slot, facts.certainty]]),
    checks: new Map([[slot, facts.checks]]),
  };
  const contents = new Map([[frozen.questionVersionId, key.content]]);
  const [grade] = regradeAttempt(sitting, contents, settings, new Map()).slots;
  // What nobody has marked yet is for a marker, not for a key.
  if (!grade || grade.awarded === null) return now;
  return { ...grade, markedBy: key.versionId };
}

/**
 * A slot as it stands after a regrade.
 *
 * - newest_key: by the key given. A mark that a person gave stays, and so does what waits for one; an earlier
 *   `full_marks` or `leave_out` of the same question is taken back. The key of the version that marked it last changes
 *   nothing.
 * - full_marks: all points of the paper, whatever was answered.
 * - leave_out: nothing of nothing: the slot counts neither for nor against anybody.
 */
export function regradeSlot(
  action: RegradeAction,
  facts: SlotFacts,
  key: QuestionKey,
  settings: MarkingSettings,
): MarkedSlot {
  const { points } = facts.frozen;
  if (action === 'full_marks') return { ...facts.now, points, awarded: points, outcome: 'right' };
  if (action === 'leave_out') return { ...facts.now, points: 0, awarded: 0 };
  return byKey(facts, key, settings);
}

/** Whether the marks are the same; by which key and with which label they came about does not matter. */
export const sameMark = (one: SlotGrade, other: SlotGrade): boolean =>
  one.awarded === other.awarded && one.points === other.points;
