/** The room of audiences: saved rules that say who is meant, asked anew each time. */
import { z } from 'zod';
import { day, id, instant, ok, pageOf, pageQuery, params, text } from './common';
import { endpoint } from './endpoint';
import { STAFF_CATEGORIES, UNIT_KINDS } from './organisation';

/** Whether only those in a leadership post are meant, only the others, or both. */
export const AUDIENCE_LEADERSHIP = ['any', 'leaders', 'others'] as const;

/** What somebody has, or has not, completed; of a course or of a programme. */
export const audienceCompleted = z.object({
  courseId: id.nullable().default(null),
  programmeId: id.nullable().default(null),
  /** Only completions from that day on count; null: all. */
  since: day.nullable().default(null),
  /** False: whoever has not completed it. */
  done: z.boolean(),
});

/**
 * Who is meant. Every condition that is given must hold; a list holds where one of its entries does. An empty rule means
 * everybody in the audience's unit and below it.
 */
export const audienceRule = z.object({
  /** Subtrees; what came of a unit that was merged or split stands for it. */
  unitIds: z.array(id).max(500).default([]),
  unitKinds: z.array(z.enum(UNIT_KINDS)).max(20).default([]),
  jobPositions: z.array(text(200)).max(200).default([]),
  ranks: z.array(text(200)).max(200).default([]),
  staffCategories: z.array(z.enum(STAFF_CATEGORIES)).max(5).default([]),
  leadership: z.enum(AUDIENCE_LEADERSHIP).default('any'),
  /** First and last day of the appointment to the leadership post. */
  appointedFrom: day.nullable().default(null),
  appointedTo: day.nullable().default(null),
  completed: audienceCompleted.nullable().default(null),
  /** Members without fitting the rule, while they are in the audience's unit or below it. */
  include: z.array(id).max(2_000).default([]),
  /** Never members. */
  exclude: z.array(id).max(2_000).default([]),
});
export type AudienceRule = z.output<typeof audienceRule>;

export const audienceRow = z.object({
  id,
  name: z.string(),
  unitId: id,
  unitName: z.string(),
  rule: audienceRule,
  /** Of today. */
  members: z.number().int(),
  updatedAt: instant,
  archivedAt: instant.nullable(),
});
export type AudienceRow = z.output<typeof audienceRow>;

const namedOfficer = z.object({
  id,
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
});
export type NamedOfficer = z.output<typeof namedOfficer>;

export const audience = audienceRow.omit({ members: true }).extend({
  revision: z.number().int(),
  /** The officers whom the rule names, those in the own scope. */
  officers: z.array(namedOfficer),
  /** Names of units that the rule names and that are no more, so that the rule can be read. */
  pastUnits: z.array(z.object({ id, name: z.string() })),
});
export type Audience = z.output<typeof audience>;

export const audienceMember = namedOfficer.extend({
  jobPosition: z.string(),
  rank: z.string().nullable(),
  leadership: z.string().nullable(),
  appointedOn: day.nullable(),
  /** A member by name and not, or not only, by the rule. */
  named: z.boolean(),
});
export type AudienceMember = z.output<typeof audienceMember>;

export const audienceInput = z.object({ name: text(200, 2), unitId: id, rule: audienceRule });

const choice = z.object({ value: z.string(), officers: z.number().int() });

export const audienceEndpoints = {
  listAudiences: endpoint({
    method: 'GET',
    path: '/api/audiences',
    summary: 'Audiences of the own subtree with how many members they have today.',
    query: pageQuery.extend({ archived: z.enum(['true', 'false']).optional() }),
    response: pageOf(audienceRow),
    permission: 'enrolment.assign',
    errors: [],
  }),
  readAudience: endpoint({
    method: 'GET',
    path: '/api/audiences/:audienceId',
    summary: 'One audience: its rule, and the officers that the rule names.',
    params: params('audienceId'),
    response: audience,
    permission: 'enrolment.assign',
    errors: ['not_found'],
  }),
  createAudience: endpoint({
    method: 'POST',
    path: '/api/audiences',
    summary: 'Saves a rule under a name.',
    body: audienceInput,
    response: z.object({ id }),
    permission: 'enrolment.assign',
    errors: ['not_found', 'audience_completion_unclear'],
  }),
  updateAudience: endpoint({
    method: 'PUT',
    path: '/api/audiences/:audienceId',
    summary: 'Changes name, unit and rule; whoever is meant from then on is computed anew.',
    params: params('audienceId'),
    body: audienceInput.extend({ revision: z.number().int() }),
    response: z.object({ revision: z.number().int() }),
    permission: 'enrolment.assign',
    errors: ['not_found', 'stale_revision', 'audience_completion_unclear'],
  }),
  archiveAudience: endpoint({
    method: 'POST',
    path: '/api/audiences/:audienceId/archive',
    summary: 'Puts an audience away that no running assignment uses, or takes it out again.',
    params: params('audienceId'),
    body: z.object({ archived: z.boolean() }),
    response: ok,
    permission: 'enrolment.assign',
    errors: ['not_found', 'audience_in_use'],
  }),
  previewAudience: endpoint({
    method: 'POST',
    path: '/api/audiences/preview',
    summary: 'Whom a rule means today, saved or not, by page; changes nothing.',
    body: z.object({
      unitId: id,
      rule: audienceRule,
      page: z.number().int().min(1).max(100_000).default(1),
      pageSize: z.number().int().min(1).max(200).default(30),
      search: z.string().max(200).default(''),
    }),
    response: pageOf(audienceMember).extend({
      /** Of all members, whatever the search. */
      members: z.number().int(),
      units: z.number().int(),
    }),
    permission: 'enrolment.assign',
    errors: ['not_found', 'audience_completion_unclear'],
  }),
  listAudienceChoices: endpoint({
    method: 'GET',
    path: '/api/audience-choices',
    summary:
      'What officers of a unit subtree hold as posts and ranks: what a rule may choose from.',
    query: z.object({ unitId: id }),
    response: z.object({ jobPositions: z.array(choice), ranks: z.array(choice) }),
    permission: 'enrolment.assign',
    errors: ['not_found'],
  }),
};
