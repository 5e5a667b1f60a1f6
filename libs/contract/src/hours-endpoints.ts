/** The room of the endpoints of the hours ledger, HR's part. */
import { z } from 'zod';
import { day, id, ok, pageOf, pageQuery, params, text } from './common';
import { endpoint } from './endpoint';
import {
  HOURS_STATES,
  hoursCase,
  hoursImport,
  hoursInput,
  hoursRow,
  hoursRule,
  hoursYear,
  LEADER_GROUNDS,
  LEADER_STATES,
  leaderRow,
  officerHours,
  unitHoursRow,
  YEAR_STATES,
} from './hours';
import { media } from './learning';
import { STAFF_CATEGORIES } from './organisation';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const yearList = z.object({
  year: hoursYear,
  unitId: id.optional(),
  state: z.enum(YEAR_STATES).optional(),
  staffCategory: z.enum(STAFF_CATEGORIES).optional(),
});
const leaderList = z.object({
  unitId: id.optional(),
  state: z.enum(LEADER_STATES).optional(),
});

export const hoursEndpoints = {
  readHoursByUnit: endpoint({
    method: 'GET',
    path: '/api/hours/units',
    summary: 'The yearly hours of a unit and of the units right below it, each with its subtree.',
    query: z.object({ year: hoursYear, unitId: id.optional() }),
    response: z.object({
      /** Null where the scope has several roots: they are the items. */
      unit: unitHoursRow.nullable(),
      /** Units above it inside the scope, the highest first. */
      above: z.array(z.object({ unitId: id, unitName: z.string() })),
      items: z.array(unitHoursRow),
    }),
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  listHours: endpoint({
    method: 'GET',
    path: '/api/hours/officers',
    summary: 'Officers of the own subtree with what their year adds up to, the least first.',
    query: pageQuery.extend(yearList.shape),
    response: pageOf(hoursRow),
    permission: 'completion.read',
    errors: [],
  }),
  exportHours: endpoint({
    method: 'GET',
    path: '/api/hours/officers.xlsx',
    summary: 'The same list as an Excel file; noted in the audit trail.',
    query: yearList.extend({ search: z.string().max(200).optional() }),
    file: XLSX,
    permission: 'completion.read',
    errors: [],
  }),
  readOfficerHours: endpoint({
    method: 'GET',
    path: '/api/hours/officers/:officerId',
    summary: 'One officer’s year in the ledger; noted in the audit trail.',
    params: params('officerId'),
    query: z.object({ year: hoursYear.optional() }),
    response: officerHours,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  listHoursEntries: endpoint({
    method: 'GET',
    path: '/api/hours/entries',
    summary: 'Entries of the own subtree; those that wait for a decision, the oldest first.',
    query: pageQuery.extend({
      state: z.enum(HOURS_STATES).default('proposed'),
      unitId: id.optional(),
    }),
    response: pageOf(hoursCase),
    permission: 'completion.read',
    errors: [],
  }),
  decideHours: endpoint({
    method: 'POST',
    path: '/api/hours/decisions',
    summary: 'Approves or rejects proposals, many at once; nobody decides their own.',
    body: z.object({
      entryIds: z.array(id).min(1).max(500),
      decision: z.enum(['approved', 'rejected']),
      reason: text(500, 0).default(''),
    }),
    response: z.object({
      decided: z.number().int(),
      /** Own, decided already, or outside the scope. */
      skipped: z.number().int(),
    }),
    permission: 'enrolment.assign',
    errors: ['reason_missing'],
  }),
  recordHours: endpoint({
    method: 'POST',
    path: '/api/hours/entries',
    summary:
      'Enters one training for many officers, such as a class that HR held; it counts at once.',
    body: hoursInput.extend({ officerIds: z.array(id).min(1).max(1_000) }),
    response: z.object({
      entered: z.number().int(),
      /** Have an entry of that day, title and amount. */
      already: z.number().int(),
      /** Not in the own scope. */
      skipped: z.number().int(),
    }),
    permission: 'enrolment.assign',
    errors: ['not_found', 'hours_in_future', 'dates_reversed'],
  }),
  correctHours: endpoint({
    method: 'POST',
    path: '/api/hours/entries/:entryId/correct',
    summary: 'Puts a corrected entry in the place of one that counts; both stay in the ledger.',
    params: params('entryId'),
    body: hoursInput.extend({ reason: text(500) }),
    response: z.object({ id }),
    permission: 'enrolment.assign',
    errors: ['not_found', 'hours_entry_closed', 'hours_in_future', 'dates_reversed'],
  }),
  voidHours: endpoint({
    method: 'POST',
    path: '/api/hours/entries/:entryId/void',
    summary: 'Takes an entry out of the count, with a reason; the line stays.',
    params: params('entryId'),
    body: z.object({ reason: text(500) }),
    response: ok,
    permission: 'enrolment.assign',
    errors: ['not_found', 'hours_entry_closed'],
  }),
  uploadHoursEvidence: endpoint({
    method: 'POST',
    path: '/api/hours/evidence',
    summary:
      'Uploads a certificate, decision or list as a PDF or picture (multipart field "file").',
    upload: true,
    response: media,
    permission: 'enrolment.assign',
    errors: ['file_too_large', 'file_kind_not_allowed'],
  }),
  readHoursEvidence: endpoint({
    method: 'GET',
    path: '/api/hours/evidence/:mediaId',
    summary: 'A paper that belongs to an entry of an officer in the own subtree.',
    params: params('mediaId'),
    file: 'application/octet-stream',
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  readHoursTemplate: endpoint({
    method: 'GET',
    path: '/api/hours/template.xlsx',
    summary: 'An empty list of external trainings, with the words that its columns take.',
    file: XLSX,
    permission: 'enrolment.assign',
    errors: [],
  }),
  checkHoursImport: endpoint({
    method: 'POST',
    path: '/api/hours/imports',
    summary: 'Reads a list of trainings (.xlsx) and tells every mistake; enters nothing.',
    upload: true,
    response: hoursImport,
    permission: 'enrolment.assign',
    errors: [
      'file_too_large',
      'hours_list_unreadable',
      'hours_list_columns',
      'hours_list_too_long',
    ],
  }),
  readHoursImportErrors: endpoint({
    method: 'GET',
    path: '/api/hours/imports/:importId/wrong.xlsx',
    summary: 'The wrong lines of a list with what is wrong in each, to be mended and sent again.',
    params: params('importId'),
    file: XLSX,
    permission: 'enrolment.assign',
    errors: ['not_found'],
  }),
  applyHoursImport: endpoint({
    method: 'POST',
    path: '/api/hours/imports/:importId/apply',
    summary: 'Enters the good lines of a checked list in one transaction; a repeat enters nothing.',
    params: params('importId'),
    response: z.object({ entered: z.number().int(), already: z.number().int() }),
    permission: 'enrolment.assign',
    errors: ['not_found', 'hours_import_applied'],
  }),
  listHoursRules: endpoint({
    method: 'GET',
    path: '/api/hours/rules',
    summary: 'How many hours a year are asked of which staff, since when and by which law.',
    response: z.object({ items: z.array(hoursRule), mayChange: z.boolean() }),
    permission: 'completion.read',
    errors: [],
  }),
  setHoursRule: endpoint({
    method: 'POST',
    path: '/api/hours/rules',
    summary: 'A rule from a day on; the one before ends on that day. For HR of the whole province.',
    body: z.object({
      staffCategory: z.enum(STAFF_CATEGORIES),
      validFrom: day,
      hours: z.number().int().min(1).max(400),
      legalBasis: text(300, 3),
    }),
    response: ok,
    permission: 'enrolment.assign',
    errors: ['not_permitted', 'hours_rule_overlaps'],
  }),
  listLeaders: endpoint({
    method: 'GET',
    path: '/api/hours/leaders',
    summary: 'Leaders of the own subtree and their twelve months, the most urgent first.',
    query: pageQuery.extend(leaderList.shape),
    response: pageOf(leaderRow).extend({
      counts: z.array(z.object({ state: z.enum(LEADER_STATES), officers: z.number().int() })),
    }),
    permission: 'completion.read',
    errors: [],
  }),
  exportLeaders: endpoint({
    method: 'GET',
    path: '/api/hours/leaders.xlsx',
    summary: 'The same list as an Excel file; noted in the audit trail.',
    query: leaderList.extend({ search: z.string().max(200).optional() }),
    file: XLSX,
    permission: 'completion.read',
    errors: [],
  }),
  exemptLeaders: endpoint({
    method: 'POST',
    path: '/api/hours/leaders/exemptions',
    summary: 'Records for leaders why they need not take the programme (art. 41.4), many at once.',
    body: z.object({
      officerIds: z.array(id).min(1).max(500),
      ground: z.enum(LEADER_GROUNDS),
      documentNo: text(100, 0).default(''),
      reason: text(500),
    }),
    response: z.object({ exempted: z.number().int(), skipped: z.number().int() }),
    permission: 'enrolment.assign',
    errors: [],
  }),
  endLeaderExemption: endpoint({
    method: 'POST',
    path: '/api/hours/leaders/exemptions/:exemptionId/end',
    summary: 'Takes an exemption back, with a reason.',
    params: params('exemptionId'),
    body: z.object({ reason: text(500) }),
    response: ok,
    permission: 'enrolment.assign',
    errors: ['not_found'],
  }),
  listLeaderCourses: endpoint({
    method: 'GET',
    path: '/api/hours/leader-courses',
    summary: 'Courses and programmes whose completion fulfils the leaders’ duty.',
    response: z.object({
      items: z.array(
        z.object({
          kind: z.enum(['course', 'programme']),
          id,
          code: z.string(),
          title: z.string(),
          chosen: z.boolean(),
        }),
      ),
      mayChange: z.boolean(),
    }),
    permission: 'completion.read',
    errors: [],
  }),
  setLeaderCourses: endpoint({
    method: 'PUT',
    path: '/api/hours/leader-courses',
    summary: 'Says which courses and programmes those are. For HR of the whole province.',
    body: z.object({
      courseIds: z.array(id).max(200),
      programmeIds: z.array(id).max(200),
    }),
    response: ok,
    permission: 'enrolment.assign',
    errors: ['not_permitted', 'not_found'],
  }),
};
