/** The room of classes: a course held in one place for the people of one area, recorded with who took part. */
import { z } from 'zod';
import { day, hundredths, id, instant, pageOf, pageQuery, params, text } from './common';
import { endpoint } from './endpoint';
import { DELIVERY_FORMS } from './learning';
import { UNIT_KINDS } from './organisation';

export const trainingClassRow = z.object({
  id,
  title: z.string(),
  courseId: id,
  courseTitle: z.string(),
  /** The unit that it was held for, as it was called then. */
  unitId: id,
  unitName: z.string(),
  unitKind: z.enum(UNIT_KINDS),
  /** Below the level of the province and its departments. */
  isLocal: z.boolean(),
  place: z.string(),
  deliveryForm: z.enum(DELIVERY_FORMS),
  startsOn: day,
  /** The last day. */
  endsOn: day,
  participants: z.number().int(),
});
export type TrainingClassRow = z.output<typeof trainingClassRow>;

export const trainingClass = trainingClassRow.extend({
  hours: z.number().int(),
  organiser: z.string(),
  /** Number of the decision that opened it. */
  documentNo: z.string(),
  note: z.string(),
  recordedAt: instant,
});
export type TrainingClass = z.output<typeof trainingClass>;

export const classParticipant = z.object({
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  /** Where the officer worked on the last day of the class. */
  unitThen: z.string(),
  /** Where the officer works now; null for who has left. */
  unitNow: z.string().nullable(),
  scoreOfTen: hundredths.nullable(),
});
export type ClassParticipant = z.output<typeof classParticipant>;

/** Classes of a year, and how many took part: persons once, enrolments each time. */
export const classYear = z.object({
  year: z.number().int(),
  classes: z.number().int(),
  localClasses: z.number().int(),
  enrolments: z.number().int(),
  persons: z.number().int(),
});
export type ClassYear = z.output<typeof classYear>;

export const CLASS_LINE_PROBLEMS = [
  'officer_unknown',
  'officer_twice',
  'bad_score',
  'taken_already',
] as const;

/** A pasted line as it was understood. */
export const classLine = z.object({
  /** Counted from 1. */
  line: z.number().int(),
  staffCode: z.string(),
  officerId: id.nullable(),
  fullName: z.string(),
  scoreOfTen: hundredths.nullable(),
  problem: z.enum(CLASS_LINE_PROBLEMS).nullable(),
});
export type ClassLine = z.output<typeof classLine>;

/** The longest list of one class. */
export const MOST_PARTICIPANTS = 1_000;

export const trainingClassEndpoints = {
  listTrainingClasses: endpoint({
    method: 'GET',
    path: '/api/classes',
    summary:
      'Classes held for units of the own subtree and for those they came from, newest first.',
    query: pageQuery.extend({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    response: pageOf(trainingClassRow).extend({
      /** Every year that has classes, the newest first. */
      years: z.array(classYear),
    }),
    permission: 'completion.read',
    errors: [],
  }),
  readTrainingClass: endpoint({
    method: 'GET',
    path: '/api/classes/:classId',
    summary: 'One class.',
    params: params('classId'),
    response: trainingClass,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  listClassParticipants: endpoint({
    method: 'GET',
    path: '/api/classes/:classId/participants',
    summary: 'Who took part, as far as they worked in the own subtree then or work in it now.',
    params: params('classId'),
    query: pageQuery,
    response: pageOf(classParticipant),
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  checkClassList: endpoint({
    method: 'POST',
    path: '/api/classes/check',
    summary: 'Reads a pasted list (staff code and mark, one person a line); nothing is entered.',
    body: z.object({ courseId: id, endsOn: day, list: z.string().max(200_000) }),
    response: z.object({ lines: z.array(classLine) }),
    permission: 'enrolment.assign',
    errors: ['not_found', 'class_list_too_long'],
  }),
  recordTrainingClass: endpoint({
    method: 'POST',
    path: '/api/classes',
    summary:
      'Enters a class that was held: its participants have completed the course, and their hours count.',
    body: z.object({
      title: text(300, 3),
      courseId: id,
      unitId: id,
      place: text(200, 0),
      deliveryForm: z.enum(DELIVERY_FORMS),
      startsOn: day,
      endsOn: day,
      organiser: text(200, 2),
      documentNo: text(100, 0).default(''),
      note: text(1_000, 0).default(''),
      /** Completes as if it had been done here: certificates, programmes and notices follow. */
      certify: z.boolean().default(false),
      participants: z
        .array(z.object({ officerId: id, scoreOfTen: hundredths.max(1_000).nullable() }))
        .min(1)
        .max(MOST_PARTICIPANTS),
    }),
    response: z.object({ id }),
    permission: 'enrolment.assign',
    errors: [
      'not_found',
      'course_not_published',
      'hours_in_future',
      'dates_reversed',
      'class_list_outdated',
    ],
  }),
};
