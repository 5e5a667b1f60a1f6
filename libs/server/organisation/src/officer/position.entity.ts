/** The room of a position's columns: an officer's work in a unit, from a day to a day. */
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

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which the position is no more; null while it is held. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}
