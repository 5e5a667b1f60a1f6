/** The room of a position's columns: an officer's work in a unit, from a day to a day. */
import type { StaffCategory } from '@tap-huan/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'position', schema: 'organisation' })
export class Position {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'officer_id' })
  officerId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text', { name: 'job_position' })
  jobPosition: string;

  @Column('text', { nullable: true })
  rank: string | null;

  /** Leadership post. */
  @Column('text', { nullable: true })
  leadership: string | null;

  /** First day of the leadership post. */
  @Column('date', { name: 'appointed_on', nullable: true })
  appointedOn: string | null;

  @Column('text', { name: 'staff_category' })
  staffCategory: StaffCategory;

  /** Decision by which it began. */
  @Column('text', { name: 'decision_no', nullable: true })
  decisionNo: string | null;

  /** Why the officer left with it. */
  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which the position is no more; null while it is held. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}
