/** The room of the attempt's shapes: what is opened, answered, submitted and looked at again. */
import { z } from 'zod';
import { hundredths, id, instant } from './common';
import { answerResponse, paperQuestion } from './question-paper';
import { imageArea, rubricCriterion } from './question-content';
import { GRADING_METHODS, quizSettings, reviewParts } from './quiz';

/** prepared: made ahead of a scheduled exam; submitted: waits for a marker. */
export const ATTEMPT_PHASES = ['prepared', 'open', 'submitted', 'marked'] as const;
export type AttemptPhase = (typeof ATTEMPT_PHASES)[number];

/** How the paper is shown to somebody who needs it otherwise. */
export const screenSettings = z.object({
  /** Percent of the usual size. */
  textPercent: z.number().int().min(100).max(200),
  highContrast: z.boolean(),
  /** One question on a page whatever the quiz says. */
  oneQuestionPerPage: z.boolean(),
  /** Lists and buttons instead of dragging and pictures. */
  withoutDragging: z.boolean(),
  /** The clock only when it is asked for. */
  hideClock: z.boolean(),
});
export type ScreenSettings = z.output<typeof screenSettings>;

export const slotNumber = z.number().int().min(1);
const certainty = z.number().int().min(1).max(3);

/** One question on the frozen paper. */
export const paperSlot = z.object({
  slot: slotNumber,
  points: hundredths,
  /** Which of the paper's stimuli belongs to it. */
  stimulusId: z.string().nullable(),
  question: paperQuestion,
});

export const paperStimulus = z.object({ id: z.string(), title: z.string(), html: z.string() });

/** A section on the paper: its questions are `from` to `to`. */
export const paperSection = z.object({
  title: z.string(),
  intro: z.string(),
  from: slotNumber,
  to: slotNumber,
  minimumPercent: z.number().int().nullable(),
  timeLimitMinutes: z.number().int().nullable(),
});

export const savedAnswer = z.object({
  slot: slotNumber,
  response: answerResponse.nullable(),
  flagged: z.boolean(),
  certainty: certainty.nullable(),
  seq: z.number().int(),
  savedAt: instant,
  /** Seconds spent on the question so far. */
  seconds: z.number().int(),
});

/** Hundredths earned by one question; below 0 only where certainty is marked: a sure wrong answer costs its points twice. */
export const earnedHundredths = z.number().int().min(-200_000).max(100_000);

/** What checking a question in practice told. */
export const checkedSlot = z.object({
  slot: slotNumber,
  triesUsed: z.number().int(),
  triesLeft: z.number().int(),
  /** Hints asked for so far. */
  hints: z.array(z.string()),
  hintsLeft: z.number().int(),
  /** Null before the first check and where correctness is not shown. */
  outcome: z.enum(['right', 'partly', 'wrong', 'unanswered', 'unmarked']).nullable(),
  /** Null where marks are not shown. */
  awarded: earnedHundredths.nullable(),
  optionFeedback: z.array(z.object({ id: z.string(), text: z.string() })),
  feedback: z.string(),
  legalBasis: z.array(z.string()),
  correct: answerResponse.nullable(),
  /** Where the right areas of a picture lie, where the right answer may be shown. */
  rightAreas: z.array(imageArea).optional(),
  /** No more tries, or right: the answer stands. */
  finished: z.boolean(),
});
export type CheckedSlot = z.output<typeof checkedSlot>;

/** The questions that may be answered now, where the paper is gone through forwards only. */
export const openPart = z.object({
  from: slotNumber,
  to: slotNumber,
  /** 0, 1, 2 … */
  index: z.number().int(),
  deadline: instant.nullable(),
  last: z.boolean(),
});
export type OpenPart = z.output<typeof openPart>;

export const attemptView = z.object({
  id,
  quizTitle: z.string(),
  number: z.number().int(),
  preview: z.boolean(),
  phase: z.enum(ATTEMPT_PHASES),
  mode: z.enum(['exam', 'practice']),
  startedAt: instant,
  deadline: instant.nullable(),
  /** Until when answers typed before the deadline are still taken. */
  closesAt: instant.nullable(),
  /** The server's clock at the reply; the page counts down by it, not by the device's. */
  serverNow: instant,
  navigation: z.enum(['free', 'sequential']),
  questionsPerPage: z.number().int(),
  certainty: z.boolean(),
  practice: z.object({ tries: z.number().int(), penaltyPercent: z.number().int() }).nullable(),
  screen: screenSettings,
  /** Questions on the whole paper. */
  questions: z.number().int(),
  sections: z.array(paperSection),
  stimuli: z.array(paperStimulus),
  /** Where the paper is gone through forwards only: the questions of the open part. */
  slots: z.array(paperSlot),
  part: openPart.nullable(),
  answers: z.array(savedAnswer),
  checks: z.array(checkedSlot),
  /** Highest sequence number that the server holds; the page numbers on from it. */
  lastSeq: z.number().int(),
  /** AES-256 key, base64: encrypts the answer file that can be downloaded when nothing else works. */
  answerFileKey: z.string(),
  /** Where the page goes after the attempt; set by the caller that started it. */
  returnPath: z.string(),
});
export type AttemptView = z.output<typeof attemptView>;

export const givenAnswer = z.object({
  slot: slotNumber,
  response: answerResponse.nullable(),
  flagged: z.boolean(),
  certainty: certainty.nullable().default(null),
  seq: z.number().int().min(1),
  /** When it was typed, by the server's clock as the page knows it; missing is now. */
  typedAt: instant.optional(),
  /** Seconds spent on the question so far. */
  seconds: z.number().int().min(0).max(86_400).default(0),
});
export type GivenAnswer = z.output<typeof givenAnswer>;

export const clientId = z.string().min(8).max(64);
export const saveAnswers = z.object({ clientId, answers: z.array(givenAnswer).min(1).max(200) });

/** The encrypted file, once opened; see docs/guide. */
export const answerFile = z.object({
  attemptId: id,
  exportedAt: instant,
  answers: z.array(givenAnswer).max(1_000),
});
/** The file as downloaded: AES-256-GCM with the attempt's key. */
export const sealedAnswerFile = z.object({
  format: z.literal('tap-huan-answers-1'),
  attemptId: id,
  /** base64 */
  iv: z.string().max(64),
  /** base64, authentication tag at the end */
  data: z.string().max(8_000_000),
});
export type SealedAnswerFile = z.output<typeof sealedAnswerFile>;

/** Facts about the circumstances of an attempt; never a verdict. */
export const ATTEMPT_EVENTS = [
  'focus_lost',
  'focus_back',
  'copied',
  'pasted',
  'went_offline',
  'came_online',
  'taken_over',
  'address_changed',
  'answer_file_downloaded',
] as const;
export type AttemptEventKind = (typeof ATTEMPT_EVENTS)[number];

export const attemptClock = z.object({
  serverNow: instant,
  phase: z.enum(ATTEMPT_PHASES),
  deadline: instant.nullable(),
  closesAt: instant.nullable(),
  partDeadline: instant.nullable(),
  /** Whether this page may write. */
  writer: z.boolean(),
  /** The last extension of the time, in words of whoever gave it. */
  extension: z.object({ minutes: z.number().int(), reason: z.string(), at: instant }).nullable(),
});
export type AttemptClock = z.output<typeof attemptClock>;

export const questionOutcome = z.enum(['right', 'partly', 'wrong', 'unanswered', 'unmarked']);

export const resultSlot = paperSlot.extend({
  response: answerResponse.nullable(),
  certainty: certainty.nullable(),
  outcome: questionOutcome.nullable(),
  awarded: earnedHundredths.nullable(),
  /** General feedback as HTML; empty where there is none. */
  feedback: z.string(),
  /** Feedback of the options chosen. */
  optionFeedback: z.array(z.object({ id: z.string(), text: z.string() })),
  legalBasis: z.array(z.string()),
  /** The right answer in the shape of a response, where it may be shown. */
  correct: answerResponse.nullable(),
  /** Where the right areas of a picture lie, where the right answer may be shown. */
  rightAreas: z.array(imageArea).optional(),
  /** HTML; of questions marked by hand, where the right answer may be shown. */
  modelAnswer: z.string(),
  /** The marker's words; empty where there are none. */
  comment: z.string(),
  /** Levels that the marker chose, where marks are shown. */
  rubric: z.array(z.object({ criterion: rubricCriterion, levelId: z.string().nullable() })),
});

export const sectionResult = z.object({
  title: z.string(),
  points: hundredths,
  maximum: hundredths,
  minimumPercent: z.number().int().nullable(),
  reached: z.boolean(),
});

export const attemptResult = z.object({
  id,
  quizTitle: z.string(),
  number: z.number().int(),
  preview: z.boolean(),
  phase: z.enum(['submitted', 'marked']),
  startedAt: instant,
  submittedAt: instant,
  /** True where the clock closed it. */
  closedByDeadline: z.boolean(),
  /** Answers that arrived after the deadline and count. */
  lateSynchronised: z.number().int(),
  /** Questions that wait for a marker. */
  waitingForMarker: z.number().int(),
  /** What the quiz shows of it now; all false hides the paper. */
  shown: reviewParts,
  /** Marks below are null where they are not shown or not complete yet. */
  points: hundredths.nullable(),
  maximum: hundredths.nullable(),
  /** Score on the scale of ten in hundredths: 850 is "8,5". */
  scoreOfTen: hundredths.nullable(),
  passPercent: z.number().int(),
  passed: z.boolean().nullable(),
  sections: z.array(sectionResult),
  /** What counts over all attempts on the quiz; null for previews and where marks are not shown. */
  counts: z
    .object({
      grading: z.enum(GRADING_METHODS),
      scoreOfTen: hundredths.nullable(),
      passed: z.boolean(),
    })
    .nullable(),
  stimuli: z.array(paperStimulus),
  /** Null where the quiz does not show it (yet). */
  slots: z.array(resultSlot).nullable(),
  /** Until when the result may be appealed; null where it may not. */
  appealUntil: instant.nullable(),
  returnPath: z.string(),
});
export type AttemptResult = z.output<typeof attemptResult>;

export const attemptSummary = z.object({
  id,
  number: z.number().int(),
  phase: z.enum(ATTEMPT_PHASES),
  startedAt: instant.nullable(),
  submittedAt: instant.nullable(),
  deadline: instant.nullable(),
  /** Null while it is open or waits for a marker, and where marks are not shown. */
  scoreOfTen: hundredths.nullable(),
  passed: z.boolean().nullable(),
});
export type AttemptSummary = z.output<typeof attemptSummary>;

/** The rules of a quiz as they hold for one officer, accommodations and overrides included. */
export const quizRules = quizSettings
  .pick({
    mode: true,
    timeLimitMinutes: true,
    questionTimeLimitSeconds: true,
    opensAt: true,
    closesAt: true,
    attemptsAllowed: true,
    waitMinutes: true,
    grading: true,
    retakeAfterPass: true,
    passPercent: true,
    navigation: true,
    review: true,
    holdAnswers: true,
    requireLessons: true,
    certainty: true,
    practice: true,
    graceMinutes: true,
    appealDays: true,
  })
  .extend({
    /** With extra time and extra attempts. */
    timeLimitMinutes: z.number().int().nullable(),
    questionTimeLimitSeconds: z.number().int().nullable(),
    attemptsAllowed: z.number().int().nullable(),
    needsPassword: z.boolean(),
    /** Only from certain networks; `networkAllowed` says whether this is one. */
    networksRestricted: z.boolean(),
    networkAllowed: z.boolean(),
    /** Why the rules differ from everybody's; empty where they do not. */
    adjustments: z.array(z.enum(['extra_time', 'extra_attempts', 'screen', 'override'])),
    sections: z.array(
      z.object({
        title: z.string(),
        questions: z.number().int(),
        minimumPercent: z.number().int().nullable(),
        timeLimitMinutes: z.number().int().nullable(),
      }),
    ),
  });
export type QuizRules = z.output<typeof quizRules>;
