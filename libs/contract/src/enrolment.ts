/** The room of enrolments, progress and completion. */
import { z } from 'zod';
import { attemptSummary, quizRules } from './attempt';
import { day, hundredths, id, instant, ok, pageOf, pageQuery, params, text } from './common';
import { endpoint } from './endpoint';
import { attachment, LESSON_KINDS, media } from './learning';
import { PROGRAMME_GAPS, PROGRAMME_SET_KINDS } from './programme';
import { ROUTES } from './routes';

/** In words on every screen: not started, in progress, completed, withdrawn. */
export const ENROLMENT_STATES = ['not_started', 'in_progress', 'completed', 'withdrawn'] as const;
/** none: no due date; on_time: completed by then; soon: within 7 days. */
export const DUE_STATES = ['none', 'later', 'soon', 'overdue', 'on_time', 'late'] as const;

export const progress = z.object({
  /** Lessons finished and in all; a quiz counts as one and is finished when passed. */
  done: z.number().int(),
  total: z.number().int(),
});

/** Why somebody has to take it: the assignment, or what HR wrote when enrolling. */
export const assignedBecause = z.object({
  /** Of the assignment; null where HR enrolled by hand. */
  title: z.string().nullable(),
  reason: z.string(),
  legalBasis: z.string(),
});
export type AssignedBecause = z.output<typeof assignedBecause>;

export const myEnrolment = z.object({
  id,
  courseCode: z.string(),
  courseTitle: z.string(),
  summary: z.string(),
  hours: z.number().int(),
  state: z.enum(ENROLMENT_STATES),
  progress,
  dueOn: day.nullable(),
  dueState: z.enum(DUE_STATES),
  /** Whole days from today to the due date; negative when overdue. */
  daysLeft: z.number().int().nullable(),
  completedAt: instant.nullable(),
  scoreOfTen: hundredths.nullable(),
  /** Where to go on: the first lesson that is not finished. */
  nextLesson: z.object({ id, title: z.string(), kind: z.enum(LESSON_KINDS) }).nullable(),
  /** Null: taken without a reason that was given. */
  assigned: assignedBecause.nullable(),
});
export type MyEnrolment = z.output<typeof myEnrolment>;

/** An officer's own way through a programme. */
export const myProgramme = z.object({
  id,
  code: z.string(),
  title: z.string(),
  hours: z.number().int(),
  state: z.enum(ENROLMENT_STATES),
  dueOn: day.nullable(),
  dueState: z.enum(DUE_STATES),
  daysLeft: z.number().int().nullable(),
  completedAt: instant.nullable(),
  assigned: assignedBecause.nullable(),
  sets: z.array(
    z.object({
      title: z.string(),
      kind: z.enum(PROGRAMME_SET_KINDS),
      /** Courses, or periods where the set asks for periods; may be more than is needed. */
      done: z.number().int(),
      needed: z.number().int(),
      complete: z.boolean(),
    }),
  ),
  gaps: z.array(z.enum(PROGRAMME_GAPS)),
  /** Own enrolments into its courses; other than withdrawn ones. */
  enrolmentIds: z.array(id),
});
export type MyProgramme = z.output<typeof myProgramme>;

export const lessonState = z.enum(['not_started', 'started', 'done']);

export const myCourse = myEnrolment.extend({
  audience: z.string(),
  legalBasis: z.array(z.string()),
  asOf: day.nullable(),
  versionNumber: z.number().int(),
  modules: z.array(
    z.object({
      id,
      title: z.string(),
      lessons: z.array(
        z.object({
          id,
          title: z.string(),
          kind: z.enum(LESSON_KINDS),
          minutes: z.number().int(),
          state: lessonState,
        }),
      ),
    }),
  ),
});
export type MyCourse = z.output<typeof myCourse>;

const neighbour = z.object({ id, title: z.string(), kind: z.enum(LESSON_KINDS) }).nullable();

export const myLesson = z.object({
  id,
  enrolmentId: id,
  courseTitle: z.string(),
  moduleTitle: z.string(),
  title: z.string(),
  minutes: z.number().int(),
  bodyHtml: z.string(),
  legalBasis: z.array(z.string()),
  asOf: day.nullable(),
  attachments: z.array(attachment.extend({ media })),
  state: lessonState,
  /** How far down the lesson was read last time, 0 to 1. */
  position: z.number().min(0).max(1),
  previous: neighbour,
  next: neighbour,
});
export type MyLesson = z.output<typeof myLesson>;

export const START_VERDICTS = [
  'may_start',
  'may_resume',
  'enrolment_closed',
  'attempts_exhausted',
  'lessons_not_finished',
  'already_passed',
  'not_open_yet',
  'quiz_closed',
  'wait_first',
] as const;

export const myQuiz = z.object({
  lessonId: id,
  enrolmentId: id,
  courseTitle: z.string(),
  title: z.string(),
  questions: z.number().int(),
  rules: quizRules,
  attempts: z.array(attemptSummary),
  /** By the grading method of the quiz; null where nothing is marked or shown yet. */
  counts: z.object({ scoreOfTen: hundredths, passed: z.boolean() }).nullable(),
  /** When the next attempt may begin, where the verdict is `wait_first` or `not_open_yet`. */
  mayStartAt: instant.nullable(),
  /** The server's clock at the reply; the page counts down to `mayStartAt` by it. */
  serverNow: instant,
  verdict: z.enum(START_VERDICTS),
  /** Reading lessons still open; matters where the quiz requires them. */
  lessonsLeft: z.number().int(),
  previous: neighbour,
  next: neighbour,
});
export type MyQuiz = z.output<typeof myQuiz>;

export const enrolmentRow = z.object({
  id,
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  courseId: id,
  courseCode: z.string(),
  courseTitle: z.string(),
  state: z.enum(ENROLMENT_STATES),
  progress,
  dueOn: day.nullable(),
  dueState: z.enum(DUE_STATES),
  attemptsUsed: z.number().int(),
  scoreOfTen: hundredths.nullable(),
  enrolledAt: instant,
  completedAt: instant.nullable(),
});
export type EnrolmentRow = z.output<typeof enrolmentRow>;

export const enrolOutcome = z.object({
  enrolled: z.number().int(),
  already: z.number().int(),
  /** Named but outside the own scope or without a present position. */
  skipped: z.number().int(),
});

/** A completion whose ground was taken away by marking anew; nothing is withdrawn without a person's decision. */
export const completionInDoubt = z.object({
  id,
  enrolmentId: id,
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  courseTitle: z.string(),
  quizTitle: z.string(),
  scoreBefore: hundredths.nullable(),
  scoreNow: hundredths.nullable(),
  since: instant,
  certificateId: id.nullable(),
  certificateNo: z.string().nullable(),
  /** Null: waits for HR. */
  decision: z.enum(['kept', 'to_revoke', 'ground_returned']).nullable(),
  note: z.string(),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
});
export type CompletionInDoubt = z.output<typeof completionInDoubt>;

export const enrolmentEndpoints = {
  listCompletionsInDoubt: endpoint({
    method: 'GET',
    path: '/api/completions-in-doubt',
    summary: 'Completions, and their certificates, that would not stand after a regrade.',
    query: pageQuery.extend({ open: z.enum(['true', 'false']).optional() }),
    response: pageOf(completionInDoubt),
    permission: 'completion.read',
    errors: [],
  }),
  decideCompletionInDoubt: endpoint({
    method: 'POST',
    path: '/api/completions-in-doubt/:doubtId/decide',
    summary: 'Keeps a completion, or notes that its certificate is to be revoked, with a reason.',
    params: params('doubtId'),
    body: z.object({ decision: z.enum(['kept', 'to_revoke']), note: text(1_000) }),
    response: ok,
    permission: 'enrolment.assign',
    errors: ['not_found', 'doubt_decided'],
  }),
  listMyEnrolments: endpoint({
    ...ROUTES.listMyEnrolments,
    summary: 'Own courses and programmes with progress and due state, and why they are asked.',
    response: z.object({ items: z.array(myEnrolment), programmes: z.array(myProgramme) }),
    permission: 'learning.take',
    errors: [],
  }),
  readMyCourse: endpoint({
    ...ROUTES.readMyCourse,
    summary: 'One own course: modules and lessons with their state.',
    params: params('enrolmentId'),
    response: myCourse,
    permission: 'learning.take',
    errors: ['not_found'],
  }),
  readMyLesson: endpoint({
    ...ROUTES.readMyLesson,
    summary: 'One lesson to read.',
    params: params('enrolmentId', 'lessonId'),
    response: myLesson,
    permission: 'learning.take',
    errors: ['not_found'],
  }),
  recordProgress: endpoint({
    ...ROUTES.recordProgress,
    summary: 'Keeps the reading position and marks a lesson as finished; finished stays finished.',
    params: params('enrolmentId', 'lessonId'),
    body: z.object({
      position: z.number().min(0).max(1),
      done: z.boolean(),
      /** Seconds of reading since the last report. */
      seconds: z.number().int().min(0).max(3_600).default(0),
    }),
    response: z.object({ state: lessonState, progress }),
    permission: 'learning.take',
    errors: ['not_found', 'enrolment_closed'],
  }),
  readMyQuiz: endpoint({
    ...ROUTES.readMyQuiz,
    summary: 'The rules of a quiz, own attempts, and whether one may start.',
    params: params('enrolmentId', 'lessonId'),
    response: myQuiz,
    permission: 'learning.take',
    errors: ['not_found', 'quiz_not_in_course'],
  }),
  startAttempt: endpoint({
    ...ROUTES.startAttempt,
    summary: 'Starts an attempt, or answers with the one that is open.',
    params: params('enrolmentId', 'lessonId'),
    body: z.object({ password: z.string().max(200).nullable().default(null) }),
    response: z.object({ attemptId: id }),
    permission: 'learning.take',
    errors: [
      'not_found',
      'quiz_not_in_course',
      'enrolment_closed',
      'attempts_exhausted',
      'lessons_not_finished',
      'already_passed',
      'not_open_yet',
      'quiz_closed',
      'wait_first',
      'wrong_quiz_password',
      'network_not_allowed',
    ],
  }),
  enrol: endpoint({
    method: 'POST',
    path: '/api/enrolments',
    summary: 'Enrols officers, or all officers of a unit subtree, into a published course.',
    body: z.object({
      courseId: id,
      officerIds: z.array(id).max(5_000).default([]),
      unitId: id.nullable().default(null),
      dueOn: day.nullable(),
      reason: z.string().max(500).default(''),
      /** Counts only; changes nothing. */
      dryRun: z.boolean().default(false),
    }),
    response: enrolOutcome,
    permission: 'enrolment.assign',
    errors: ['not_found', 'course_not_published'],
  }),
  listEnrolments: endpoint({
    method: 'GET',
    path: '/api/enrolments',
    summary: 'Enrolments of officers in the own subtree.',
    query: pageQuery.extend({
      courseId: id.optional(),
      unitId: id.optional(),
      state: z.enum(ENROLMENT_STATES).optional(),
      due: z.enum(['overdue', 'soon']).optional(),
    }),
    response: pageOf(enrolmentRow),
    permission: 'completion.read',
    errors: [],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/api/enrolments/:enrolmentId/withdraw',
    summary: 'Withdraws an enrolment that is not completed; its history stays.',
    params: params('enrolmentId'),
    body: z.object({ reason: text(500) }),
    response: ok,
    permission: 'enrolment.assign',
    errors: ['not_found', 'enrolment_closed'],
  }),
};
