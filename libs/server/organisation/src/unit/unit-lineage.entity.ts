/** The room of what became of what. */
import type { LineageKind } from '@tap-huan/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'unit_lineage', schema: 'organisation' })
export class UnitLineage {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'from_unit_id' })
  fromUnitId: string;

  /** Null where nothing took its place. */
  @Column('uuid', { name: 'to_unit_id', nullable: true })
  toUnitId: string | null;

  @Column('text')
  kind: LineageKind;

  @Column('date', { name: 'effective_on' })
  effectiveOn: string;

  @Column('text', { name: 'legal_basis' })
  legalBasis: string;

  /** Whoever asks for the successor is sent this way. */
  @Column('boolean', { name: 'is_main' })
  isMain: boolean;

  @Column('uuid', { name: 'reorganisation_id', nullable: true })
  reorganisationId: string | null;
}
