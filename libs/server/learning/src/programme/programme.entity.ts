/** The room of the columns of a programme and its versions. */
import type { ProgrammeContent } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ProgrammeState } from './programme-state';

@Entity({ schema: 'learning', name: 'programme' })
@Unique('programme_code', ['code'])
export class ProgrammeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Index('programme_unit')
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  /** Null: the system. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;
}

@Entity({ schema: 'learning', name: 'programme_version' })
@Unique('programme_version_number', ['programmeId', 'number'])
@Index('programme_version_one_draft', ['programmeId'], {
  unique: true,
  where: `(state = 'draft'::text)`,
})
export class ProgrammeVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId: string;

  @Column('integer')
  number: number;

  @Column('text')
  state: ProgrammeState;

  @Column('text')
  title: string;

  @Column('text', { default: '' })
  summary: string;

  @Column('text', { name: 'decision_no', nullable: true })
  decisionNo: string | null;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn: string | null;

  @Column('text', { name: 'delivery_form' })
  deliveryForm: ProgrammeContent['deliveryForm'];

  @Column('text', { name: 'content_group' })
  contentGroup: ProgrammeContent['contentGroup'];

  /** Periods (tiết). */
  @Column('integer')
  hours: number;

  @Column('text', { default: '' })
  audience: string;

  @Column('jsonb', { name: 'legal_basis', default: [] })
  legalBasis: string[];

  @Column('jsonb')
  sets: ProgrammeContent['sets'];

  @Column('jsonb')
  completion: ProgrammeContent['completion'];

  @Column('integer', { name: 'validity_months', nullable: true })
  validityMonths: number | null;

  @Column('integer', { default: 1 })
  revision: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt: Date | null;

  @Column('uuid', { name: 'approved_by', nullable: true })
  approvedBy: string | null;
}
