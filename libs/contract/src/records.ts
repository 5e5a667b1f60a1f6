/** The room of learning records: an officer's, a unit's, a course's or a programme's. */
import { z } from 'zod';
import { day, hundredths, id, pageOf, pageQuery, params } from './common';
import { CERTIFICATE_STATES } from './certification';
import { endpoint } from './endpoint';
import { CONTENT_GROUPS, DELIVERY_FORMS } from './learning';
import { STAFF_CATEGORIES } from './organisation';
import { ROUTES } from './routes';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** course: of this academy; programme: courses that make a whole; ledger: training entered into the hours ledger. */
export const TRAINING_KINDS = ['course', 'programme', 'ledger'] as const;
/** proposed: external training that HR has not approved yet. */
export const TRAINING_STATES = [
  'not_started',
  'in_progress',
  'completed',
  'withdrawn',
  'proposed',
] as const;
/** How an entry of the ledger came about; courses of this academy have a delivery form instead. */
export const TRAINING_SOURCES = [
  'online',
  'in_person',
  'blended',
  'seminar',
  'teaching',
  'external',
] as const;

/** One line of a transcript. */
export const trainingRow = z.object({
  id,
  kind: z.enum(TRAINING_KINDS),
  /** The course or programme; null for what the ledger alone knows. */
  subjectId: id.nullable(),
  code: z.string().nullable(),
  title: z.string(),
  contentGroup: z.enum(CONTENT_GROUPS),
  deliveryForm: z.enum(DELIVERY_FORMS).nullable(),
  source: z.enum(TRAINING_SOURCES).nullable(),
  organiser: z.string().nullable(),
  /** Hundredths of a period (tiết). */
  hours: z.number().int(),
  /** Whether the periods count towards a year's hours: those of a programme are those of its courses. */
  counts: z.boolean(),
  state: z.enum(TRAINING_STATES),
  startedOn: day.nullable(),
  dueOn: day.nullable(),
  completedOn: day.nullable(),
  scoreOfTen: hundredths.nullable(),
  /** Unit and job position at that time, under the name of that time. */
  unitThen: z.string().nullable(),
  positionThen: z.string().nullable(),
  registerNo: z.string().nullable(),
  certificateState: z.enum(CERTIFICATE_STATES).nullable(),
});
export type TrainingRow = z.output<typeof trainingRow>;

export const yearSum = z.object({
  year: z.number().int(),
  completed: z.number().int(),
  /** Hundredths of a period. */
  hours: z.number().int(),
  /** Periods that the year asks for; null where no rule holds. */
  required: z.number().int().nullable(),
});

/** Everything that is known of an officer's learning. */
export const transcript = z.object({
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  birthDate: z.string(),
  unitName: z.string(),
  jobPosition: z.string(),
  rank: z.string().nullable(),
  leadership: z.string().nullable(),
  staffCategory: z.enum(STAFF_CATEGORIES),
  /** False for somebody who has left. */
  present: z.boolean(),
  positions: z.array(
    z.object({
      unitName: z.string(),
      jobPosition: z.string(),
      leadership: z.string().nullable(),
      validFrom: day,
      validTo: day.nullable(),
    }),
  ),
  years: z.array(yearSum),
  trainings: z.array(trainingRow),
});
export type Transcript = z.output<typeof transcript>;

export const groupCount = z.object({
  key: z.string(),
  trainings: z.number().int(),
  persons: z.number().int(),
  /** Hundredths of a period. */
  hours: z.number().int(),
});
export type GroupCount = z.output<typeof groupCount>;

export const yearTrend = z.object({
  year: z.number().int(),
  trainings: z.number().int(),
  persons: z.number().int(),
  hours: z.number().int(),
  meanScoreOfTen: hundredths.nullable(),
});
export type YearTrend = z.output<typeof yearTrend>;

/** What a unit, with the units below it and those that it took over from, has learned. */
export const unitRecord = z.object({
  unitId: id,
  unitName: z.string(),
  /** Officers today. */
  officers: z.number().int(),
  /** Units that are no more and whose history is in these figures. */
  predecessors: z.array(z.string()),
  trend: z.array(yearTrend),
  contentGroups: z.array(groupCount),
  deliveryForms: z.array(groupCount),
  courses: z.array(
    z.object({
      subjectId: id.nullable(),
      kind: z.enum(TRAINING_KINDS),
      title: z.string(),
      trainings: z.number().int(),
      persons: z.number().int(),
      hours: z.number().int(),
      meanScoreOfTen: hundredths.nullable(),
      lastOn: day,
    }),
  ),
});
export type UnitRecord = z.output<typeof unitRecord>;

/** How many scores lie from `from` to below the next one; hundredths on the scale of ten. */
export const scoreBin = z.object({ from: hundredths, count: z.number().int() });
export const gradeCount = z.object({
  key: z.string(),
  label: z.string(),
  count: z.number().int(),
});

export const subjectRow = z.object({
  subjectId: id,
  kind: z.enum(['course', 'programme']),
  code: z.string(),
  title: z.string(),
  enrolled: z.number().int(),
  completed: z.number().int(),
  lastOn: day.nullable(),
});
export type SubjectRow = z.output<typeof subjectRow>;

/** What has been learned in one course or programme. */
export const subjectRecord = z.object({
  subjectId: id,
  kind: z.enum(['course', 'programme']),
  code: z.string(),
  title: z.string(),
  contentGroup: z.enum(CONTENT_GROUPS),
  deliveryForm: z.enum(DELIVERY_FORMS),
  hours: z.number().int(),
  enrolled: z.number().int(),
  inProgress: z.number().int(),
  completed: z.number().int(),
  withdrawn: z.number().int(),
  trend: z.array(yearTrend),
  grades: z.array(gradeCount),
  distribution: z.array(scoreBin),
});
export type SubjectRecord = z.output<typeof subjectRecord>;

export const subjectPerson = z.object({
  id,
  officerId: id,
  fullName: z.string(),
  staffCode: z.string(),
  unitThen: z.string().nullable(),
  state: z.enum(TRAINING_STATES),
  completedOn: day.nullable(),
  scoreOfTen: hundredths.nullable(),
  registerNo: z.string().nullable(),
});
export type SubjectPerson = z.output<typeof subjectPerson>;

const yearQuery = z.object({ year: z.coerce.number().int().min(1990).max(2100).optional() });

export const recordEndpoints = {
  readTranscript: endpoint({
    method: 'GET',
    path: '/api/officers/:officerId/transcript',
    summary: 'Everything that an officer of the own subtree has learned; the view is recorded.',
    params: params('officerId'),
    response: transcript,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  readTranscriptPdf: endpoint({
    method: 'GET',
    path: '/api/officers/:officerId/transcript.pdf',
    summary: 'The transcript as a paper; the export is recorded.',
    params: params('officerId'),
    file: 'application/pdf',
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  readTranscriptSheet: endpoint({
    method: 'GET',
    path: '/api/officers/:officerId/transcript.xlsx',
    summary: 'The transcript as an Excel file; the export is recorded.',
    params: params('officerId'),
    file: XLSX,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  readUnitRecord: endpoint({
    method: 'GET',
    path: '/api/records/units/:unitId',
    summary: 'What a unit of the own subtree has learned, over the years and in one of them.',
    params: params('unitId'),
    query: yearQuery,
    response: unitRecord,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  readUnitRecordSheet: endpoint({
    method: 'GET',
    path: '/api/records/units/:unitId/record.xlsx',
    summary: 'The record of a unit as an Excel file, with the list of persons; recorded.',
    params: params('unitId'),
    query: yearQuery,
    file: XLSX,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  listSubjects: endpoint({
    method: 'GET',
    path: '/api/records/subjects',
    summary: 'Courses and programmes in which somebody of the own subtree was ever enrolled.',
    response: z.object({ items: z.array(subjectRow) }),
    permission: 'completion.read',
    errors: [],
  }),
  readSubjectRecord: endpoint({
    method: 'GET',
    path: '/api/records/subjects/:subjectId',
    summary: 'The record of a course or programme, as far as the own subtree goes.',
    params: params('subjectId'),
    query: yearQuery,
    response: subjectRecord,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  listSubjectPersons: endpoint({
    method: 'GET',
    path: '/api/records/subjects/:subjectId/persons',
    summary: 'Who was in a course or programme, sorted as Vietnamese names are.',
    params: params('subjectId'),
    query: pageQuery.extend(yearQuery.shape),
    response: pageOf(subjectPerson),
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  readSubjectRecordSheet: endpoint({
    method: 'GET',
    path: '/api/records/subjects/:subjectId/record.xlsx',
    summary: 'The record of a course or programme as an Excel file; recorded.',
    params: params('subjectId'),
    query: yearQuery,
    file: XLSX,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  readMyTranscript: endpoint({
    ...ROUTES.readMyTranscript,
    summary: 'Own transcript.',
    response: transcript,
    permission: 'learning.take',
    errors: ['not_found'],
  }),
  readMyTranscriptPdf: endpoint({
    ...ROUTES.readMyTranscriptPdf,
    summary: 'Own transcript as a paper.',
    file: 'application/pdf',
    permission: 'learning.take',
    errors: ['not_found'],
  }),
  readMyTranscriptSheet: endpoint({
    ...ROUTES.readMyTranscriptSheet,
    summary: 'Own transcript as an Excel file.',
    file: XLSX,
    permission: 'learning.take',
    errors: ['not_found'],
  }),
};
