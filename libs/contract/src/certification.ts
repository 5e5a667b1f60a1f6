/** The room of certificates: own, HR's, exports, and the public verification page. */
import { z } from 'zod';
import { birthDate, day, hundredths, id, instant, pageOf, pageQuery, params } from './common';
import { endpoint } from './endpoint';
import { ROUTES } from './routes';

export const CERTIFICATE_STATES = ['issued', 'replaced', 'revoked'] as const;

/** Everything printed, frozen at issue: names and units as they were, never joined afterwards. */
export const certificateSnapshot = z.object({
  parentBody: z.string(),
  issuerName: z.string(),
  docKind: z.literal('giay_chung_nhan'),
  fullName: z.string(),
  birthDate,
  unitName: z.string(),
  programmeName: z.string(),
  programmeCode: z.string(),
  programmeVersion: z.number().int(),
  hours: z.number().int(),
  deliveryForm: z.enum(['in_person', 'online', 'blended']),
  startedOn: day,
  completedOn: day,
  /** Hundredths on the scale of ten. */
  scoreOfTen: hundredths,
  gradeLabel: z.string(),
  registerNo: z.string(),
  place: z.string(),
  issuedOn: day,
  signCapacity: z.string(),
  signerTitle: z.string(),
  signerName: z.string(),
  verifyUrl: z.string(),
  /** True for the shipped demonstration academy; printed on the paper. */
  demo: z.boolean(),
});
export type CertificateSnapshot = z.output<typeof certificateSnapshot>;

export const certificateRow = z.object({
  id,
  registerNo: z.string(),
  fullName: z.string(),
  staffCode: z.string(),
  unitName: z.string(),
  courseTitle: z.string(),
  gradeLabel: z.string(),
  scoreOfTen: hundredths,
  issuedOn: day,
  state: z.enum(CERTIFICATE_STATES),
  /** False while the queue is still making the PDF. */
  ready: z.boolean(),
  verifyCode: z.string(),
});
export type CertificateRow = z.output<typeof certificateRow>;

export const myCertificate = certificateRow
  .omit({ fullName: true, staffCode: true })
  .extend({ enrolmentId: id, verifyUrl: z.string() });
export type MyCertificate = z.output<typeof myCertificate>;

export const certificateExport = z.object({
  id,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  unitName: z.string(),
  from: day,
  to: day,
  total: z.number().int(),
  done: z.number().int(),
  /** Bytes of the finished ZIP. */
  size: z.number().int().nullable(),
  requestedAt: instant,
});
export type CertificateExport = z.output<typeof certificateExport>;

/** What anybody sees: rules of masking in Law 91/2025/QH15 practice; no birth date, no staff code. */
export const verifyView = z.object({
  state: z.enum(CERTIFICATE_STATES),
  registerNo: z.string(),
  maskedName: z.string(),
  programmeName: z.string(),
  hours: z.number().int(),
  issuerName: z.string(),
  issuedOn: day,
  demo: z.boolean(),
  /** Unsigned papers say so honestly. */
  signed: z.boolean(),
  /** SHA-256 of the stored PDF, hex; null while it is being made. */
  sha256: z.string().nullable(),
});
export type VerifyView = z.output<typeof verifyView>;

const certificateFilter = z.object({
  unitId: id.optional(),
  courseId: id.optional(),
  from: day.optional(),
  to: day.optional(),
});

/** The code in the QR: 20 letters and digits of Crockford's base 32, the last one a check character. */
const verifyParams = z.object({ code: z.string().min(1).max(80) });

export const certificationEndpoints = {
  listMyCertificates: endpoint({
    ...ROUTES.listMyCertificates,
    summary: 'Own certificates.',
    response: z.object({ items: z.array(myCertificate) }),
    permission: 'learning.take',
    errors: [],
  }),
  readMyCertificatePdf: endpoint({
    ...ROUTES.readMyCertificatePdf,
    summary: 'The stored PDF of an own certificate.',
    params: params('certificateId'),
    file: 'application/pdf',
    permission: 'learning.take',
    errors: ['not_found', 'certificate_not_ready'],
  }),
  listCertificates: endpoint({
    method: 'GET',
    path: '/api/certificates',
    summary: 'Certificates of officers in the own subtree, newest first.',
    query: pageQuery.extend(certificateFilter.shape),
    response: pageOf(certificateRow),
    permission: 'certificate.read',
    errors: [],
  }),
  readCertificatePdf: endpoint({
    method: 'GET',
    path: '/api/certificates/:certificateId/pdf',
    summary: 'The stored PDF of a certificate; the download is audited.',
    params: params('certificateId'),
    file: 'application/pdf',
    permission: 'certificate.read',
    errors: ['not_found', 'certificate_not_ready'],
  }),
  readRegister: endpoint({
    method: 'GET',
    path: '/api/certificates/register.xlsx',
    summary: 'The register of certificates as an Excel file.',
    query: certificateFilter,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    permission: 'certificate.read',
    errors: [],
  }),
  requestExport: endpoint({
    method: 'POST',
    path: '/api/certificate-exports',
    summary: 'Asks the queue for a ZIP of all certificates of a unit subtree and period.',
    body: z.object({ unitId: id, courseId: id.nullable().default(null), from: day, to: day }),
    response: certificateExport,
    permission: 'certificate.read',
    errors: ['not_found', 'nothing_to_export'],
  }),
  listExports: endpoint({
    method: 'GET',
    path: '/api/certificate-exports',
    summary: 'Own exports of the last days.',
    response: z.object({ items: z.array(certificateExport) }),
    permission: 'certificate.read',
    errors: [],
  }),
  readExport: endpoint({
    method: 'GET',
    path: '/api/certificate-exports/:exportId',
    summary: 'State and progress of an own export.',
    params: params('exportId'),
    response: certificateExport,
    permission: 'certificate.read',
    errors: ['not_found'],
  }),
  readExportFile: endpoint({
    method: 'GET',
    path: '/api/certificate-exports/:exportId/file',
    summary: 'The finished ZIP.',
    params: params('exportId'),
    file: 'application/zip',
    permission: 'certificate.read',
    errors: ['not_found', 'export_not_ready'],
  }),
  verify: endpoint({
    method: 'GET',
    path: '/api/verify/:code',
    summary: 'Whether a certificate is valid, with masked personal data. Rate-limited.',
    params: verifyParams,
    response: verifyView,
    permission: 'public',
    errors: ['certificate_not_found', 'too_many_requests'],
  }),
  verifyDetails: endpoint({
    method: 'POST',
    path: '/api/verify/:code/details',
    summary: 'Everything printed, for whoever knows number, full name and date of birth.',
    params: verifyParams,
    body: z.object({
      registerNo: z.string().min(1).max(60),
      fullName: z.string().min(1).max(120),
      birthDate,
    }),
    response: certificateSnapshot.omit({ verifyUrl: true }),
    permission: 'public',
    errors: ['certificate_not_found', 'certificate_details_do_not_match', 'too_many_requests'],
  }),
};
