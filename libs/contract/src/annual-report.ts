/** The room of the annual report: figures of a year, and the document that carries them (Decree 171/2025 art. 39). */
import { z } from 'zod';
import { day, hundredths, id, ok, text } from './common';
import { endpoint } from './endpoint';
import { gradeCount, groupCount, scoreBin, yearTrend } from './records';

/** What a Decree 30/2020 document says around its content. */
export const documentHead = z.object({
  parentBody: text(200, 0),
  agency: text(200, 0),
  /** Number and symbol, e.g. "12/BC-SNV"; empty while it has none. */
  number: text(60, 0),
  place: text(100, 0),
  /** Null: the number and the day are filled in by hand. */
  issuedOn: day.nullable(),
  /** The body to which the report goes. */
  addressee: text(300, 0),
  /** Paragraphs of HR's own, one a line. */
  assessment: text(6_000, 0),
  difficulties: text(6_000, 0),
  proposals: text(6_000, 0),
  /** TM., KT., TL., TUQ. and whom for; may be empty. */
  signCapacity: text(120, 0),
  signerTitle: text(120, 0),
  signerName: text(120, 0),
  /** One a line. */
  recipients: text(1_000, 0),
});
export type DocumentHead = z.output<typeof documentHead>;

export const reportUnit = z.object({
  unitId: id,
  unitName: z.string(),
  officers: z.number().int(),
  persons: z.number().int(),
  trainings: z.number().int(),
  hours: z.number().int(),
  /** Persons who reached the year's hours. */
  reached: z.number().int(),
});

export const reportCourse = z.object({
  subjectId: id.nullable(),
  title: z.string(),
  contentGroup: z.string(),
  /** in_person, online, blended, seminar, teaching, external. */
  form: z.string(),
  trainings: z.number().int(),
  hours: z.number().int(),
  meanScoreOfTen: hundredths.nullable(),
});

export const annualReport = z.object({
  unitId: id,
  unitName: z.string(),
  year: z.number().int(),
  /** The day of the head count: 31 December, or today in a year that is running. */
  countedOn: day,
  running: z.boolean(),
  /** To be sent before this day. */
  dueOn: day,
  officers: z.number().int(),
  persons: z.number().int(),
  trainings: z.number().int(),
  hours: z.number().int(),
  reached: z.number().int(),
  /** Periods that the year asks of a civil servant. */
  required: z.number().int(),
  contentGroups: z.array(groupCount),
  forms: z.array(groupCount),
  staffCategories: z.array(
    groupCount.extend({ officers: z.number().int(), reached: z.number().int() }),
  ),
  units: z.array(reportUnit),
  courses: z.array(reportCourse),
  programmes: z.array(z.object({ title: z.string(), completed: z.number().int() })),
  grades: z.array(gradeCount),
  distribution: z.array(scoreBin),
  trend: z.array(yearTrend),
  head: documentHead,
  /** 0 while nothing has been saved for this year. */
  headRevision: z.number().int(),
});
export type AnnualReport = z.output<typeof annualReport>;

const which = z.object({ unitId: id, year: z.coerce.number().int().min(1990).max(2100) });

export const annualReportEndpoints = {
  readAnnualReport: endpoint({
    method: 'GET',
    path: '/api/reports/annual',
    summary: 'The figures of a year for a unit of the own subtree, and the head of the document.',
    query: which,
    response: annualReport,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  saveAnnualHead: endpoint({
    method: 'PUT',
    path: '/api/reports/annual/head',
    summary: 'Keeps what the document says around its figures; next year begins with it.',
    query: which,
    body: z.object({ head: documentHead, revision: z.number().int().min(0) }),
    response: ok.extend({ revision: z.number().int() }),
    permission: 'completion.read',
    errors: ['not_found', 'stale_revision'],
  }),
  readAnnualSheet: endpoint({
    method: 'GET',
    path: '/api/reports/annual.xlsx',
    summary: 'The annual report as an Excel file with the list of persons; the export is recorded.',
    query: which,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  readAnnualDocument: endpoint({
    method: 'GET',
    path: '/api/reports/annual.docx',
    summary: 'The annual report as a Word document in the form of Decree 30/2020/NĐ-CP.',
    query: which,
    file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    permission: 'completion.read',
    errors: ['not_found'],
  }),
  readAnnualPdf: endpoint({
    method: 'GET',
    path: '/api/reports/annual.pdf',
    summary: 'The annual report as a PDF in the form of Decree 30/2020/NĐ-CP.',
    query: which,
    file: 'application/pdf',
    permission: 'completion.read',
    errors: ['not_found'],
  }),
};
