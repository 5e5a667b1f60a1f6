/** The room of one officer: who it is, where they have worked, and what will change on a day ahead. */
import { z } from 'zod';
import { day, id, instant, ok, params, text } from './common';
import { endpoint } from './endpoint';
import { officerRow, postDetails, STAFF_CATEGORIES } from './organisation';

/** An officer's work in a unit, from a day to a day. */
export const officerPosition = z.object({
  id,
  unitId: id,
  /** As it is called today; papers keep the name of their day. */
  unitName: z.string(),
  /** Units above it, the highest first. */
  unitPath: z.array(z.string()),
  jobPosition: z.string(),
  rank: z.string().nullable(),
  leadership: z.string().nullable(),
  appointedOn: day.nullable(),
  staffCategory: z.enum(STAFF_CATEGORIES),
  decisionNo: z.string().nullable(),
  /** Why the officer left with it. */
  endReason: z.string().nullable(),
  validFrom: day,
  /** First day on which it is no more. */
  validTo: day.nullable(),
});
export type OfficerPosition = z.output<typeof officerPosition>;

/** A change of post that waits for its day. */
export const plannedChange = z.object({
  id,
  kind: z.enum(['post', 'leave']),
  effectiveOn: day,
  /** Of the new post. */
  unitName: z.string().nullable(),
  jobPosition: z.string().nullable(),
  leadership: z.string().nullable(),
  reason: z.string().nullable(),
  /** Who asked for it; null for the system. */
  askedBy: z.string().nullable(),
  askedAt: instant,
  /** Its day is over and it could not be done: the unit is no more. */
  stuck: z.boolean(),
});
export type PlannedChange = z.output<typeof plannedChange>;

export const officerProfile = officerRow.extend({
  /** The newest first. */
  positions: z.array(officerPosition),
  planned: z.array(plannedChange),
  /** Whether the asker may change this officer. */
  mayManage: z.boolean(),
});
export type OfficerProfile = z.output<typeof officerProfile>;

/** A new post, from a day on; what is absent stays as it was. */
export const postChange = z.object({
  effectiveOn: day,
  unitId: id,
  jobPosition: text(120),
  ...postDetails,
  /** Decision by which it begins. */
  decisionNo: text(120).nullable().optional(),
});
export type PostChange = z.output<typeof postChange>;

/** A position as it should have been written down. */
export const positionCorrection = z.object({
  unitId: id,
  jobPosition: text(120),
  rank: text(120).nullable(),
  leadership: text(120).nullable(),
  appointedOn: day.nullable(),
  staffCategory: z.enum(STAFF_CATEGORIES),
  decisionNo: text(120).nullable(),
  validFrom: day,
  validTo: day.nullable(),
});

/** A position of the past, with its first day and the first day after it. */
export const pastPosition = positionCorrection.extend({ validTo: day });
export type PastPosition = z.output<typeof pastPosition>;

export const officerEndpoints = {
  readOfficer: endpoint({
    method: 'GET',
    path: '/api/officers/:officerId',
    summary: 'One officer with all positions over time and the changes that are ahead.',
    params: params('officerId'),
    response: officerProfile,
    permission: 'officer.read',
    errors: ['not_found'],
  }),
  changePost: endpoint({
    method: 'POST',
    path: '/api/officers/:officerId/positions',
    summary:
      'Gives an officer another post from a day on; a day ahead is waited for. Also takes back somebody who had left.',
    params: params('officerId'),
    body: postChange,
    response: z.object({ planned: z.boolean() }),
    permission: 'officer.manage',
    errors: ['not_found', 'positions_overlap', 'change_planned'],
  }),
  correctPosition: endpoint({
    method: 'PUT',
    path: '/api/officers/:officerId/positions/:positionId',
    summary: 'Corrects what was written down of a position, its days included.',
    params: params('officerId', 'positionId'),
    body: positionCorrection,
    response: ok,
    permission: 'officer.manage',
    errors: ['not_found', 'positions_overlap', 'position_days_taken', 'unit_not_then'],
  }),
  addPastPosition: endpoint({
    method: 'POST',
    path: '/api/officers/:officerId/past-positions',
    summary: 'Writes down a position that an officer held before, between two days.',
    params: params('officerId'),
    body: pastPosition,
    response: z.object({ id }),
    permission: 'officer.manage',
    errors: ['not_found', 'position_days_taken', 'unit_not_then'],
  }),
  removePastPosition: endpoint({
    method: 'DELETE',
    path: '/api/officers/:officerId/positions/:positionId',
    summary: 'Removes a position of the past that never was; the audit trail keeps what it said.',
    params: params('officerId', 'positionId'),
    response: ok,
    permission: 'officer.manage',
    errors: ['not_found', 'position_not_removable'],
  }),
  endPost: endpoint({
    method: 'POST',
    path: '/api/officers/:officerId/leave',
    summary: 'An officer leaves from a day on; nothing of theirs is deleted.',
    params: params('officerId'),
    body: z.object({ effectiveOn: day, reason: text(200) }),
    response: z.object({ planned: z.boolean() }),
    permission: 'officer.manage',
    errors: ['not_found', 'positions_overlap', 'change_planned'],
  }),
  cancelPlannedChange: endpoint({
    method: 'DELETE',
    path: '/api/officers/:officerId/planned/:plannedId',
    summary: 'Takes back a change that waits for its day.',
    params: params('officerId', 'plannedId'),
    response: ok,
    permission: 'officer.manage',
    errors: ['not_found'],
  }),
};
