/** The room of the rows of what holds for some otherwise: accommodations, overrides of a quiz, extensions of the time. */
import type { ScreenSettings } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a person needs in every quiz; rows are only added, and the newest of an account holds. */
@Entity({ schema: 'assessment', name: 'accommodation' })
@Index('accommodation_account', ['accountId', 'setAt'])
export class Accommodation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('integer', { name: 'time_percent' })
  timePercent: number;

  @Column('integer', { name: 'extra_attempts' })
  extraAttempts: number;

  @Column('jsonb')
  screen: ScreenSettings;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy: string | null;

  @Column('timestamptz', { name: 'set_at' })
  setAt: Date;
}

/** Rules of one quiz for a person, a unit's subtree, or those in one post there; null is as the quiz says. */
@Entity({ schema: 'assessment', name: 'quiz_override' })
@Index('quiz_override_quiz', ['quizId'], { where: 'removed_at IS NULL' })
export class QuizOverride {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'quiz_id' })
  quizId: string;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;

  @Column('text', { name: 'job_position', nullable: true })
  jobPosition: string | null;

  @Column('integer', { name: 'time_limit_minutes', nullable: true })
  timeLimitMinutes: number | null;

  @Column('integer', { name: 'attempts_allowed', nullable: true })
  attemptsAllowed: number | null;

  @Column('timestamptz', { name: 'opens_at', nullable: true })
  opensAt: Date | null;

  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt: Date | null;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('uuid', { name: 'removed_by', nullable: true })
  removedBy: string | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}

/** Minutes given to running attempts; rows are only added. */
@Entity({ schema: 'assessment', name: 'extension' })
@Index('extension_quiz', ['quizId', 'at'])
export class Extension {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'quiz_id' })
  quizId: string;

  /** Null: everybody who was sitting it. */
  @Column('uuid', { name: 'attempt_id', nullable: true })
  attemptId: string | null;

  @Column('integer')
  minutes: number;

  @Column('text')
  reason: string;

  /** How many it reached. */
  @Column('integer')
  attempts: number;

  @Column('uuid', { name: 'by_account', nullable: true })
  byAccount: string | null;

  @Column('timestamptz')
  at: Date;
}
