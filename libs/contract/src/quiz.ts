/** The room of quizzes: settings, sections and slots as their author arranges them. */
import { z } from 'zod';
import { hundredths, id, instant, params, text } from './common';
import { endpoint } from './endpoint';
import { DIFFICULTIES } from './question-content';

export const REVIEW_MOMENTS = ['during', 'rightAfter', 'later', 'afterClose'] as const;
export type ReviewMoment = (typeof REVIEW_MOMENTS)[number];
/** Minutes after submission that count as "right after". */
export const RIGHT_AFTER_MINUTES = 10;

/** What of a marked paper is shown. */
export const reviewParts = z.object({
  /** The own answers. */
  response: z.boolean(),
  /** Right, partly right or wrong, for each question. */
  correctness: z.boolean(),
  /** Marks of each question, of the sections and of the paper, and whether it is passed. */
  marks: z.boolean(),
  /** Feedback on the options chosen, and a marker's comment. */
  specificFeedback: z.boolean(),
  /** Feedback on the question, with its legal basis. */
  generalFeedback: z.boolean(),
  rightAnswer: z.boolean(),
});
export type ReviewParts = z.output<typeof reviewParts>;

/** Which attempt counts where several were made. */
export const GRADING_METHODS = ['highest', 'last', 'first', 'average'] as const;
export type GradingMethod = (typeof GRADING_METHODS)[number];

export const quizSettings = z.object({
  /** practice: each question can be checked, with hints and feedback at once. */
  mode: z.enum(['exam', 'practice']),
  /** Minutes for the whole paper; null is no limit. Sections have their own. */
  timeLimitMinutes: z.number().int().min(1).max(600).nullable(),
  /** Seconds for each question, which then comes alone and only once; null is no limit. */
  questionTimeLimitSeconds: z.number().int().min(10).max(3_600).nullable(),
  opensAt: instant.nullable(),
  /** No attempt begins after it, and running ones end at it. */
  closesAt: instant.nullable(),
  /** Null is without limit. */
  attemptsAllowed: z.number().int().min(1).max(100).nullable(),
  /** Minutes from the end of one attempt to the start of the next. */
  waitMinutes: z.number().int().min(0).max(100_000),
  grading: z.enum(GRADING_METHODS),
  /** Whether somebody who has passed may try again. */
  retakeAfterPass: z.boolean(),
  /** Percent of the scale; circular 03/2023/TT-BNV art. 6 asks for at least 50. */
  passPercent: z.number().int().min(1).max(100),
  /** sequential: forwards only, page by page; what was left cannot be changed. */
  navigation: z.enum(['free', 'sequential']),
  shuffleOptions: z.boolean(),
  /** Questions on a page; 0 is all on one. */
  questionsPerPage: z.number().int().min(0).max(100),
  review: z.object({
    /** Only in practice: after a question was checked. */
    during: reviewParts,
    rightAfter: reviewParts,
    /** Later, while the quiz is open. */
    later: reviewParts,
    afterClose: reviewParts,
  }),
  /** Right answers and feedback wait until the officer has passed or has no attempt left. */
  holdAnswers: z.boolean(),
  /** All reading lessons of the course must be finished before the first attempt. */
  requireLessons: z.boolean(),
  /** A word that candidates type to begin; null asks for none. */
  accessPassword: text(60).nullable(),
  /** Networks from which an attempt may be begun and opened, as `10.1.0.0/16` or an address; empty is anywhere. */
  networks: z.array(z.union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()])).max(30),
  /** Certainty-based marking: 1, 2 or 3 beside each answer; right earns 1, 2, 3 thirds, wrong 0, -2, -6 thirds. */
  certainty: z.boolean(),
  /** Practice: tries at each question, and percent of its points lost with each wrong one. */
  practice: z.object({
    tries: z.number().int().min(1).max(6),
    penaltyPercent: z.number().int().min(0).max(100),
  }),
  /** Minutes in which answers typed in time may still arrive after the deadline. */
  graceMinutes: z.number().int().min(0).max(120),
  /** Attempts are made ahead of `opensAt`, so that everybody may start in the same second. */
  prepareAhead: z.boolean(),
  marking: z.object({
    /** Markers see no names. */
    anonymous: z.boolean(),
    secondMarker: z.enum(['none', 'sample', 'all']),
    /** Percent of the answers that a second marker gets, where `sample`. */
    samplePercent: z.number().int().min(1).max(100),
    /** Two marks that differ by at most this share of the points are averaged; others must be agreed. */
    differencePercent: z.number().int().min(0).max(100),
  }),
  /** Days in which a result may be appealed; 0 is none. */
  appealDays: z.number().int().min(0).max(60),
});
export type QuizSettings = z.output<typeof quizSettings>;

const slotId = z.string().min(1).max(40);
export const quizSlot = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fixed'),
    /** Stays the same while the question stands here; results of several versions meet at it. */
    id: slotId,
    questionId: id,
    /** The version to keep; null takes the newest at each publication. */
    version: z.number().int().min(1).nullable(),
    points: hundredths.min(1),
  }),
  z.object({
    kind: z.literal('random'),
    id: slotId,
    bankId: id,
    /** Null is the whole bank. */
    categoryId: id.nullable(),
    includeSubcategories: z.boolean(),
    /** All of them must be on the question. */
    tags: z.array(text(60)).max(12),
    difficulty: z.enum(DIFFICULTIES).nullable(),
    count: z.number().int().min(1).max(100),
    /** Of each question drawn. */
    points: hundredths.min(1),
  }),
]);
export type QuizSlot = z.output<typeof quizSlot>;

export const quizSection = z.object({
  id: slotId,
  /** Empty where the quiz has only one. */
  title: z.string().max(200),
  intro: z.string().max(10_000),
  /** Questions come in a drawn order; those with one stimulus stay together. */
  shuffle: z.boolean(),
  /** Percent of the section's points without which the quiz is not passed. */
  minimumPercent: z.number().int().min(1).max(100).nullable(),
  /** The section then is left for good when it is over. */
  timeLimitMinutes: z.number().int().min(1).max(600).nullable(),
  slots: z.array(quizSlot).max(200),
});
export type QuizSection = z.output<typeof quizSection>;

/** What the author is told beside a slot. */
export const slotNote = z.object({
  slotId,
  /** fixed: kind, title, versions. random: null. */
  question: z
    .object({
      kind: z.string(),
      title: z.string(),
      status: z.enum(['draft', 'ready', 'retired']),
      newestVersion: z.number().int(),
      reviewDue: z.boolean(),
      bankId: id,
      bankName: z.string(),
    })
    .nullable(),
  /** random: how many ready questions fit. fixed: 1. */
  available: z.number().int(),
});

export const quizDraft = z.object({
  id,
  bankId: id,
  title: z.string(),
  settings: quizSettings,
  sections: z.array(quizSection).min(1).max(20),
  notes: z.array(slotNote),
  revision: z.number().int(),
});
export type QuizDraft = z.output<typeof quizDraft>;

export const quizEndpoints = {
  readQuiz: endpoint({
    method: 'GET',
    path: '/api/quizzes/:quizId',
    summary: 'The draft of a quiz: settings, sections and questions.',
    params: params('quizId'),
    response: quizDraft,
    permission: 'course.author',
    errors: ['not_found'],
  }),
  updateQuiz: endpoint({
    method: 'PUT',
    path: '/api/quizzes/:quizId',
    summary: 'Saves the draft of a quiz; published versions stay as they are.',
    params: params('quizId'),
    body: z.object({
      title: text(200),
      settings: quizSettings,
      sections: z.array(quizSection).min(1).max(20),
      revision: z.number().int(),
    }),
    response: z.object({ revision: z.number().int(), notes: z.array(slotNote) }),
    permission: 'course.author',
    errors: ['not_found', 'stale_revision'],
  }),
  previewQuiz: endpoint({
    method: 'POST',
    path: '/api/quizzes/:quizId/preview',
    summary: 'Starts an attempt on the draft as a learner would see it; it counts nowhere.',
    params: params('quizId'),
    body: z.object({ returnPath: z.string().startsWith('/').max(300) }),
    response: z.object({ attemptId: id }),
    permission: 'course.author',
    errors: ['not_found', 'quiz_has_no_questions', 'not_enough_questions'],
  }),
};
