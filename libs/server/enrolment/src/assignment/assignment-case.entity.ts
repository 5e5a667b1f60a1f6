/** The room of the columns of how an officer stands in an assignment; what is done never changes. */
import type { CaseBecause, CaseRow } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'enrolment', name: 'assignment_case' })
@Index('assignment_case_once', ['assignmentId', 'officerId', 'occurrence'], { unique: true })
@Index('assignment_case_state', ['assignmentId', 'state', 'dueOn'])
export class AssignmentCaseEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'assignment_id' })
  assignmentId: string;

  @Index('assignment_case_officer')
  @Column('uuid', { name: 'officer_id' })
  officerId: string;

  @Column('integer')
  occurrence: number;

  @Column('text')
  state: CaseRow['state'];

  @Column('jsonb')
  because: CaseBecause;

  @Column('date')
  since: string;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;

  @Column('date', { name: 'extended_to', nullable: true })
  extendedTo: string | null;

  @Column('date', { name: 'done_on', nullable: true })
  doneOn: string | null;

  @Column('date', { name: 'left_on', nullable: true })
  leftOn: string | null;

  @Index('assignment_case_enrolment', { where: `(enrolment_id IS NOT NULL)` })
  @Column('uuid', { name: 'enrolment_id', nullable: true })
  enrolmentId: string | null;

  @Column('uuid', { name: 'programme_enrolment_id', nullable: true })
  programmeEnrolmentId: string | null;

  @Column('boolean', { name: 'enrolled_here', default: false })
  enrolledHere: boolean;
}

/** An officer whose facts have changed; the reconciler takes the row away. */
@Entity({ schema: 'enrolment', name: 'assignment_touched' })
export class AssignmentTouchedEntity {
  @PrimaryColumn('bigint', { generated: 'identity' })
  id: number;

  @Column('uuid', { name: 'officer_id' })
  officerId: string;
}
