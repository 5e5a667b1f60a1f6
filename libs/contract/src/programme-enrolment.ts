/** The room of officers on their way through a programme. */
import { z } from 'zod';
import { day, id, instant, ok, pageOf, pageQuery, params, text } from './common';
import { endpoint } from './endpoint';
import { DUE_STATES, enrolOutcome, ENROLMENT_STATES } from './enrolment';
import { PROGRAMME_GAPS, PROGRAMME_SET_KINDS } from './programme';

export const programmeEnrolmentRow = z.object({
  id,
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  programmeId: id,
  versionNumber: z.number().int(),
  state: z.enum(ENROLMENT_STATES),
  doneSets: z.number().int(),
  totalSets: z.number().int(),
  dueOn: day.nullable(),
  dueState: z.enum(DUE_STATES),
  conductOk: z.boolean().nullable(),
  attendancePercent: z.number().int().nullable(),
  enrolledAt: instant,
  completedAt: instant.nullable(),
});
export type ProgrammeEnrolmentRow = z.output<typeof programmeEnrolmentRow>;

export const programmeProgress = z.object({
  code: z.string(),
  title: z.string(),
  hours: z.number().int(),
  decisionNo: z.string().nullable(),
  decidedOn: day.nullable(),
  sets: z.array(
    z.object({
      title: z.string(),
      kind: z.enum(PROGRAMME_SET_KINDS),
      /** Courses, or periods where the set asks for periods. */
      done: z.number().int(),
      needed: z.number().int(),
      complete: z.boolean(),
      courses: z.array(
        z.object({
          courseId: id,
          code: z.string(),
          title: z.string(),
          hours: z.number().int(),
          /** Null: not enrolled. */
          state: z.enum(ENROLMENT_STATES).nullable(),
          /** Completed, and it counts. */
          counts: z.boolean(),
          enrolmentId: id.nullable(),
        }),
      ),
    }),
  ),
  gaps: z.array(z.enum(PROGRAMME_GAPS)),
  minutes: z.number().int(),
  minimumMinutes: z.number().int().nullable(),
});

export const programmeEnrolment = programmeEnrolmentRow.extend({
  reason: z.string(),
  progress: programmeProgress,
});
export type ProgrammeEnrolment = z.output<typeof programmeEnrolment>;

export const programmeEnrolmentEndpoints = {
  enrolInProgramme: endpoint({
    method: 'POST',
    path: '/api/programmes/:programmeId/enrolments',
    summary:
      'Puts officers, or an audience, on the approved version of a programme and into its courses.',
    params: params('programmeId'),
    body: z.object({
      officerIds: z.array(id).max(5_000).default([]),
      audienceId: id.nullable().default(null),
      dueOn: day.nullable(),
      reason: z.string().max(500).default(''),
      /** Counts only; changes nothing. */
      dryRun: z.boolean().default(false),
    }),
    response: enrolOutcome,
    permission: 'enrolment.assign',
    errors: ['not_found', 'programme_not_approved'],
  }),
  listProgrammeEnrolments: endpoint({
    method: 'GET',
    path: '/api/programmes/:programmeId/enrolments',
    summary: 'Officers of the own subtree on a programme.',
    params: params('programmeId'),
    query: pageQuery.extend({ state: z.enum(ENROLMENT_STATES).optional(), unitId: id.optional() }),
    response: pageOf(programmeEnrolmentRow),
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  readProgrammeEnrolment: endpoint({
    method: 'GET',
    path: '/api/programme-enrolments/:programmeEnrolmentId',
    summary: 'How far an officer is on a programme, set by set, and what is missing.',
    params: params('programmeEnrolmentId'),
    response: programmeEnrolment,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  recordProgrammeConduct: endpoint({
    method: 'POST',
    path: '/api/programmes/:programmeId/conduct',
    summary:
      'Records attendance and conduct of officers on a programme; absent parts stay as they are.',
    params: params('programmeId'),
    body: z.object({
      ids: z.array(id).min(1).max(1_000),
      conductOk: z.boolean().nullable().optional(),
      attendancePercent: z.number().int().min(0).max(100).nullable().optional(),
    }),
    response: z.object({ recorded: z.number().int(), completed: z.number().int() }),
    permission: 'enrolment.assign',
    errors: ['not_found'],
  }),
  withdrawFromProgramme: endpoint({
    method: 'POST',
    path: '/api/programme-enrolments/:programmeEnrolmentId/withdraw',
    summary:
      'Takes an officer off a programme; courses made for it that nobody has begun go with it.',
    params: params('programmeEnrolmentId'),
    body: z.object({ reason: text(500) }),
    response: ok,
    permission: 'enrolment.assign',
    errors: ['not_found', 'enrolment_closed'],
  }),
};
