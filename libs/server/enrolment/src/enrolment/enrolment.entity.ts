/** The room of the columns of an enrolment. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EnrolmentState } from './enrolment-state';

@Entity({ schema: 'enrolment', name: 'enrolment' })
@Index('enrolment_once', ['officerId', 'courseId', 'occurrence'], {
  unique: true,
  where: `(state <> 'withdrawn'::text)`,
})
@Index('enrolment_one_open', ['officerId', 'courseId'], {
  unique: true,
  where: `(state = ANY (ARRAY['not_started'::text, 'in_progress'::text]))`,
})
@Index('enrolment_course', ['courseId', 'state'])
@Index('enrolment_due', ['dueOn'], {
  where: `(state = ANY (ARRAY['not_started'::text, 'in_progress'::text]))`,
})
export class EnrolmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Index('enrolment_officer')
  @Column('uuid', { name: 'officer_id' })
  officerId: string;

  @Column('uuid', { name: 'course_id' })
  courseId: string;

  @Column('uuid', { name: 'course_version_id' })
  courseVersionId: string;

  @Column('text', { default: 'not_started' })
  state: EnrolmentState;

  /** Calendar day in Vietnam. */
  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;

  @Column('text', { default: '' })
  reason: string;

  @Column('timestamptz', { name: 'enrolled_at' })
  enrolledAt: Date;

  @Column('uuid', { name: 'enrolled_by', nullable: true })
  enrolledBy: string | null;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  /** Hundredths on the scale of ten. */
  @Column('integer', { name: 'score_of_ten', nullable: true })
  scoreOfTen: number | null;

  @Column('integer', { name: 'done_lessons', default: 0 })
  doneLessons: number;

  @Column('integer', { name: 'total_lessons' })
  totalLessons: number;

  /** 1: the first time; 2 and on: taken again, to renew it. */
  @Column('integer', { default: 1 })
  occurrence: number;

  /** The class in which it was completed; null for what was learnt here. */
  @Index('enrolment_class', { where: '(class_id IS NOT NULL)' })
  @Column('uuid', { name: 'class_id', nullable: true })
  classId: string | null;
}
