/** The room of the coverage matrix: units down, courses and programmes across, as of any day. */
import { z } from 'zod';
import { day, hundredths, id, pageOf, pageQuery } from './common';
import { endpoint } from './endpoint';
import { UNIT_KINDS } from './organisation';

/** then: under the unit of that day; now: under the unit that stands for it today. */
export const COVERAGE_BY = ['then', 'now'] as const;
/** done; due: still to do; overdue: past its day; exempt: excused. */
const STATES = ['done', 'due', 'overdue', 'exempt'] as const;
const MOST_SUBJECTS = 60;

/** Several ids in a query string, with commas between. */
const ids = z
  .string()
  .max(37 * MOST_SUBJECTS)
  .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/);

/** What a look at coverage is of; the same for the matrix, the names below it and their files. */
export const coverageView = z.object({
  /** Default, and latest: today. */
  asOf: day.optional(),
  by: z.enum(COVERAGE_BY).default('then'),
  audienceId: id.optional(),
  /** Courses and programmes; default: those with the most people. */
  subjects: ids.optional(),
  rule: z.enum(['assigned', 'everyone']).default('assigned'),
  /** Of those who have to, how many percent must have done it. */
  percent: z.coerce.number().int().min(1).max(100).default(100),
});
export type CoverageView = z.output<typeof coverageView>;

export const coverageSubject = z.object({
  id,
  kind: z.enum(['course', 'programme']),
  code: z.string(),
  title: z.string(),
});
export type CoverageSubject = z.output<typeof coverageSubject>;

export const coverageUnit = z.object({
  id,
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  parentId: id.nullable(),
  /** Who served here and below on that day, of the audience. */
  officers: z.number().int(),
  /** Of them those who have done, or are exempt from, every subject shown. */
  complete: z.number().int(),
  /**
   * For all subjects together and then for each: enrolments done, due, overdue, exempt, then persons likewise; see
   * `coverageAt` of the rules. Empty: all nought.
   */
  figures: z.array(z.number().int()),
  verdict: z.enum(['covered', 'behind', 'none']),
});
export type CoverageUnit = z.output<typeof coverageUnit>;

export const coverageMatrix = z.object({
  asOf: day,
  subjects: z.array(coverageSubject),
  /** Parents before children, brothers by name. */
  units: z.array(coverageUnit),
  communes: z.object({
    covered: z.number().int(),
    behind: z.number().int(),
    none: z.number().int(),
  }),
  /** Officers of that day whose unit has no successor today. */
  unplaced: z.number().int(),
});
export type CoverageMatrix = z.output<typeof coverageMatrix>;

export const coveragePerson = z.object({
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  jobPosition: z.string(),
  unitName: z.string(),
  state: z.enum(STATES),
  courseTitle: z.string(),
  courseCode: z.string(),
  subjectId: id,
  enrolledOn: day.nullable(),
  dueOn: day.nullable(),
  doneOn: day.nullable(),
  scoreOfTen: hundredths.nullable(),
});
export type CoveragePerson = z.output<typeof coveragePerson>;

const peopleQuery = coverageView.extend({
  unitId: id,
  subjectId: id.optional(),
  /** left: due or overdue. */
  state: z.enum(['left', ...STATES]).optional(),
});
export type CoveragePeopleView = z.output<typeof peopleQuery>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const coverageEndpoints = {
  readCoverageMatrix: endpoint({
    method: 'GET',
    path: '/api/coverage',
    summary: 'The coverage matrix of the own subtree as of a day.',
    query: coverageView,
    response: coverageMatrix,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  listCoverageSubjects: endpoint({
    method: 'GET',
    path: '/api/coverage/subjects',
    summary:
      'Courses and programmes that somebody of the own subtree has to take, those with the most people first.',
    response: z.object({ items: z.array(coverageSubject.extend({ persons: z.number().int() })) }),
    permission: 'completion.read',
    errors: [],
  }),
  listCoveragePeople: endpoint({
    method: 'GET',
    path: '/api/coverage/people',
    summary: 'The names behind a cell of the matrix.',
    query: peopleQuery.extend(pageQuery.shape),
    response: pageOf(coveragePerson).extend({
      unitName: z.string(),
      asOf: day,
      /** Served here then, and elsewhere today: counted, not named. */
      elsewhere: z.number().int(),
    }),
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  readCoverageBook: endpoint({
    method: 'GET',
    path: '/api/coverage/matrix.xlsx',
    summary: 'The matrix as a sheet for Excel.',
    query: coverageView,
    file: XLSX,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  readCoveragePeopleBook: endpoint({
    method: 'GET',
    path: '/api/coverage/people.xlsx',
    summary: 'The names behind a cell as a list for Excel; audited.',
    query: peopleQuery.extend({ search: z.string().max(200).optional() }),
    file: XLSX,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
};
