/** The room of the columns of a request for correction. */
import type { CORRECTION_FIELDS, CORRECTION_STATES } from '@tap-huan/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'reporting', name: 'correction' })
export class CorrectionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'officer_id' })
  officerId: string;

  @Column('text')
  field: (typeof CORRECTION_FIELDS)[number];

  /** What stands there, as the officer reads it. */
  @Column('text')
  present: string;

  @Column('text')
  wanted: string;

  @Column('text')
  ground: string;

  @Column('text')
  state: (typeof CORRECTION_STATES)[number];

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  @Column('date', { name: 'acknowledge_by' })
  acknowledgeBy: string;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt: Date | null;

  @Column('uuid', { name: 'acknowledged_by', nullable: true })
  acknowledgedBy: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy: string | null;

  @Column('text', { nullable: true })
  answer: string | null;
}
