/** The room of question banks, quizzes and attempts. */
import { z } from 'zod';
import { hundredths, id, instant, ok, params, text } from './common';
import { endpoint } from './endpoint';
import {
  answerResponse,
  paperQuestion,
  QUESTION_KINDS,
  questionContent,
  questionRow,
} from './questions';

export const REVIEW_MOMENTS = ['after_submission', 'after_pass_or_last_attempt', 'never'] as const;

export const quizSettings = z.object({
  /** Minutes; null is no limit. */
  timeLimitMinutes: z.number().int().min(1).max(600).nullable(),
  /** Null is without limit. */
  attemptsAllowed: z.number().int().min(1).max(100).nullable(),
  /** Percent of the scale; circular 03/2023/TT-BNV art. 6 asks for at least 50. */
  passPercent: z.number().int().min(1).max(100),
  shuffleQuestions: z.boolean(),
  shuffleOptions: z.boolean(),
  /** Questions on a page; 0 is all on one. */
  questionsPerPage: z.number().int().min(0).max(100),
  /** When the officer sees which answers were right, marks for each question and feedback. */
  showFeedback: z.enum(REVIEW_MOMENTS),
  /** When the right answers are shown. */
  showCorrect: z.enum(REVIEW_MOMENTS),
  /** All reading lessons of the course must be finished before the first attempt. */
  requireLessons: z.boolean(),
});
export type QuizSettings = z.output<typeof quizSettings>;

export const quizSlot = z.object({ questionId: id, points: hundredths.min(1) });

export const quizDraft = z.object({
  id,
  bankId: id,
  title: z.string(),
  settings: quizSettings,
  slots: z.array(quizSlot),
  revision: z.number().int(),
});
export type QuizDraft = z.output<typeof quizDraft>;

/** One question on the frozen paper. */
export const paperSlot = z.object({
  slot: z.number().int(),
  points: hundredths,
  question: paperQuestion,
});

export const savedAnswer = z.object({
  slot: z.number().int(),
  response: answerResponse.nullable(),
  flagged: z.boolean(),
  seq: z.number().int(),
  savedAt: instant,
});

export const attemptView = z.object({
  id,
  quizTitle: z.string(),
  number: z.number().int(),
  preview: z.boolean(),
  phase: z.enum(['open', 'submitted', 'marked']),
  startedAt: instant,
  deadline: instant.nullable(),
  /** The server's clock at the reply; the page counts down by it, not by the device's. */
  serverNow: instant,
  questionsPerPage: z.number().int(),
  slots: z.array(paperSlot),
  answers: z.array(savedAnswer),
  /** Highest sequence number that the server holds; the page numbers on from it. */
  lastSeq: z.number().int(),
  /** Where the page goes after the attempt; set by the caller that started it. */
  returnPath: z.string(),
});
export type AttemptView = z.output<typeof attemptView>;

export const saveAnswers = z.object({
  clientId: z.string().min(8).max(64),
  answers: z
    .array(
      z.object({
        slot: z.number().int().min(1),
        response: answerResponse.nullable(),
        flagged: z.boolean(),
        seq: z.number().int().min(1),
      }),
    )
    .min(1)
    .max(200),
});

export const questionOutcome = z.enum(['right', 'partly', 'wrong', 'unanswered']);

export const resultSlot = paperSlot.extend({
  response: answerResponse.nullable(),
  outcome: questionOutcome,
  awarded: hundredths,
  /** General feedback as HTML; empty where there is none. */
  feedback: z.string(),
  /** Feedback of the options chosen. */
  optionFeedback: z.array(z.object({ id: z.string(), text: z.string() })),
  legalBasis: z.array(z.string()),
  /** The right answer in the shape of a response, where it may be shown. */
  correct: answerResponse.nullable(),
});

export const attemptResult = z.object({
  id,
  quizTitle: z.string(),
  number: z.number().int(),
  preview: z.boolean(),
  startedAt: instant,
  submittedAt: instant,
  /** True where the clock closed it. */
  closedByDeadline: z.boolean(),
  points: hundredths,
  maximum: hundredths,
  /** Score on the scale of ten in hundredths: 850 is "8,5". */
  scoreOfTen: hundredths,
  passPercent: z.number().int(),
  passed: z.boolean(),
  /** Null where the quiz does not show it (yet). */
  slots: z.array(resultSlot).nullable(),
  returnPath: z.string(),
});
export type AttemptResult = z.output<typeof attemptResult>;

export const attemptSummary = z.object({
  id,
  number: z.number().int(),
  phase: z.enum(['open', 'submitted', 'marked']),
  startedAt: instant,
  submittedAt: instant.nullable(),
  deadline: instant.nullable(),
  scoreOfTen: hundredths.nullable(),
  passed: z.boolean().nullable(),
});
export type AttemptSummary = z.output<typeof attemptSummary>;

export const assessmentEndpoints = {
  listQuestions: endpoint({
    method: 'GET',
    path: '/api/banks/:bankId/questions',
    summary: 'Questions of a bank that are not retired.',
    params: params('bankId'),
    query: z.object({
      search: z.string().max(200).optional(),
      kind: z.enum(QUESTION_KINDS).optional(),
    }),
    response: z.object({ items: z.array(questionRow) }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  createQuestion: endpoint({
    method: 'POST',
    path: '/api/banks/:bankId/questions',
    summary: 'Adds a question as version 1.',
    params: params('bankId'),
    body: z.object({ content: questionContent }),
    response: z.object({ id }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  readQuestion: endpoint({
    method: 'GET',
    path: '/api/questions/:questionId',
    summary: 'The newest version of a question, with its key.',
    params: params('questionId'),
    response: questionRow.extend({ bankId: id, content: questionContent }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  updateQuestion: endpoint({
    method: 'PUT',
    path: '/api/questions/:questionId',
    summary: 'Writes the next version; papers already drawn keep theirs.',
    params: params('questionId'),
    body: z.object({ content: questionContent, baseVersion: z.number().int() }),
    response: z.object({ version: z.number().int() }),
    permission: 'course.author',
    errors: ['not_found', 'stale_revision'],
  }),
  retireQuestion: endpoint({
    method: 'DELETE',
    path: '/api/questions/:questionId',
    summary: 'Retires a question that no draft uses; versions stay for old papers.',
    params: params('questionId'),
    response: ok,
    permission: 'course.author',
    errors: ['not_found', 'question_in_use'],
  }),
  readQuiz: endpoint({
    method: 'GET',
    path: '/api/quizzes/:quizId',
    summary: 'The draft of a quiz: settings and questions.',
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
      slots: z.array(quizSlot).max(200),
      revision: z.number().int(),
    }),
    response: z.object({ revision: z.number().int() }),
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
    errors: ['not_found', 'quiz_has_no_questions'],
  }),
  openAttempt: endpoint({
    method: 'POST',
    path: '/api/attempts/:attemptId/open',
    summary: 'Reads an own attempt and makes this page its writer; another page turns read-only.',
    params: params('attemptId'),
    body: z.object({ clientId: z.string().min(8).max(64) }),
    response: attemptView,
    permission: 'signed_in',
    errors: ['not_found'],
  }),
  saveAnswers: endpoint({
    method: 'PUT',
    path: '/api/attempts/:attemptId/answers',
    summary: 'Saves answers; idempotent, and an older one never overwrites a newer one.',
    params: params('attemptId'),
    body: saveAnswers,
    response: z.object({ savedAt: instant, serverNow: instant, deadline: instant.nullable() }),
    permission: 'signed_in',
    errors: ['not_found', 'attempt_closed', 'attempt_taken_over', 'deadline_passed'],
  }),
  submitAttempt: endpoint({
    method: 'POST',
    path: '/api/attempts/:attemptId/submit',
    summary: 'Submits and marks; a second call answers with the same result.',
    params: params('attemptId'),
    response: attemptResult,
    permission: 'signed_in',
    errors: ['not_found'],
  }),
  readResult: endpoint({
    method: 'GET',
    path: '/api/attempts/:attemptId/result',
    summary: 'The result of a submitted attempt, as far as the quiz shows it now.',
    params: params('attemptId'),
    response: attemptResult,
    permission: 'signed_in',
    errors: ['not_found', 'result_not_shown_yet'],
  }),
};
