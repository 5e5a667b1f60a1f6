/** The room of news: each event's shape, and who hears it. Payloads hold ids, never personal data. */
import { z } from 'zod';
import { hundredths, id } from './common';

export const EVENTS = {
  /**
   * The result of an attempt stands: it has been marked, or marked anew (previews make none). `contextId` is what the
   * starter gave; `regraded` tells that an earlier result was replaced.
   */
  AttemptGraded: {
    payload: z.object({
      attemptId: id,
      contextId: id,
      quizId: id,
      scoreOfTen: hundredths,
      passed: z.boolean(),
      regraded: z.boolean().default(false),
    }),
    heardBy: ['enrolment.on-attempt-graded'],
  },
  /** A staff list is to be read, checked or applied, or those for whom it opened accounts are to be told by mail. */
  OfficerImportAsked: {
    payload: z.object({ importId: id, step: z.enum(['read', 'check', 'apply', 'invite']) }),
    heardBy: ['organisation.officer-import'],
  },
  /** A course version has been published. */
  CoursePublished: {
    payload: z.object({ courseId: id, courseVersionId: id }),
    heardBy: ['enrolment.on-course-published'],
  },
  /** A lesson has been finished by its reader. */
  LessonFinished: {
    payload: z.object({ enrolmentId: id, lessonKey: id }),
    heardBy: ['enrolment.on-lesson-finished'],
  },
  /** Emitted exactly once per enrolment. */
  CourseCompleted: {
    payload: z.object({ enrolmentId: id }),
    heardBy: [
      'certification.on-course-completed',
      'enrolment.programme-progress',
      'enrolment.hours',
    ],
  },
  /** Emitted exactly once per officer's way through a programme; nobody hears it yet. */
  ProgrammeCompleted: {
    payload: z.object({ programmeEnrolmentId: id }),
    heardBy: [],
  },
  /** The register number is allotted; the PDF follows. */
  CertificateIssued: {
    payload: z.object({ certificateId: id }),
    heardBy: ['certification.render'],
  },
  CertificateStored: {
    payload: z.object({ certificateId: id }),
    heardBy: ['notification.on-certificate-stored'],
  },
  /** An appeal of an officer has been answered. */
  AppealAnswered: {
    payload: z.object({ appealId: id }),
    heardBy: ['notification.on-appeal-answered'],
  },
  /** The day of a saved list has come for one of those who get it, and there is something in it. */
  ListReady: {
    payload: z.object({ sendingId: id }),
    heardBy: ['notification.on-list-ready'],
  },
  CertificateExportRequested: {
    payload: z.object({ exportId: id }),
    heardBy: ['certification.export'],
  },
} as const satisfies Record<string, { payload: z.ZodType; heardBy: readonly string[] }>;

export type EventName = keyof typeof EVENTS;
export type EventPayload<E extends EventName> = z.output<(typeof EVENTS)[E]['payload']>;
