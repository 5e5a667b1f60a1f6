/** The room of the columns of an audience. */
import type { AudienceRule } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'enrolment', name: 'audience' })
export class AudienceEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  /** Nobody outside of its subtree is ever a member. */
  @Index('audience_unit')
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('jsonb')
  rule: AudienceRule;

  @Column('integer', { default: 1 })
  revision: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;
}
