/** The room of the columns of an assignment. */
import type { AssignmentDue, AssignmentRecurrence, AssignmentRow } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'enrolment', name: 'assignment' })
@Index('assignment_active', ['reconciledOn'], { where: `(state = 'active'::text)` })
export class AssignmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;

  /** Folded title. */
  @Column('text', { name: 'search_text' })
  searchText: string;

  @Index('assignment_unit')
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Index('assignment_audience')
  @Column('uuid', { name: 'audience_id' })
  audienceId: string;

  @Column('uuid', { name: 'course_id', nullable: true })
  courseId: string | null;

  @Column('uuid', { name: 'programme_id', nullable: true })
  programmeId: string | null;

  @Column('jsonb')
  due: AssignmentDue;

  @Column('jsonb', { nullable: true })
  recurrence: AssignmentRecurrence | null;

  @Column('integer', { name: 'grace_days', default: 0 })
  graceDays: number;

  @Column('integer', { name: 'late_days', default: 30 })
  lateDays: number;

  @Column('text')
  reason: string;

  @Column('text', { name: 'legal_basis', default: '' })
  legalBasis: string;

  @Column('text', { default: 'draft' })
  state: AssignmentRow['state'];

  @Column('date', { name: 'starts_on' })
  startsOn: string;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn: string | null;

  @Column('integer', { default: 1 })
  revision: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'reconciled_at', nullable: true })
  reconciledAt: Date | null;

  @Column('date', { name: 'reconciled_on', nullable: true })
  reconciledOn: string | null;
}
