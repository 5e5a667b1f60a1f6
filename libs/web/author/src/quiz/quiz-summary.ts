/** The room of a quiz in one line: how many questions, how many points, how long. */
import { MARKED_BY_HAND, type QuestionKind } from '@tap-huan/contract';
import { wholeTime } from '@tap-huan/rules';
import type { FormSettings, FormSlot } from './quiz-form';
import { countOf, questionsIn, type Sections, totalOf } from './quiz-sections';

/** Seconds that an officer usually needs; a rough guess for the author, never a limit. */
const USUAL_SECONDS: Record<QuestionKind, number> = {
  single: 60,
  multiple: 75,
  true_false: 40,
  matching: 120,
  ordering: 90,
  numeric: 75,
  short_answer: 60,
  fill_blanks: 90,
  categorise: 120,
  hotspot: 60,
  calculated: 150,
  essay: 900,
  file_upload: 1_200,
};
const UNKNOWN_SECONDS = 60;

/** The kinds that a slot may put on the paper; empty where they are not known yet. */
export type KindsOf = (slot: FormSlot) => readonly QuestionKind[];

export interface QuizSummary {
  questions: number;
  /** Hundredths. */
  points: number;
  /** Minutes that it usually takes, rounded up. */
  estimate: number;
  /** Minutes that the limits allow together; null is no limit. */
  allowed: number | null;
  /** Whether a person has to mark some of it. */
  byHand: boolean;
}

const isByHand = (kind: QuestionKind): boolean =>
  (MARKED_BY_HAND as readonly QuestionKind[]).includes(kind);

/** The usual time of a slot; of a draw, that of an average question it may draw. */
function secondsOf(slot: FormSlot, kindsOf: KindsOf): number {
  const kinds = kindsOf(slot);
  const sum = kinds.reduce((total, kind) => total + (USUAL_SECONDS[kind] ?? UNKNOWN_SECONDS), 0);
  return countOf(slot) * (kinds.length === 0 ? UNKNOWN_SECONDS : sum / kinds.length);
}

/** Sections as a paper has them: those without questions are left out. */
function timed(sections: Sections) {
  let last = 0;
  return sections.flatMap(({ timeLimitMinutes, slots }) => {
    const questions = questionsIn(slots);
    if (questions === 0) return [];
    const from = last + 1;
    last += questions;
    return [{ timeLimitMinutes, from, to: last }];
  });
}

export function summaryOf(
  sections: Sections,
  settings: Pick<FormSettings, 'timeLimitMinutes' | 'questionTimeLimitSeconds'>,
  kindsOf: KindsOf,
): QuizSummary {
  const slots = sections.flatMap((section) => section.slots);
  const seconds = slots.reduce((sum, slot) => sum + secondsOf(slot, kindsOf), 0);
  const allowed = wholeTime(settings, timed(sections));
  return {
    questions: questionsIn(slots),
    points: totalOf(slots),
    estimate: Math.ceil(seconds / 60),
    // Some seconds for going from one part to the next are in it.
    allowed: allowed === null ? null : Math.floor(allowed / 60_000),
    byHand: slots.some((slot) => kindsOf(slot).some(isByHand)),
  };
}
