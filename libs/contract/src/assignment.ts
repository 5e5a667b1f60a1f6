/** The room of assignments: who has to take what until when, why, and who is excused. */
import { z } from 'zod';
import { day, id, instant, text } from './common';

/** draft: nobody has been told; active: the reconciler keeps it; paused: it rests; ended: history. */
export const ASSIGNMENT_STATES = ['draft', 'active', 'paused', 'ended'] as const;
/**
 * waiting: not yet the time (a renewal window that has not opened, an appointment date that is not known); left: no
 * longer of the audience, or the assignment has ended.
 */
export const CASE_STATES = ['overdue', 'due', 'waiting', 'exempt', 'done', 'left'] as const;

const days = z.number().int().min(1).max(3_650);
const months = z.number().int().min(1).max(120);

export const assignmentDue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), day }),
  z.object({ kind: z.literal('after_assignment'), days }),
  z.object({ kind: z.literal('after_appointment'), days }),
  z.object({ kind: z.literal('after_completion'), months }),
]);
export type AssignmentDue = z.output<typeof assignmentDue>;

export const assignmentRecurrence = z.object({
  /** How long a completion holds. */
  validityMonths: months,
  /** From so many days before it runs out it may be renewed. */
  renewalWindowDays: z.number().int().min(0).max(730),
  /** A shorter course for those who renew; null: the same again. */
  renewalCourseId: id.nullable(),
});
export type AssignmentRecurrence = z.output<typeof assignmentRecurrence>;

export const assignmentTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('course'), id }),
  z.object({ kind: z.literal('programme'), id }),
]);
export type AssignmentTarget = z.output<typeof assignmentTarget>;

export const assignmentInput = z.object({
  title: text(200, 2),
  /** Only officers in this unit and below it. */
  unitId: id,
  audienceId: id,
  target: assignmentTarget,
  due: assignmentDue,
  recurrence: assignmentRecurrence.nullable(),
  /** Days after the due day before it counts as overdue. */
  graceDays: z.number().int().min(0).max(365),
  /** Whoever joins late, or comes back, gets at least so many days. */
  lateDays: z.number().int().min(0).max(365),
  reason: text(1_000),
  legalBasis: text(500, 0),
  startsOn: day,
  endsOn: day.nullable(),
});
export type AssignmentInput = z.output<typeof assignmentInput>;

/** How many officers stand in which state; of several occurrences the present one counts. */
export const caseCounts = z.object({
  due: z.number().int(),
  overdue: z.number().int(),
  waiting: z.number().int(),
  exempt: z.number().int(),
  done: z.number().int(),
  left: z.number().int(),
});
export type CaseCounts = z.output<typeof caseCounts>;

export const assignmentRow = assignmentInput.extend({
  id,
  unitName: z.string(),
  audienceName: z.string(),
  targetCode: z.string(),
  targetTitle: z.string(),
  renewalTitle: z.string().nullable(),
  state: z.enum(ASSIGNMENT_STATES),
  revision: z.number().int(),
  /** Officers of the own scope only. */
  counts: caseCounts,
  /** When the reconciler last looked at everybody. */
  reconciledAt: instant.nullable(),
  /** Whether the whole assignment lies in the own scope; otherwise it is seen and not changed. */
  own: z.boolean(),
});
export type AssignmentRow = z.output<typeof assignmentRow>;

/** Why a case stands as it stands; the screen makes sentences of it. */
export const caseBecause = z.object({
  /** member: in the audience; left: no more; ended: the assignment has; recurrence_ended: nothing is renewed any more. */
  via: z.enum(['member', 'left', 'ended', 'recurrence_ended']),
  /** at the start, later, or again. */
  joined: z.enum(['start', 'late', 'returned']),
  /** What the due day was counted from. */
  dueFrom: z.enum(['none', 'fixed', 'late', 'assignment', 'appointment', 'completion', 'renewal']),
  /** The appointment or the earlier completion that it was counted from. */
  base: day.nullable(),
  /** What a waiting case waits for. */
  waits: z.enum(['renewal', 'appointment']).nullable(),
  opensOn: day.nullable(),
});
export type CaseBecause = z.output<typeof caseBecause>;

export const caseRow = z.object({
  id,
  assignmentId: id,
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  jobPosition: z.string(),
  /** Empty where the officer holds no position any more. */
  unitName: z.string(),
  occurrence: z.number().int(),
  state: z.enum(CASE_STATES),
  because: caseBecause,
  since: day,
  dueOn: day.nullable(),
  extendedTo: day.nullable(),
  doneOn: day.nullable(),
  /** Lessons done and in all; null where there is no enrolment into a course. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
});
export type CaseRow = z.output<typeof caseRow>;

export const caseDetail = caseRow.extend({
  assignmentTitle: z.string(),
  audienceId: id,
  audienceName: z.string(),
  reason: z.string(),
  legalBasis: z.string(),
  due: assignmentDue,
  recurrence: assignmentRecurrence.nullable(),
  graceDays: z.number().int(),
  lateDays: z.number().int(),
  extensions: z.array(
    z.object({
      fromDay: day.nullable(),
      toDay: day,
      reason: z.string(),
      byName: z.string().nullable(),
      at: instant,
    }),
  ),
  exemption: z
    .object({
      reason: z.string(),
      legalBasis: z.string(),
      validFrom: day,
      validTo: day.nullable(),
      byName: z.string().nullable(),
    })
    .nullable(),
  occurrences: z.array(
    z.object({
      occurrence: z.number().int(),
      state: z.enum(CASE_STATES),
      since: day,
      dueOn: day.nullable(),
      doneOn: day.nullable(),
    }),
  ),
});
export type CaseDetail = z.output<typeof caseDetail>;

/** A condition on which it depends whether somebody is of an assignment; `units` to `not_completed` are the audience's rule. */
export const STANDING_GROUNDS = [
  'excluded',
  'audience_unit',
  'assignment_unit',
  'named',
  'units',
  'unit_kinds',
  'job_positions',
  'ranks',
  'staff_categories',
  'leadership',
  'appointed',
  'completed',
  'not_completed',
] as const;

export const standingGround = z.object({
  kind: z.enum(STANDING_GROUNDS),
  holds: z.boolean(),
  /**
   * Names, or words of the contract for kinds of units, categories and leadership; of `appointed` the first and last day,
   * of a completion its title and from which day on it counts; empty where there is none.
   */
  asked: z.array(z.string()),
  /** What the officer has of it; null: nothing. */
  actual: z.string().nullable(),
});
export type StandingGround = z.output<typeof standingGround>;

/** Why somebody is, or is not, asked something by an assignment; as the reconciler sees it, asked now. */
export const officerStanding = z.object({
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  jobPosition: z.string(),
  unitName: z.string(),
  audienceName: z.string(),
  assignmentState: z.enum(ASSIGNMENT_STATES),
  /** For which day it was decided: today, or the first day of an assignment that is ahead. */
  on: day,
  /** Past its last day, or ended by hand. */
  over: z.boolean(),
  member: z.boolean(),
  /** A member fulfils all but `excluded`, and may be `named` in place of the rule. */
  grounds: z.array(standingGround),
  /** Null: nothing is asked of the officer. */
  decided: z
    .object({
      occurrence: z.number().int(),
      state: z.enum(CASE_STATES),
      because: caseBecause,
      since: day,
      dueOn: day.nullable(),
      extendedTo: day.nullable(),
      doneOn: day.nullable(),
    })
    .nullable(),
  /** The newest case that is stored; null: none. */
  caseId: id.nullable(),
  completedOn: day.nullable(),
  /** Until when that completion holds; null where it does not run out. */
  validUntil: day.nullable(),
  exemption: caseDetail.shape.exemption,
  graceDays: z.number().int(),
  lateDays: z.number().int(),
});
export type OfficerStanding = z.output<typeof officerStanding>;

/** What activating would do today. */
export const assignmentPreview = z.object({
  members: z.number().int(),
  counts: caseCounts,
  /** Officers who would get a new enrolment. */
  toEnrol: z.number().int(),
  /** The earliest and the last due day. */
  firstDue: day.nullable(),
  lastDue: day.nullable(),
});
export type AssignmentPreview = z.output<typeof assignmentPreview>;

export const reconcileOutcome = z.object({
  officers: z.number().int(),
  /** Cases that were made or changed. */
  changed: z.number().int(),
  enrolled: z.number().int(),
});
export type ReconcileOutcome = z.output<typeof reconcileOutcome>;

export const EXCEPTION_KINDS = ['exemption', 'extension'] as const;

export const exceptionRow = z.object({
  id,
  kind: z.enum(EXCEPTION_KINDS),
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  /** The assignment, or the course or programme that the exemption holds for everywhere. */
  subject: z.string(),
  assignmentId: id.nullable(),
  reason: z.string(),
  legalBasis: z.string(),
  /** Exemption: first and last day. Extension: from which due day to which. */
  fromDay: day.nullable(),
  toDay: day.nullable(),
  /** Whether it holds today. */
  active: z.boolean(),
  byName: z.string().nullable(),
  at: instant,
});
export type ExceptionRow = z.output<typeof exceptionRow>;
