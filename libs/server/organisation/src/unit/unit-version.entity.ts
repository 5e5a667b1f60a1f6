/** The room of a state of a unit and its days; written by the table of units itself. */
import type { UnitRow } from '@tap-huan/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'unit_version', schema: 'organisation' })
export class UnitVersion {
  @PrimaryColumn('uuid', { name: 'unit_id' })
  unitId: string;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which this state is no more. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: UnitRow['kind'];

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('ltree')
  path: string;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('uuid', { name: 'reorganisation_id', nullable: true })
  reorganisationId: string | null;
}
