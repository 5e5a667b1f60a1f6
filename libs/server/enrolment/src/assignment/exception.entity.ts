/** The room of the columns of exemptions and extensions; they are ended, and never removed. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'enrolment', name: 'exemption' })
export class ExemptionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('exemption_officer')
  @Column('uuid', { name: 'officer_id' })
  officerId: string;

  @Index('exemption_assignment')
  @Column('uuid', { name: 'assignment_id', nullable: true })
  assignmentId: string | null;

  @Column('uuid', { name: 'course_id', nullable: true })
  courseId: string | null;

  @Column('uuid', { name: 'programme_id', nullable: true })
  programmeId: string | null;

  @Column('text')
  reason: string;

  @Column('text', { name: 'legal_basis', default: '' })
  legalBasis: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** Last day. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('uuid', { name: 'by_account', nullable: true })
  byAccount: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column('text', { name: 'end_reason', default: '' })
  endReason: string;
}

@Entity({ schema: 'enrolment', name: 'extension' })
export class ExtensionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('extension_case')
  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('date', { name: 'from_day', nullable: true })
  fromDay: string | null;

  @Column('date', { name: 'to_day' })
  toDay: string;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'by_account', nullable: true })
  byAccount: string | null;

  @Column('timestamptz')
  at: Date;
}
