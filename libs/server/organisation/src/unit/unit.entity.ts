/** The room of a unit's columns. */
import type { UnitRow } from '@tap-huan/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'unit', schema: 'organisation' })
export class Unit {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: UnitRow['kind'];

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  /** Ids from the top down, without hyphens; see `labelOf`. */
  @Column('ltree')
  path: string;

  /** Place name on papers; inherited from the nearest unit above that has one. */
  @Column('text', { nullable: true })
  place: string | null;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which the unit is no more. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}
