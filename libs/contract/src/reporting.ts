/** The room of reports: reads everything, owns nothing. */
import { z } from 'zod';
import { hundredths, id } from './common';
import { endpoint } from './endpoint';
import { UNIT_KINDS } from './organisation';

/** Persons and enrolments are counted apart: one officer may have several enrolments. */
export const coverageRow = z.object({
  unitId: id,
  unitName: z.string(),
  kind: z.enum(UNIT_KINDS),
  parentId: id.nullable(),
  /** Officers in the unit and below it. */
  officers: z.number().int(),
  /** Persons with at least one enrolment that counts. */
  persons: z.number().int(),
  enrolments: z.number().int(),
  completed: z.number().int(),
  inProgress: z.number().int(),
  notStarted: z.number().int(),
  overdue: z.number().int(),
  /** Every enrolment in the unit and below it is completed, and there is at least one. */
  covered: z.boolean(),
});
export type CoverageRow = z.output<typeof coverageRow>;

export const reportingEndpoints = {
  readCoverage: endpoint({
    method: 'GET',
    path: '/api/reports/coverage',
    summary: 'Coverage by unit of the own subtree, for one course or all.',
    query: z.object({ courseId: id.optional() }),
    response: z.object({ items: z.array(coverageRow) }),
    permission: 'completion.read',
    errors: [],
  }),
  readOverview: endpoint({
    method: 'GET',
    path: '/api/reports/overview',
    summary: 'The first look of HR: where are we not at 100 %?',
    response: z.object({
      unitName: z.string(),
      officers: z.number().int(),
      persons: z.number().int(),
      enrolments: z.number().int(),
      completed: z.number().int(),
      overdue: z.number().int(),
      certificates: z.number().int(),
      communes: z.object({ covered: z.number().int(), total: z.number().int() }),
      courses: z.array(
        z.object({
          courseId: id,
          code: z.string(),
          title: z.string(),
          enrolments: z.number().int(),
          completed: z.number().int(),
          overdue: z.number().int(),
          meanScoreOfTen: hundredths.nullable(),
        }),
      ),
    }),
    permission: 'completion.read',
    errors: [],
  }),
};
