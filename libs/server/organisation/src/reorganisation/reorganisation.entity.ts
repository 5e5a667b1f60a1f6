/** The room of a reorganisation's columns. */
import type {
  REORGANISATION_STATES,
  ReorganisationFigures,
  ReorganisationPlan,
} from '@tap-huan/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Before } from './taking-back';

@Entity({ name: 'reorganisation', schema: 'organisation' })
export class Reorganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  title: string;

  @Column('date', { name: 'effective_on' })
  effectiveOn: string;

  @Column('text', { name: 'legal_basis' })
  legalBasis: string;

  @Column('jsonb')
  plan: ReorganisationPlan;

  /** Existing units that the plan names: who holds them all may see and change it. */
  @Column('uuid', { name: 'scope_ids', array: true })
  scopeIds: string[];

  @Column('text')
  state: (typeof REORGANISATION_STATES)[number];

  @Column('jsonb')
  figures: ReorganisationFigures | Record<string, never>;

  /** Rows as they were, while it can be undone. */
  @Column('jsonb', { nullable: true })
  before: Before | null;

  /** A mark of what it left behind: another mark means that something was built upon it. */
  @Column('text', { name: 'left_behind', nullable: true })
  leftBehind: string | null;

  @Column('text', { nullable: true })
  failure: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'ordered_at', nullable: true })
  orderedAt: Date | null;

  @Column('uuid', { name: 'ordered_by', nullable: true })
  orderedBy: string | null;

  @Column('timestamptz', { name: 'applied_at', nullable: true })
  appliedAt: Date | null;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;

  @Column('uuid', { name: 'undone_by', nullable: true })
  undoneBy: string | null;

  @Column('integer')
  revision: number;
}
