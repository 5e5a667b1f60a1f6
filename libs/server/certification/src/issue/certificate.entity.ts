/** The room of the columns of a certificate; only its state and its stored PDF ever change. */
import type { CERTIFICATE_STATES, CertificateSnapshot } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity({ schema: 'certification', name: 'certificate' })
@Unique('certificate_enrolment', ['enrolmentId'])
@Unique('certificate_verify_code', ['verifyCode'])
@Unique('certificate_register', ['issuerUnitId', 'registerYear', 'registerSeq'])
@Index('certificate_officer', ['officerId'])
@Index('certificate_unit', ['unitId', 'issuedOn'])
@Index('certificate_issued', ['issuedOn'])
@Index('certificate_course', ['courseId'])
export class CertificateEntity {
  @PrimaryColumn('uuid')
  id: string;
  @Column('uuid', { name: 'enrolment_id' })
  enrolmentId: string;
  @Column('uuid', { name: 'officer_id' })
  officerId: string;
  @Column('uuid', { name: 'course_id' })
  courseId: string;
  /** The officer's unit at the day of issue; scope is asked of it. */
  @Column('uuid', { name: 'unit_id' })
  unitId: string;
  @Column('uuid', { name: 'issuer_unit_id' })
  issuerUnitId: string;
  @Column('integer', { name: 'register_year' })
  registerYear: number;
  @Column('integer', { name: 'register_seq' })
  registerSeq: number;
  @Column('text', { name: 'register_no' })
  registerNo: string;
  @Column('text', { name: 'verify_code' })
  verifyCode: string;
  @Column('text')
  state: (typeof CERTIFICATE_STATES)[number];
  @Column('jsonb')
  snapshot: CertificateSnapshot;
  @Column('text', { name: 'search_text' })
  searchText: string;
  /** Calendar day in Vietnam. */
  @Column('date', { name: 'issued_on' })
  issuedOn: string;
  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;
  @Column('text', { name: 'pdf_sha256', nullable: true })
  pdfSha256: string | null;
  /** Bytes. */
  @Column('integer', { name: 'pdf_size', nullable: true })
  pdfSize: number | null;
  @Column('timestamptz', { name: 'stored_at', nullable: true })
  storedAt: Date | null;
}
