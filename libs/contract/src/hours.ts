/** The room of the hours ledger: what each officer was trained in each year, and where it came from. */
import { z } from 'zod';
import { day, id, instant, text } from './common';
import { CONTENT_GROUPS, media } from './learning';
import { STAFF_CATEGORIES } from './organisation';

/**
 * Where hours come from: the three forms of Decree 171/2025/NĐ-CP art. 25, seminars, own teaching (counted for leaders,
 * art. 3.4), and training by somebody else.
 */
export const HOURS_SOURCES = [
  'online',
  'in_person',
  'blended',
  'seminar',
  'teaching',
  'external',
] as const;
export type HoursSource = (typeof HOURS_SOURCES)[number];

/** replaced: a correction stands in its place. void: taken out of the ledger with a reason. Nothing is ever deleted. */
export const HOURS_STATES = [
  'proposed',
  'approved',
  'rejected',
  'withdrawn',
  'replaced',
  'void',
] as const;
export type HoursState = (typeof HOURS_STATES)[number];

/** below: the year still runs. missed: it is over. no_duty: no rule for this kind of staff, or came later. */
export const YEAR_STATES = ['met', 'below', 'missed', 'no_duty'] as const;
export type YearState = (typeof YEAR_STATES)[number];

/** exempt: by HR, with a ground. exempt_earlier: appointed before the rule. unknown: no day of appointment. */
export const LEADER_STATES = [
  'overdue',
  'soon',
  'running',
  'unknown',
  'done',
  'done_late',
  'exempt',
  'exempt_earlier',
] as const;
export type LeaderState = (typeof LEADER_STATES)[number];

/** Decree 171/2025/NĐ-CP art. 41.4, or another ground in words. */
export const LEADER_GROUNDS = ['old_certificate', 'other'] as const;

/** A year of the ledger, in a query string. */
export const hoursYear = z.coerce.number().int().min(2000).max(2100);

/** Hundredths of a tiết, in quarters: 750 is "7,5 tiết". */
export const hoursAmount = z.number().int().min(25).max(100_000).multipleOf(25);

/** What an entry says of a training. */
export const hoursInput = z.object({
  source: z.enum(HOURS_SOURCES),
  contentGroup: z.enum(CONTENT_GROUPS),
  title: text(300, 3),
  organiser: text(200, 2),
  /** Number of the certificate or decision. */
  documentNo: text(100, 0).default(''),
  startedOn: day.nullable().default(null),
  /** The last day: the year it falls in is the year that it counts for. */
  day,
  hours: hoursAmount,
  /** A programme for leaders, Decree 171/2025/NĐ-CP art. 16.2. */
  leaderProgramme: z.boolean().default(false),
  note: text(500, 0).default(''),
  /** Uploaded before by whoever sends this. */
  evidenceIds: z.array(id).max(5).default([]),
});
export type HoursInput = z.input<typeof hoursInput>;

export const hoursEntry = z.object({
  id,
  year: z.number().int(),
  startedOn: day.nullable(),
  day,
  hours: z.number().int(),
  source: z.enum(HOURS_SOURCES),
  contentGroup: z.enum(CONTENT_GROUPS),
  title: z.string(),
  organiser: z.string(),
  documentNo: z.string(),
  note: z.string(),
  leaderProgramme: z.boolean(),
  state: z.enum(HOURS_STATES),
  /** Adds to the year: approved, and not the teaching of somebody who was no leader on that day. */
  counts: z.boolean(),
  /** Entered by itself when a course was completed. */
  automatic: z.boolean(),
  evidence: z.array(media.omit({ url: true })),
  /** Why it was rejected, corrected or taken out. */
  reason: z.string(),
  /** The entry that this one stands for. */
  corrects: id.nullable(),
  createdAt: instant,
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
});
export type HoursEntry = z.output<typeof hoursEntry>;

/** A leader's duty as it stands today. */
export const leaderDuty = z.object({
  leadership: z.string(),
  appointedOn: day.nullable(),
  dueOn: day.nullable(),
  daysLeft: z.number().int().nullable(),
  doneOn: day.nullable(),
  state: z.enum(LEADER_STATES),
});
export type LeaderDuty = z.output<typeof leaderDuty>;

const sum = { hours: z.number().int() };

/** One officer's year: what it adds up to, and every line of it. */
export const hoursOfYear = z.object({
  year: z.number().int(),
  /** Hundredths; null where no rule is known. */
  required: z.number().int().nullable(),
  legalBasis: z.string(),
  counted: z.number().int(),
  missing: z.number().int(),
  state: z.enum(YEAR_STATES),
  /** Hundredths that wait for a decision. */
  proposed: z.number().int(),
  bySource: z.array(z.object({ source: z.enum(HOURS_SOURCES), ...sum })),
  byGroup: z.array(z.object({ group: z.enum(CONTENT_GROUPS), ...sum })),
  /** The newest first. */
  entries: z.array(hoursEntry),
  /** Years that have entries, and the present one, the newest first. */
  years: z.array(z.object({ year: z.number().int(), counted: z.number().int() })),
  leader: leaderDuty.nullable(),
});
export type HoursOfYear = z.output<typeof hoursOfYear>;

export const officerHours = hoursOfYear.extend({
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  jobPosition: z.string(),
  staffCategory: z.enum(STAFF_CATEGORIES),
});
export type OfficerHours = z.output<typeof officerHours>;

/** An officer in the year's list. */
export const hoursRow = z.object({
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  jobPosition: z.string(),
  staffCategory: z.enum(STAFF_CATEGORIES),
  isLeader: z.boolean(),
  counted: z.number().int(),
  proposed: z.number().int(),
  required: z.number().int().nullable(),
  missing: z.number().int(),
  state: z.enum(YEAR_STATES),
});
export type HoursRow = z.output<typeof hoursRow>;

/** A unit with everything below it, in one year; persons, not enrolments. */
export const unitHoursRow = z.object({
  unitId: id,
  unitName: z.string(),
  /** Has units below it. */
  hasBelow: z.boolean(),
  officers: z.number().int(),
  /** Those whom the year asks for hours. */
  obliged: z.number().int(),
  met: z.number().int(),
  /** Obliged and not there yet. */
  below: z.number().int(),
  /** Of all officers, hundredths. */
  counted: z.number().int(),
});
export type UnitHoursRow = z.output<typeof unitHoursRow>;

/** An entry of somebody in the own scope. */
export const hoursCase = hoursEntry.extend({
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  /** The asker's own proposal: somebody else decides it. */
  own: z.boolean(),
});
export type HoursCase = z.output<typeof hoursCase>;

export const hoursRule = z.object({
  staffCategory: z.enum(STAFF_CATEGORIES),
  validFrom: day,
  validTo: day.nullable(),
  /** Whole tiết a year. */
  hours: z.number().int(),
  legalBasis: z.string(),
});
export type HoursRule = z.output<typeof hoursRule>;

export const leaderRow = leaderDuty.extend({
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  exemption: z
    .object({
      id,
      ground: z.enum(LEADER_GROUNDS),
      documentNo: z.string(),
      reason: z.string(),
      byName: z.string().nullable(),
      at: instant,
    })
    .nullable(),
});
export type LeaderRow = z.output<typeof leaderRow>;

/** Why a line of an imported list is wrong. */
export const HOURS_IMPORT_ERRORS = [
  'missing',
  'officer_unknown',
  'name_differs',
  'bad_date',
  'future_date',
  'bad_hours',
  'unknown_source',
  'unknown_group',
  'too_long',
  'dates_reversed',
] as const;
export const HOURS_IMPORT_FIELDS = [
  'staffCode',
  'fullName',
  'title',
  'organiser',
  'source',
  'contentGroup',
  'startedOn',
  'day',
  'hours',
  'documentNo',
  'leaderProgramme',
  'note',
] as const;
export type HoursImportField = (typeof HOURS_IMPORT_FIELDS)[number];

export const hoursImportProblem = z.object({
  /** As Excel counts: 1 is the first. */
  row: z.number().int(),
  /** Letter of the column; empty where the file has none for the field. */
  column: z.string(),
  field: z.enum(HOURS_IMPORT_FIELDS),
  code: z.enum(HOURS_IMPORT_ERRORS),
  /** What stands there. */
  text: z.string(),
});
export type HoursImportProblem = z.output<typeof hoursImportProblem>;

export const hoursImport = z.object({
  id,
  fileName: z.string(),
  state: z.enum(['checked', 'applied']),
  rows: z.number().int(),
  good: z.number().int(),
  wrong: z.number().int(),
  /** Good lines that the ledger has already; they are left out. */
  already: z.number().int(),
  /** The first two hundred; the file of wrong lines has all. */
  problems: z.array(hoursImportProblem),
  createdAt: instant,
});
export type HoursImport = z.output<typeof hoursImport>;
