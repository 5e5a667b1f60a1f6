/** The room of the columns of an officer's way through a programme, and of the enrolments that were made for it. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EnrolmentState } from '../enrolment/enrolment-state';

@Entity({ schema: 'enrolment', name: 'programme_enrolment' })
@Index('programme_enrolment_open', ['officerId', 'programmeId'], {
  unique: true,
  where: `(state = ANY (ARRAY['not_started'::text, 'in_progress'::text]))`,
})
@Index('programme_enrolment_programme', ['programmeId', 'state'])
export class ProgrammeEnrolmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'officer_id' })
  officerId: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId: string;

  /** Pinned: whoever is on the way keeps the version that was approved then. */
  @Column('uuid', { name: 'programme_version_id' })
  programmeVersionId: string;

  @Column('text', { default: 'not_started' })
  state: EnrolmentState;

  /** Calendar day in Vietnam. */
  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;

  @Column('text', { default: '' })
  reason: string;

  /** Completions of courses before this day do not count: a renewal. */
  @Column('date', { name: 'counts_from', nullable: true })
  countsFrom: string | null;

  @Column('timestamptz', { name: 'enrolled_at' })
  enrolledAt: Date;

  @Column('uuid', { name: 'enrolled_by', nullable: true })
  enrolledBy: string | null;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('boolean', { name: 'conduct_ok', nullable: true })
  conductOk: boolean | null;

  @Column('integer', { name: 'attendance_percent', nullable: true })
  attendancePercent: number | null;

  @Column('integer', { name: 'done_sets', default: 0 })
  doneSets: number;

  @Column('integer', { name: 'total_sets' })
  totalSets: number;
}

@Entity({ schema: 'enrolment', name: 'programme_course' })
export class ProgrammeCourseEntity {
  @PrimaryColumn('uuid', { name: 'programme_enrolment_id' })
  programmeEnrolmentId: string;

  @Index('programme_course_enrolment')
  @PrimaryColumn('uuid', { name: 'enrolment_id' })
  enrolmentId: string;

  /** The programme cannot be completed without it. */
  @Column('boolean')
  required: boolean;
}
