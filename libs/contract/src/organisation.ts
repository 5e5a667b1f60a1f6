/** The room of units and officers. */
import { z } from 'zod';
import { birthDate, day, id, ok, pageOf, pageQuery, params, text } from './common';
import { endpoint } from './endpoint';

export const UNIT_KINDS = [
  'province',
  'department',
  'provincial_service_centre',
  /** Until 30 June 2025; no unit of this kind begins or lives after it. */
  'district',
  'commune',
  'commune_service_centre',
  'branch',
  'division',
] as const;

export const unitRow = z.object({
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  parentId: id.nullable(),
  /** Officers whose position is in this very unit today. */
  officers: z.number().int(),
  validFrom: day,
  validTo: day.nullable(),
});
export type UnitRow = z.output<typeof unitRow>;

export const unitInput = z.object({
  code: text(40),
  name: text(200, 2),
  kind: z.enum(UNIT_KINDS),
  parentId: id,
});

/** công chức · viên chức · others, such as contracts; the yearly hours depend on it. */
export const STAFF_CATEGORIES = ['cong_chuc', 'vien_chuc', 'khac'] as const;
export type StaffCategory = (typeof STAFF_CATEGORIES)[number];

export const officerRow = z.object({
  id,
  staffCode: z.string(),
  fullName: z.string(),
  birthDate: z.string(),
  jobPosition: z.string(),
  unitId: id,
  unitName: z.string(),
  accountId: id.nullable(),
  /** Ngạch, hạng. */
  rank: z.string().nullable(),
  /** Leadership post; null where there is none. */
  leadership: z.string().nullable(),
  /** Of the leadership post. */
  appointedOn: day.nullable(),
  staffCategory: z.enum(STAFF_CATEGORIES),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** Last day plus one of somebody who has left; null for those who are here. */
  leftOn: day.nullable(),
});
export type OfficerRow = z.output<typeof officerRow>;

/** One `@`, a dot behind it, no spaces: what a mail server will look at more closely. */
export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** Digits with the signs that people put between them. */
export const PHONE = /^\+?[\d\s.()-]{6,20}$/;

/** Contact; empty for none, absent for "as it is". */
export const officerContact = {
  email: z.string().regex(EMAIL).max(200).nullable().optional(),
  phone: z.string().regex(PHONE).nullable().optional(),
};

/** What a position says besides where and what; absent for "as it is". */
export const postDetails = {
  rank: text(120).nullable().optional(),
  leadership: text(120).nullable().optional(),
  appointedOn: day.nullable().optional(),
  staffCategory: z.enum(STAFF_CATEGORIES).optional(),
};

export const officerInput = z.object({
  staffCode: text(40),
  fullName: text(120, 2),
  birthDate,
  jobPosition: text(120),
  unitId: id,
  ...postDetails,
  ...officerContact,
});

export const organisationEndpoints = {
  listUnits: endpoint({
    method: 'GET',
    path: '/api/units',
    summary: 'The units in the own scope as a flat list, parents before children.',
    response: z.object({ items: z.array(unitRow) }),
    permission: 'signed_in',
    errors: [],
  }),
  createUnit: endpoint({
    method: 'POST',
    path: '/api/units',
    summary: 'Adds a unit below another.',
    body: unitInput,
    response: z.object({ id }),
    permission: 'unit.manage',
    errors: ['unit_code_taken', 'unit_kind_not_in_force'],
  }),
  updateUnit: endpoint({
    method: 'PUT',
    path: '/api/units/:unitId',
    summary: 'Renames a unit, changes its kind or moves it; issued papers keep the old name.',
    params: params('unitId'),
    body: unitInput.extend({ parentId: id.nullable() }),
    response: ok,
    permission: 'unit.manage',
    errors: ['unit_code_taken', 'unit_would_contain_itself', 'unit_kind_not_in_force'],
  }),
  closeUnit: endpoint({
    method: 'POST',
    path: '/api/units/:unitId/close',
    summary: 'Ends a unit without officers and without open units below it; nothing is deleted.',
    params: params('unitId'),
    response: ok,
    permission: 'unit.manage',
    errors: ['unit_has_members'],
  }),
  listOfficers: endpoint({
    method: 'GET',
    path: '/api/officers',
    summary: 'Officers of the own subtree, sorted as Vietnamese names are.',
    query: pageQuery.extend({
      unitId: id.optional(),
      /** Missing: those who are here. */
      state: z.enum(['present', 'left']).optional(),
      staffCategory: z.enum(STAFF_CATEGORIES).optional(),
      /** Only those with a leadership post. */
      leaders: z.enum(['true', 'false']).optional(),
    }),
    response: pageOf(officerRow),
    permission: 'officer.read',
    errors: [],
  }),
  createOfficer: endpoint({
    method: 'POST',
    path: '/api/officers',
    summary: 'Adds an officer with a present position.',
    body: officerInput,
    response: z.object({ id }),
    permission: 'officer.manage',
    errors: ['staff_code_taken'],
  }),
  updateOfficer: endpoint({
    method: 'PUT',
    path: '/api/officers/:officerId',
    summary: 'Changes an officer; a change of unit ends one position and begins another.',
    params: params('officerId'),
    body: officerInput,
    response: ok,
    permission: 'officer.manage',
    errors: ['staff_code_taken'],
  }),
};
