/** The room of personal data: who looked at it, a copy of one's own, and requests to correct it (Law 91/2025/QH15). */
import { z } from 'zod';
import { day, id, instant, ok, pageOf, pageQuery, params, text } from './common';
import { endpoint } from './endpoint';
import { ROUTES } from './routes';

/** viewed: on a screen; exported: into a file that left the system. */
export const DISCLOSURE_KINDS = ['viewed', 'exported'] as const;

/** What was looked at or taken out. */
export const DISCLOSURE_SUBJECTS = [
  'transcript',
  'unit_record',
  'subject_record',
  'annual_report',
  'list',
  'certificate',
  'certificate_register',
  'profile',
  'staff_list',
  'import_errors',
  'activation_codes',
  'assignment',
  'exceptions',
  'hours',
  'hours_evidence',
  'leaders',
  'coverage',
  'quiz_scores',
] as const;

export const disclosure = z.object({
  at: instant,
  kind: z.enum(DISCLOSURE_KINDS),
  what: z.enum(DISCLOSURE_SUBJECTS),
  /** Who did it, with the unit in which they serve; null where the account is no officer's. */
  byName: z.string(),
  byUnit: z.string().nullable(),
  /** The officer's own doing. */
  own: z.boolean(),
});
export type Disclosure = z.output<typeof disclosure>;

/** What is thought to be wrong. */
export const CORRECTION_FIELDS = [
  'full_name',
  'birth_date',
  'contact',
  'unit',
  'position',
  'training',
  'hours',
  'other',
] as const;
/** asked -> acknowledged -> corrected or declined. */
export const CORRECTION_STATES = ['asked', 'acknowledged', 'corrected', 'declined'] as const;

export const correction = z.object({
  id,
  field: z.enum(CORRECTION_FIELDS),
  present: z.string(),
  wanted: z.string(),
  ground: z.string(),
  state: z.enum(CORRECTION_STATES),
  askedAt: instant,
  /** Last day on which HR acknowledges it: two working days after it was asked. */
  acknowledgeBy: day,
  /** Not acknowledged and past that day. */
  late: z.boolean(),
  acknowledgedAt: instant.nullable(),
  acknowledgedByName: z.string().nullable(),
  answeredAt: instant.nullable(),
  answeredByName: z.string().nullable(),
  answer: z.string().nullable(),
});
export type Correction = z.output<typeof correction>;

export const correctionRow = correction.extend({
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
});
export type CorrectionRow = z.output<typeof correctionRow>;

export const correctionInput = z.object({
  field: z.enum(CORRECTION_FIELDS),
  /** What stands there now, as the officer reads it. */
  present: text(500, 0),
  wanted: text(500),
  ground: text(1_000),
});
export type CorrectionInput = z.output<typeof correctionInput>;

export const privacyEndpoints = {
  listMyDisclosures: endpoint({
    ...ROUTES.listMyDisclosures,
    summary: 'Who looked at and who exported the own record, newest first.',
    query: pageQuery,
    response: pageOf(disclosure),
    permission: 'learning.take',
    errors: [],
  }),
  readMyData: endpoint({
    ...ROUTES.readMyData,
    summary: 'All own data as a ZIP: JSON for machines, Excel for people.',
    file: 'application/zip',
    permission: 'learning.take',
    errors: ['not_found'],
  }),
  listMyCorrections: endpoint({
    ...ROUTES.listMyCorrections,
    summary: 'Own requests for correction, newest first.',
    response: z.object({ items: z.array(correction) }),
    permission: 'learning.take',
    errors: [],
  }),
  askCorrection: endpoint({
    ...ROUTES.askCorrection,
    summary: 'Asks for a correction of the own data.',
    body: correctionInput,
    response: correction,
    permission: 'learning.take',
    errors: ['not_found'],
  }),
  listCorrections: endpoint({
    method: 'GET',
    path: '/api/corrections',
    summary: 'Requests for correction of officers of the own subtree; what waits longest first.',
    query: pageQuery.extend({ state: z.enum(['open', 'closed']).optional() }),
    response: pageOf(correctionRow),
    permission: 'officer.manage',
    errors: [],
  }),
  acknowledgeCorrection: endpoint({
    method: 'POST',
    path: '/api/corrections/:correctionId/acknowledge',
    summary: 'Tells the officer that the request has been received.',
    params: params('correctionId'),
    response: ok,
    permission: 'officer.manage',
    errors: ['not_found', 'correction_closed'],
  }),
  answerCorrection: endpoint({
    method: 'POST',
    path: '/api/corrections/:correctionId/answer',
    summary: 'Closes a request: corrected, or declined with the reason.',
    params: params('correctionId'),
    body: z.object({ state: z.enum(['corrected', 'declined']), answer: text(1_000) }),
    response: ok,
    permission: 'officer.manage',
    errors: ['not_found', 'correction_closed'],
  }),
};
