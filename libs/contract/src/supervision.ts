/** The room of running exams: who sits, extensions, overrides, accommodations, and facts for the inspector. */
import { z } from 'zod';
import { ATTEMPT_PHASES, screenSettings, sealedAnswerFile } from './attempt';
import { hundredths, id, instant, ok, pageQuery, params, text } from './common';
import { endpoint } from './endpoint';

export const supervisedQuizRow = z.object({
  quizId: id,
  quizTitle: z.string(),
  courseTitle: z.string().nullable(),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
  prepared: z.number().int(),
  running: z.number().int(),
  submitted: z.number().int(),
  marked: z.number().int(),
});
export type SupervisedQuizRow = z.output<typeof supervisedQuizRow>;

export const supervisedAttempt = z.object({
  attemptId: id,
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  number: z.number().int(),
  phase: z.enum(ATTEMPT_PHASES),
  startedAt: instant.nullable(),
  deadline: instant.nullable(),
  submittedAt: instant.nullable(),
  answered: z.number().int(),
  questions: z.number().int(),
  lastSavedAt: instant.nullable(),
  lateAnswers: z.number().int(),
  /** Facts by kind; only those that happened. */
  facts: z.record(z.string(), z.number().int()),
  /** 100 is the usual time. */
  timePercent: z.number().int(),
  scoreOfTen: hundredths.nullable(),
  passed: z.boolean().nullable(),
});
export type SupervisedAttempt = z.output<typeof supervisedAttempt>;

export const extension = z.object({
  id,
  minutes: z.number().int(),
  reason: z.string(),
  /** How many attempts got it. */
  attempts: z.number().int(),
  /** Null: everybody who was sitting it. */
  fullName: z.string().nullable(),
  byName: z.string(),
  at: instant,
});

/** person: one officer; unit: its subtree; audience: a job position in a unit's subtree. */
export const OVERRIDE_TARGETS = ['person', 'unit', 'audience'] as const;

const overrideRules = {
  timeLimitMinutes: z.number().int().min(1).max(600).nullable(),
  attemptsAllowed: z.number().int().min(1).max(100).nullable(),
  opensAt: instant.nullable(),
  closesAt: instant.nullable(),
};
export const quizOverride = z.object({
  id,
  target: z.enum(OVERRIDE_TARGETS),
  /** Whose rules they are, in words. */
  fullName: z.string().nullable(),
  unitName: z.string().nullable(),
  jobPosition: z.string().nullable(),
  ...overrideRules,
  reason: z.string(),
  createdByName: z.string(),
  createdAt: instant,
});
export type QuizOverride = z.output<typeof quizOverride>;

/** One line of what happened to an attempt: a step, a fact of the page, or an answer that came late. */
export const trailLine = z.object({
  at: instant,
  source: z.enum(['step', 'fact', 'late_answer', 'file']),
  kind: z.string(),
  byName: z.string().nullable(),
  slot: z.number().int().nullable(),
  awardedFrom: hundredths.nullable(),
  awardedTo: hundredths.nullable(),
  reason: z.string(),
  /** When it reached the server, where that is not `at`. */
  receivedAt: instant.nullable(),
  seconds: z.number().int().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type TrailLine = z.output<typeof trailLine>;

export const attemptTrail = z.object({
  attempt: supervisedAttempt,
  quizId: id,
  quizTitle: z.string(),
  answers: z.array(
    z.object({
      slot: z.number().int(),
      title: z.string(),
      kind: z.string(),
      answered: z.boolean(),
      seconds: z.number().int(),
      typedAt: instant.nullable(),
      savedAt: instant.nullable(),
      late: z.boolean(),
      awarded: hundredths.nullable(),
      points: hundredths,
    }),
  ),
  lines: z.array(trailLine),
});
export type AttemptTrail = z.output<typeof attemptTrail>;

const accommodationInput = z.object({
  /** 100 is the usual time, 150 half as much again. */
  timePercent: z.number().int().min(100).max(400),
  extraAttempts: z.number().int().min(0).max(20),
  screen: screenSettings,
  reason: text(1_000),
});
export const accommodation = accommodationInput.extend({ setByName: z.string(), setAt: instant });
export type Accommodation = z.output<typeof accommodation>;

export const answerFilePreview = z.object({
  attemptId: id,
  fullName: z.string(),
  staffCode: z.string(),
  phase: z.enum(ATTEMPT_PHASES),
  exportedAt: instant,
  deadline: instant.nullable(),
  answers: z.array(
    z.object({
      slot: z.number().int(),
      typedAt: instant.nullable(),
      /** Typed before the deadline. */
      inTime: z.boolean(),
      /** Newer than what the server holds. */
      newer: z.boolean(),
    }),
  ),
});
export type AnswerFilePreview = z.output<typeof answerFilePreview>;

export const supervisionEndpoints = {
  listSupervisedQuizzes: endpoint({
    method: 'GET',
    path: '/api/supervision',
    summary: 'Published quizzes of the own scope, those with running attempts first.',
    response: z.object({ items: z.array(supervisedQuizRow) }),
    permission: 'attempt.inspect',
    errors: [],
  }),
  readSupervision: endpoint({
    method: 'GET',
    path: '/api/quizzes/:quizId/attempts',
    summary: 'Who sits a quiz and who has: how far, how much time, and the facts.',
    params: params('quizId'),
    query: pageQuery.extend({
      phase: z.enum(ATTEMPT_PHASES).optional(),
      /** Only attempts with late answers or facts. */
      notable: z.enum(['true', 'false']).optional(),
    }),
    response: z.object({
      quiz: supervisedQuizRow,
      serverNow: instant,
      items: z.array(supervisedAttempt),
      total: z.number().int(),
      extensions: z.array(extension),
    }),
    permission: 'attempt.inspect',
    errors: ['not_found'],
  }),
  extendAttempts: endpoint({
    method: 'POST',
    path: '/api/quizzes/:quizId/extensions',
    summary:
      'Adds minutes to everybody’s running attempt, or to one; a submitted attempt is never touched.',
    params: params('quizId'),
    body: z.object({
      minutes: z.number().int().min(1).max(600),
      reason: text(500),
      attemptId: id.nullable().default(null),
    }),
    response: z.object({ attempts: z.number().int() }),
    permission: 'attempt.supervise',
    errors: ['not_found', 'nobody_sits'],
  }),
  readAttemptTrail: endpoint({
    method: 'GET',
    path: '/api/attempts/:attemptId/trail',
    summary: 'Everything that happened to an attempt, in order: for the inspector.',
    params: params('attemptId'),
    response: attemptTrail,
    permission: 'attempt.inspect',
    errors: ['not_found'],
  }),
  listOverrides: endpoint({
    method: 'GET',
    path: '/api/quizzes/:quizId/overrides',
    summary: 'Rules of a quiz that are otherwise for a person, a unit or an audience.',
    params: params('quizId'),
    response: z.object({ quizTitle: z.string(), items: z.array(quizOverride) }),
    permission: 'attempt.supervise',
    errors: ['not_found'],
  }),
  createOverride: endpoint({
    method: 'POST',
    path: '/api/quizzes/:quizId/overrides',
    summary: 'Sets other rules for a person (by staff code), a unit or an audience, with a reason.',
    params: params('quizId'),
    body: z.object({
      staffCode: z.string().max(40).nullable(),
      unitId: id.nullable(),
      jobPosition: text(200).nullable(),
      ...overrideRules,
      reason: text(500),
    }),
    response: z.object({ id, affects: z.number().int() }),
    permission: 'attempt.supervise',
    errors: ['not_found'],
  }),
  removeOverride: endpoint({
    method: 'DELETE',
    path: '/api/overrides/:overrideId',
    summary: 'Ends an override; it stays in the trail.',
    params: params('overrideId'),
    response: ok,
    permission: 'attempt.supervise',
    errors: ['not_found'],
  }),
  readAnswerFile: endpoint({
    method: 'POST',
    path: '/api/quizzes/:quizId/answer-files',
    summary:
      'Opens an encrypted answer file: whose it is and what it would add; with `apply`, adds it.',
    params: params('quizId'),
    body: z.object({
      file: sealedAnswerFile,
      apply: z.boolean().default(false),
      /** Answers to take over; null takes those typed in time and newer. */
      slots: z.array(z.number().int().min(1)).max(1_000).nullable().default(null),
      reason: z.string().max(500).default(''),
    }),
    response: answerFilePreview.extend({ applied: z.number().int() }),
    permission: 'attempt.supervise',
    errors: ['not_found', 'answer_file_unreadable', 'reason_missing'],
  }),
  readAccommodation: endpoint({
    method: 'GET',
    path: '/api/officers/:officerId/accommodation',
    summary: 'What an officer needs otherwise in every quiz, and what was set before.',
    params: params('officerId'),
    response: z.object({ current: accommodation.nullable(), history: z.array(accommodation) }),
    permission: 'accommodation.manage',
    errors: ['not_found'],
  }),
  setAccommodation: endpoint({
    method: 'PUT',
    path: '/api/officers/:officerId/accommodation',
    summary: 'Sets extra time, extra attempts and screen settings for every quiz, with a reason.',
    params: params('officerId'),
    body: accommodationInput,
    response: ok,
    permission: 'accommodation.manage',
    errors: ['not_found', 'officer_has_no_account'],
  }),
};
