/** The room of programmes: courses in sets, approved by a decision before they are used. */
import { z } from 'zod';
import { day, id, instant, ok, params, text } from './common';
import { endpoint } from './endpoint';
import { CONTENT_GROUPS, DELIVERY_FORMS } from './learning';

/** What still keeps a programme from being completed. */
export const PROGRAMME_GAPS = [
  'sets',
  'marks',
  'attendance',
  'attendance_unknown',
  'conduct',
  'conduct_unknown',
  'minutes',
] as const;

/** Every course of the set; so many of them; courses of at least so many periods together. */
export const PROGRAMME_SET_KINDS = ['all', 'some', 'hours'] as const;

export const programmeSet = z.object({
  title: text(200),
  kind: z.enum(PROGRAMME_SET_KINDS),
  /** Of `some`: how many courses. */
  count: z.number().int().min(1).max(100).nullable().default(null),
  /** Of `hours`: how many periods (tiết). */
  hours: z.number().int().min(1).max(2_000).nullable().default(null),
  courseIds: z.array(id).max(100),
});
export type ProgrammeSet = z.output<typeof programmeSet>;

/** What is asked besides the courses. Circular 03/2023/TT-BNV art. 6: each test at half of the scale, attended, no breach. */
export const programmeRules = z.object({
  /** Every quiz of every course that counts reaches so many percent of its scale. */
  minimumPercent: z.number().int().min(0).max(100).default(50),
  /** Of the sessions, as HR records it; null: not asked. */
  attendancePercent: z.number().int().min(1).max(100).nullable().default(null),
  /** HR confirms that the rules of study were kept. */
  conduct: z.boolean().default(false),
  /** Minutes spent on lessons and quizzes, all courses that count together; null: not asked. */
  minimumMinutes: z.number().int().min(1).max(60_000).nullable().default(null),
  /** At most so many minutes of one lesson count; null: all. */
  minutesCap: z.number().int().min(1).max(600).nullable().default(null),
});
export type ProgrammeRules = z.output<typeof programmeRules>;

export const programmeContent = z.object({
  title: text(300, 3),
  summary: z.string().max(2_000),
  audience: z.string().max(500),
  /** Periods (tiết) of the whole programme. */
  hours: z.number().int().min(1).max(2_000),
  contentGroup: z.enum(CONTENT_GROUPS),
  deliveryForm: z.enum(DELIVERY_FORMS),
  legalBasis: z.array(text(300)).max(20),
  sets: z.array(programmeSet).max(30),
  completion: programmeRules,
  /** Months from completion until it has to be renewed; null: it holds for good. */
  validityMonths: z.number().int().min(1).max(240).nullable(),
});
export type ProgrammeContent = z.output<typeof programmeContent>;

export const programmeProblem = z.object({
  code: z.enum([
    'no_sets',
    'set_without_courses',
    'set_asks_too_many',
    'set_asks_too_many_hours',
    'set_without_number',
    'course_not_published',
    'course_twice',
  ]),
  /** Title of the set or course concerned. */
  where: z.string(),
});
export type ProgrammeProblem = z.output<typeof programmeProblem>;

export const PROGRAMME_STATES = ['draft', 'approved'] as const;

export const programmeRow = z.object({
  id,
  code: z.string(),
  title: z.string(),
  unitId: id,
  unitName: z.string(),
  hours: z.number().int(),
  contentGroup: z.enum(CONTENT_GROUPS),
  deliveryForm: z.enum(DELIVERY_FORMS),
  courses: z.number().int(),
  draftNumber: z.number().int().nullable(),
  approvedNumber: z.number().int().nullable(),
  decisionNo: z.string().nullable(),
  decidedOn: day.nullable(),
  updatedAt: instant,
  archivedAt: instant.nullable(),
});
export type ProgrammeRow = z.output<typeof programmeRow>;

/** A course as a set shows it; its newest published version. */
export const programmeCourse = z.object({
  id,
  code: z.string(),
  title: z.string(),
  hours: z.number().int(),
  published: z.boolean(),
});
export type ProgrammeCourse = z.output<typeof programmeCourse>;

export const programme = z.object({
  id,
  code: z.string(),
  unitId: id,
  unitName: z.string(),
  archivedAt: instant.nullable(),
  number: z.number().int(),
  state: z.enum(PROGRAMME_STATES),
  revision: z.number().int(),
  decisionNo: z.string().nullable(),
  decidedOn: day.nullable(),
  content: programmeContent,
  courses: z.array(programmeCourse),
  /** What keeps a draft from being approved now; empty for an approved version. */
  problems: z.array(programmeProblem),
  versions: z.array(
    z.object({
      number: z.number().int(),
      state: z.enum(PROGRAMME_STATES),
      decisionNo: z.string().nullable(),
      decidedOn: day.nullable(),
      approvedAt: instant.nullable(),
      approvedByName: z.string().nullable(),
    }),
  ),
});
export type Programme = z.output<typeof programme>;

export const programmeEntry = z.object({
  id,
  code: z.string(),
  title: z.string(),
  hours: z.number().int(),
  versionNumber: z.number().int(),
  validityMonths: z.number().int().nullable(),
});
export type ProgrammeEntry = z.output<typeof programmeEntry>;

const revised = z.object({ revision: z.number().int() });

export const programmeEndpoints = {
  listProgrammes: endpoint({
    method: 'GET',
    path: '/api/programmes',
    summary: 'Programmes of the own subtree, by code.',
    query: z.object({ archived: z.enum(['true', 'false']).optional() }),
    response: z.object({ items: z.array(programmeRow) }),
    permission: 'programme.manage',
    errors: [],
  }),
  createProgramme: endpoint({
    method: 'POST',
    path: '/api/programmes',
    summary: 'Creates a programme with a first draft.',
    body: z.object({ code: text(40), unitId: id, content: programmeContent }),
    response: z.object({ id }),
    permission: 'programme.manage',
    errors: ['not_found', 'programme_code_taken'],
  }),
  readProgramme: endpoint({
    method: 'GET',
    path: '/api/programmes/:programmeId',
    summary:
      'A version of a programme; where none is named, the draft or else the newest approved one.',
    params: params('programmeId'),
    query: z.object({ version: z.coerce.number().int().min(1).optional() }),
    response: programme,
    permission: 'programme.manage',
    errors: ['not_found'],
  }),
  updateProgramme: endpoint({
    method: 'PUT',
    path: '/api/programmes/:programmeId/draft',
    summary: 'Saves the draft.',
    params: params('programmeId'),
    body: z.object({ content: programmeContent, revision: z.number().int() }),
    response: revised,
    permission: 'programme.manage',
    errors: ['not_found', 'no_draft', 'stale_revision'],
  }),
  beginProgrammeDraft: endpoint({
    method: 'POST',
    path: '/api/programmes/:programmeId/draft',
    summary: 'Begins the next draft as a copy of the newest approved version.',
    params: params('programmeId'),
    response: ok,
    permission: 'programme.manage',
    errors: ['not_found', 'draft_exists'],
  }),
  dropProgrammeDraft: endpoint({
    method: 'DELETE',
    path: '/api/programmes/:programmeId/draft',
    summary: 'Throws the draft away; with it a programme that was never approved.',
    params: params('programmeId'),
    response: ok,
    permission: 'programme.manage',
    errors: ['not_found', 'no_draft'],
  }),
  approveProgramme: endpoint({
    method: 'POST',
    path: '/api/programmes/:programmeId/draft/approve',
    summary: 'Approves the draft by a decision; from then on the version is immutable.',
    params: params('programmeId'),
    body: z.object({ decisionNo: text(100), decidedOn: day, revision: z.number().int() }),
    response: z.object({ number: z.number().int() }),
    permission: 'programme.manage',
    errors: [
      'not_found',
      'no_draft',
      'stale_revision',
      'programme_not_approvable',
      'decision_in_future',
    ],
  }),
  archiveProgramme: endpoint({
    method: 'POST',
    path: '/api/programmes/:programmeId/archive',
    summary: 'Puts a programme away, or takes it out again; whoever is on it goes on.',
    params: params('programmeId'),
    body: z.object({ archived: z.boolean() }),
    response: ok,
    permission: 'programme.manage',
    errors: ['not_found'],
  }),
  listProgrammeCatalogue: endpoint({
    method: 'GET',
    path: '/api/programme-catalogue',
    summary: 'Approved programmes, for whoever puts officers on them.',
    response: z.object({ items: z.array(programmeEntry) }),
    permission: 'enrolment.assign',
    errors: [],
  }),
};
