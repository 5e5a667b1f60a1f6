/** The room of the attempt: when one may start and look, and which attempt counts. */
import {
  type AttemptSummary,
  type GradingMethod,
  type MyQuiz,
  type QuizSettings,
  type ReviewMoment,
  type ReviewParts,
  RIGHT_AFTER_MINUTES,
} from '@tap-huan/contract';

type Phase = AttemptSummary['phase'];
export type StartVerdict = MyQuiz['verdict'];

/** Attempts that remain after `used`; null is without limit. */
export const attemptsLeft = (
  { attemptsAllowed }: Pick<QuizSettings, 'attemptsAllowed'>,
  used: number,
): number | null => (attemptsAllowed === null ? null : Math.max(0, attemptsAllowed - used));

export interface StartFacts {
  /** Not withdrawn. A completed enrolment is open: its quizzes answer `already_passed`. */
  enrolmentOpen: boolean;
  /** No previews, none voided, expired ones already closed; prepared ones may be among them and do not count. */
  attempts: readonly { phase: Phase; submittedAt: Date | null }[];
  /** The officer's; see `effectiveSettings`. */
  settings: Pick<
    QuizSettings,
    | 'attemptsAllowed'
    | 'requireLessons'
    | 'opensAt'
    | 'closesAt'
    | 'waitMinutes'
    | 'retakeAfterPass'
  >;
  /** Reading lessons of the course that are not finished. */
  lessonsLeft: number;
  /** Whether the result that counts has passed. */
  passed: boolean;
  now: Date;
}

/** The first instant after the waiting time of the last attempt that has ended; null where nothing is waited for. */
function waitEnd({ attempts, settings }: StartFacts): Date | null {
  const ends = attempts.flatMap(({ submittedAt }) => (submittedAt ? [submittedAt.getTime()] : []));
  if (ends.length === 0 || settings.waitMinutes === 0) return null;
  return new Date(Math.max(...ends) + settings.waitMinutes * 60_000);
}

const isBefore = (now: Date, instant: string | null): boolean =>
  instant !== null && now.getTime() < Date.parse(instant);
const isReached = (now: Date, instant: string | null): boolean =>
  instant !== null && now.getTime() >= Date.parse(instant);

/**
 * Whether an officer may start a quiz, and if not, the first reason. An open attempt is resumed whatever else holds, as
 * long as the enrolment is open. Lessons are asked for before the first attempt only. What cannot change any more comes
 * before what the officer or time can change.
 */
export function mayStart(facts: StartFacts): StartVerdict {
  const { settings, now } = facts;
  const attempts = facts.attempts.filter(({ phase }) => phase !== 'prepared');
  const wait = waitEnd({ ...facts, attempts });
  if (!facts.enrolmentOpen) return 'enrolment_closed';
  if (attempts.some(({ phase }) => phase === 'open')) return 'may_resume';
  if (facts.passed && !settings.retakeAfterPass) return 'already_passed';
  if (isReached(now, settings.closesAt)) return 'quiz_closed';
  if (attemptsLeft(settings, attempts.length) === 0) return 'attempts_exhausted';
  if (isBefore(now, settings.opensAt)) return 'not_open_yet';
  if (settings.requireLessons && attempts.length === 0 && facts.lessonsLeft > 0) {
    return 'lessons_not_finished';
  }
  return wait && now.getTime() < wait.getTime() ? 'wait_first' : 'may_start';
}

/** When the next attempt may begin, where the verdict is `wait_first` or `not_open_yet`; else null. */
export function mayStartAt(facts: StartFacts): Date | null {
  const verdict = mayStart(facts);
  if (verdict === 'wait_first') return waitEnd(facts);
  if (verdict !== 'not_open_yet' || facts.settings.opensAt === null) return null;
  const opens = Date.parse(facts.settings.opensAt);
  return new Date(Math.max(opens, waitEnd(facts)?.getTime() ?? opens));
}

/** When an attempt is an open one after which no answer is taken any more; the instant itself still counts. */
export const isExpired = (
  { phase, closesAt }: { phase: Phase; closesAt: Date | null },
  now: Date,
): boolean => phase === 'open' && closesAt !== null && now.getTime() > closesAt.getTime();

/** What looking at a result depends on. */
export interface ReviewFacts {
  /** Null while the attempt runs. */
  submittedAt: Date | null;
  now: Date;
  /** Whether the result that counts has passed. */
  passed: boolean;
  /** After the attempts that have ended; null is without limit. */
  attemptsLeft: number | null;
  /** Of an author, who sees everything. */
  preview: boolean;
}

type ReviewSettings = Pick<
  QuizSettings,
  'mode' | 'review' | 'holdAnswers' | 'closesAt' | 'graceMinutes'
>;

/**
 * Which of the four moments of a review it is. A quiz counts as closed when the grace is over, too: before that,
 * somebody's answers may still be on their way.
 */
export function reviewMoment(
  { closesAt, graceMinutes }: Pick<QuizSettings, 'closesAt' | 'graceMinutes'>,
  { submittedAt, now }: Pick<ReviewFacts, 'submittedAt' | 'now'>,
): ReviewMoment {
  if (submittedAt === null) return 'during';
  if (closesAt !== null && now.getTime() > Date.parse(closesAt) + graceMinutes * 60_000) {
    return 'afterClose';
  }
  const minutes = (now.getTime() - submittedAt.getTime()) / 60_000;
  return minutes <= RIGHT_AFTER_MINUTES ? 'rightAfter' : 'later';
}

/** Shown to authors. */
export const SHOW_ALL: ReviewParts = {
  response: true,
  correctness: true,
  marks: true,
  specificFeedback: true,
  generalFeedback: true,
  rightAnswer: true,
};
/** Shown while an exam runs. */
export const SHOW_NOTHING: ReviewParts = {
  response: false,
  correctness: false,
  marks: false,
  specificFeedback: false,
  generalFeedback: false,
  rightAnswer: false,
};

/**
 * What of an attempt may be shown now. Where answers are held, feedback and right answers wait until the officer has
 * passed, has no attempt left, or the quiz is closed for everybody. Previews, which only authors have, show everything.
 */
export function reviewOf(settings: ReviewSettings, facts: ReviewFacts): ReviewParts {
  if (facts.preview) return SHOW_ALL;
  const moment = reviewMoment(settings, facts);
  if (moment === 'during') {
    return settings.mode === 'practice' ? settings.review.during : SHOW_NOTHING;
  }
  const parts = settings.review[moment];
  const isFree = facts.passed || facts.attemptsLeft === 0 || moment === 'afterClose';
  if (isFree || !settings.holdAnswers) return parts;
  return { ...parts, specificFeedback: false, generalFeedback: false, rightAnswer: false };
}

/** An attempt that is marked has both; others neither. */
export interface MarkedAttempt {
  scoreOfTen: number | null;
  passed: boolean | null;
}

/** The result that counts over several attempts; hundredths on the scale of ten. */
export interface CountedResult {
  scoreOfTen: number;
  passed: boolean;
}

const isBetter = (one: CountedResult, other: CountedResult): boolean =>
  one.passed === other.passed ? one.scoreOfTen > other.scoreOfTen : one.passed;

/**
 * The result that counts; null where no attempt is marked. Attempts that are open or wait for a marker are left out.
 *
 * - highest: an attempt that has passed comes before one that has not, even with fewer marks (it may have missed the
 *   minimum of a section); then the score decides.
 * - average: the mean, rounded half up; passed where the mean itself, not the rounded one, reaches the pass mark.
 * @param attempts by number
 */
export function countedResult(
  attempts: readonly MarkedAttempt[],
  grading: GradingMethod,
  passPercent: number,
): CountedResult | null {
  const marked = attempts.flatMap(({ scoreOfTen, passed }) =>
    scoreOfTen === null || passed === null ? [] : [{ scoreOfTen, passed }],
  );
  const [first, ...others] = marked;
  if (!first) return null;
  if (grading === 'first') return first;
  if (grading === 'last') return marked.at(-1) ?? null;
  if (grading === 'highest') {
    return others.reduce((best, other) => (isBetter(other, best) ? other : best), first);
  }
  const sum = marked.reduce((total, { scoreOfTen }) => total + scoreOfTen, 0);
  return {
    scoreOfTen: Math.floor((2 * sum + marked.length) / (2 * marked.length)),
    passed: sum >= passPercent * 10 * marked.length,
  };
}
