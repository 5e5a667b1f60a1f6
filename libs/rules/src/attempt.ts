/** The room of the attempt: when one may start, save and look, and which attempt counts. */
import type { AttemptSummary, MyQuiz, QuizSettings } from '@tap-huan/contract';

type Phase = AttemptSummary['phase'];
export type StartVerdict = MyQuiz['verdict'];
export type SaveVerdict = 'may_save' | 'attempt_closed' | 'deadline_passed';

/** What a result may show. */
export interface Review {
  /** Outcome and marks of each question, feedback, legal basis. */
  feedback: boolean;
  /** The right answers. */
  correct: boolean;
}

/** The last instant at which answers count; null without a time limit (minutes). */
export const deadlineOf = (startedAt: Date, timeLimitMinutes: number | null): Date | null =>
  timeLimitMinutes === null ? null : new Date(startedAt.getTime() + timeLimitMinutes * 60_000);

/** Attempts that remain after `used`; null is without limit. */
export const attemptsLeft = (
  { attemptsAllowed }: Pick<QuizSettings, 'attemptsAllowed'>,
  used: number,
): number | null => (attemptsAllowed === null ? null : Math.max(0, attemptsAllowed - used));

export interface StartFacts {
  /** Not withdrawn. A completed enrolment is open: its quizzes answer `already_passed`. */
  enrolmentOpen: boolean;
  /** All attempts that count: no previews, none voided, expired ones already closed. */
  attempts: readonly { phase: Phase }[];
  settings: Pick<QuizSettings, 'attemptsAllowed' | 'requireLessons'>;
  /** Reading lessons of the course that are not finished. */
  lessonsLeft: number;
  /** Whether an attempt has passed. */
  passed: boolean;
}

/**
 * Whether an officer may start a quiz, and if not, the first reason. An open attempt is resumed whatever else holds, as
 * long as the enrolment is open. Lessons are asked for before the first attempt only.
 */
export function mayStart(facts: StartFacts): StartVerdict {
  const { attempts, settings } = facts;
  if (!facts.enrolmentOpen) return 'enrolment_closed';
  if (attempts.some(({ phase }) => phase === 'open')) return 'may_resume';
  if (facts.passed) return 'already_passed';
  if (settings.requireLessons && attempts.length === 0 && facts.lessonsLeft > 0) {
    return 'lessons_not_finished';
  }
  return attemptsLeft(settings, attempts.length) === 0 ? 'attempts_exhausted' : 'may_start';
}

/** When an attempt is an open one past its deadline; the instant of the deadline itself still counts. */
export const isExpired = (
  { phase, deadline }: { phase: Phase; deadline: Date | null },
  now: Date,
): boolean => phase === 'open' && deadline !== null && now.getTime() > deadline.getTime();

/** Whether answers that arrive now are kept. The server's clock decides; there is no grace. */
export function maySave(facts: { phase: Phase; deadline: Date | null; now: Date }): SaveVerdict {
  if (facts.phase !== 'open') return 'attempt_closed';
  return isExpired(facts, facts.now) ? 'deadline_passed' : 'may_save';
}

/** Whether an answer numbered `seq` by its client replaces the stored one; equal is a repetition, not news. */
export const isNewer = (seq: number, storedSeq: number | null): boolean =>
  storedSeq === null || seq > storedSeq;

/** What the result of a submitted attempt may show now. Previews, which only authors have, show everything. */
export function reviewOf(
  settings: Pick<QuizSettings, 'showFeedback' | 'showCorrect'>,
  facts: { passed: boolean; attemptsLeft: number | null; preview: boolean },
): Review {
  const has = {
    after_submission: true,
    after_pass_or_last_attempt: facts.passed || facts.attemptsLeft === 0,
    never: false,
  };
  return {
    feedback: facts.preview || has[settings.showFeedback],
    correct: facts.preview || has[settings.showCorrect],
  };
}

/** The attempt that counts: the highest score, on a tie the first in the list; null where none is marked. */
export function bestAttempt<T extends { scoreOfTen: number | null }>(
  attempts: readonly T[],
): T | null {
  return attempts.reduce<T | null>((best, attempt) => {
    if (attempt.scoreOfTen === null) return best;
    return best === null || attempt.scoreOfTen > (best.scoreOfTen ?? 0) ? attempt : best;
  }, null);
}
