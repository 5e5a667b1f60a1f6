/** The room of staff lists that are imported: read, mapped, checked line by line, and applied in one go. */
import { z } from 'zod';
import { day, id, instant, ok, pageOf, pageQuery, params } from './common';
import { endpoint } from './endpoint';

/** What a column of a list may be. `familyName` and `givenName` together stand for `fullName`. */
export const IMPORT_FIELDS = [
  'staffCode',
  'fullName',
  'familyName',
  'givenName',
  'birthDate',
  'unit',
  'jobPosition',
  'rank',
  'leadership',
  'appointedOn',
  'staffCategory',
  'since',
  'decisionNo',
  'email',
  'phone',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Fields that several columns may fill: the first that is not empty counts (born: men, women). */
export const SHARED_FIELDS: readonly ImportField[] = ['birthDate'];

/** Why a line is wrong. */
export const IMPORT_ERRORS = [
  'missing',
  'too_long',
  'bad_date',
  'future_date',
  'bad_email',
  'bad_phone',
  'unknown_category',
  'unit_unknown',
  'unit_ambiguous',
  'unit_closed',
  'code_repeated',
  'code_elsewhere',
  'before_position',
  'appointed_without_post',
] as const;
/** What a line is told without being wrong. */
export const IMPORT_WARNINGS = ['same_person', 'name_differs'] as const;
export type ImportProblemCode = (typeof IMPORT_ERRORS)[number] | (typeof IMPORT_WARNINGS)[number];

export const importProblem = z.object({
  code: z.enum([...IMPORT_ERRORS, ...IMPORT_WARNINGS]),
  field: z.enum(IMPORT_FIELDS),
  /** Column of the file, 0 is the first; null where the file has none for the field. */
  column: z.number().int().nullable(),
  /** What stands there, or what the sentence names: another row, a successor, a code. */
  text: z.string(),
});
export type ImportProblem = z.output<typeof importProblem>;

/** What becomes of a line: `return` takes back somebody who had left. */
export const IMPORT_ACTIONS = ['join', 'return', 'change', 'same', 'leave', 'wrong'] as const;
export type ImportAction = (typeof IMPORT_ACTIONS)[number];

export const IMPORT_KINDS = ['update', 'synchronise'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Read, checked and applied by the worker: three of the states are work in progress. */
export const IMPORT_STATES = [
  'reading',
  'read',
  'checking',
  'checked',
  'applying',
  'applied',
  'failed',
  'cancelled',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Why a whole list could not be read. */
export const IMPORT_FAILURES = [
  'unreadable',
  'no_table',
  'no_rows',
  'too_many_rows',
  'changed_meanwhile',
] as const;
export type ImportFailure = (typeof IMPORT_FAILURES)[number];

export const importCounts = z.record(z.enum(IMPORT_ACTIONS), z.number().int());

export const officerImport = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  kind: z.enum(IMPORT_KINDS),
  state: z.enum(IMPORT_STATES),
  fileName: z.string(),
  effectiveOn: day,
  /** Lines of the list, and how many of them the present step has done. */
  total: z.number().int(),
  done: z.number().int(),
  counts: importCounts,
  /** Officers in the unit's subtree today: what a number of leavers is measured by. */
  presentOfficers: z.number().int(),
  failure: z.enum(IMPORT_FAILURES).nullable(),
  askedBy: z.string(),
  askedAt: instant,
  finishedAt: instant.nullable(),
});
export type OfficerImport = z.output<typeof officerImport>;

/** What an import may do, and did, with accounts. */
export const importAccounts = z.object({
  /** Those who join or come back and have no account; how many of them have a mail address. */
  joining: z.number().int(),
  withMail: z.number().int(),
  /** Open accounts of those who leave, and how many more only an administrator may lock. */
  leaving: z.number().int(),
  beyond: z.number().int(),
  /** Whether the academy sends mails; without, every code goes by paper. */
  mailOn: z.boolean(),
  /** What came of it: opened, told by mail, waiting for the mail server, with a code still to be handed out, locked. */
  opened: z.number().int(),
  mailed: z.number().int(),
  waiting: z.number().int(),
  toHand: z.number().int(),
  locked: z.number().int(),
  /** Opened and never signed in, however their code went out: it may be drawn anew. */
  unused: z.number().int(),
});
export type ImportAccounts = z.output<typeof importAccounts>;

/** A first password on paper, shown once. */
export const activationCode = z.object({
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  username: z.string(),
  code: z.string(),
});
export type ActivationCode = z.output<typeof activationCode>;

/** With what is needed to map its columns. */
export const officerImportDetail = officerImport.extend({
  headerRow: z.number().int().nullable(),
  headings: z.array(z.string()),
  /** A field for each column, null for one that is left out: as it was said, or else as it is suggested. */
  mapping: z.array(z.enum(IMPORT_FIELDS).nullable()),
  /** The first lines, to see what stands in a column. */
  samples: z.array(z.array(z.string())),
  accounts: importAccounts,
});
export type OfficerImportDetail = z.output<typeof officerImportDetail>;

export const importLine = z.object({
  row: z.number().int(),
  action: z.enum(IMPORT_ACTIONS),
  staffCode: z.string(),
  fullName: z.string(),
  unitName: z.string(),
  officerId: id.nullable(),
  problems: z.array(importProblem),
  changes: z.array(z.object({ field: z.enum(IMPORT_FIELDS), from: z.string(), to: z.string() })),
});
export type ImportLine = z.output<typeof importLine>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const officerImportEndpoints = {
  officerTemplate: endpoint({
    method: 'GET',
    path: '/api/officer-imports/template',
    summary:
      'An Excel workbook for a staff list, with the codes of the units; `filled` with the officers who are there.',
    query: z.object({ unitId: id, filled: z.enum(['true', 'false']).default('false') }),
    file: XLSX,
    permission: 'officer.manage',
    errors: ['not_found'],
  }),
  uploadOfficerList: endpoint({
    method: 'POST',
    path: '/api/officer-imports',
    summary: 'Takes an .xlsx or .csv staff list; it is read by the worker.',
    query: z.object({ unitId: id }),
    upload: true,
    response: z.object({ id }),
    permission: 'officer.manage',
    errors: ['not_found', 'file_too_large', 'file_kind_not_allowed'],
  }),
  listOfficerImports: endpoint({
    method: 'GET',
    path: '/api/officer-imports',
    summary: 'Imports of the own scope, the newest first.',
    response: z.object({ items: z.array(officerImport) }),
    permission: 'officer.manage',
    errors: [],
  }),
  readOfficerImport: endpoint({
    method: 'GET',
    path: '/api/officer-imports/:importId',
    summary: 'State, progress and counts of an import, and its columns.',
    params: params('importId'),
    response: officerImportDetail,
    permission: 'officer.manage',
    errors: ['not_found'],
  }),
  checkOfficerImport: endpoint({
    method: 'POST',
    path: '/api/officer-imports/:importId/check',
    summary: 'Dry run: says which column is what, and has every line judged. Nothing is changed.',
    params: params('importId'),
    body: z.object({
      mapping: z.array(z.enum(IMPORT_FIELDS).nullable()).max(200),
      kind: z.enum(IMPORT_KINDS),
      effectiveOn: day,
    }),
    response: ok,
    permission: 'officer.manage',
    errors: ['not_found', 'import_not_ready'],
  }),
  listImportLines: endpoint({
    method: 'GET',
    path: '/api/officer-imports/:importId/lines',
    summary: 'Lines of a checked import: what becomes of each, and what is wrong with it.',
    params: params('importId'),
    query: pageQuery.extend({ action: z.enum(IMPORT_ACTIONS).optional() }),
    response: pageOf(importLine),
    permission: 'officer.manage',
    errors: ['not_found'],
  }),
  wrongImportLines: endpoint({
    method: 'GET',
    path: '/api/officer-imports/:importId/wrong-lines',
    summary: 'The wrong lines as an .xlsx file with the reasons, to be mended and imported again.',
    params: params('importId'),
    file: XLSX,
    permission: 'officer.manage',
    errors: ['not_found', 'import_not_ready'],
  }),
  applyOfficerImport: endpoint({
    method: 'POST',
    path: '/api/officer-imports/:importId/apply',
    summary: 'Applies what was checked, in one transaction, in the background.',
    params: params('importId'),
    body: z.object({
      /** Leave the wrong lines out; without it a list with any is not applied, nor a synchronising one at all. */
      skipWrong: z.boolean(),
      /** How many were seen to leave: another number than the checked one is refused. */
      leavers: z.number().int().min(0),
      /** Open an account for each who joins or comes back without one. */
      openAccounts: z.boolean().default(false),
      /** Lock the accounts of those who leave. */
      lockAccounts: z.boolean().default(false),
    }),
    response: ok,
    permission: 'officer.manage',
    errors: ['not_found', 'import_not_ready', 'import_has_errors', 'import_leavers_differ'],
  }),
  drawActivationCodes: endpoint({
    method: 'POST',
    path: '/api/officer-imports/:importId/activation-codes',
    summary:
      'Draws first passwords for accounts that an import opened and no mail has told of, to be printed; shown once.',
    params: params('importId'),
    body: z.object({
      /** Also for everybody else who never signed in: what they were given before is void. */
      again: z.boolean(),
    }),
    response: z.object({
      items: z.array(activationCode),
      /** Accounts that wait for another call. */
      left: z.number().int(),
    }),
    permission: 'officer.manage',
    errors: ['not_found', 'import_not_ready'],
  }),
  cancelOfficerImport: endpoint({
    method: 'DELETE',
    path: '/api/officer-imports/:importId',
    summary: 'Gives up an import that was not applied; its lines are removed.',
    params: params('importId'),
    response: ok,
    permission: 'officer.manage',
    errors: ['not_found', 'import_not_ready'],
  }),
};
