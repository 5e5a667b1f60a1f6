/** The room of the rows by which marks are looked at again: regrades and appeals. */
import type { Appeal as AppealShape, RegradeAction } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A question marked anew; rows are only added. The attempts that it changed have steps with its id. */
@Entity({ schema: 'assessment', name: 'regrade' })
@Index('regrade_quiz', ['quizId', 'at'])
export class Regrade {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'quiz_id' })
  quizId: string;

  @Column('uuid', { name: 'question_id' })
  questionId: string;

  @Column('text')
  action: RegradeAction;

  @Column('integer', { name: 'to_version' })
  toVersion: number;

  @Column('text')
  reason: string;

  /** Whose marks changed. */
  @Column('integer')
  attempts: number;

  @Column('uuid', { name: 'by_account', nullable: true })
  byAccount: string | null;

  @Column('timestamptz')
  at: Date;
}

/** Asked by an officer, answered once. */
@Entity({ schema: 'assessment', name: 'appeal' })
@Index('appeal_open', ['attemptId', 'slot'], { unique: true, where: `state = 'open'` })
export class AppealRow {
  @PrimaryColumn('uuid')
  id: string;

  @Index('appeal_attempt')
  @Column('uuid', { name: 'attempt_id' })
  attemptId: string;

  /** Null: the whole paper. */
  @Column('integer', { nullable: true })
  slot: number | null;

  @Column('text')
  text: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  state: AppealShape['state'];

  @Column('text', { default: '' })
  answer: string;

  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  /** Hundredths; null where the mark was not looked at anew. */
  @Column('integer', { name: 'awarded_from', nullable: true })
  awardedFrom: number | null;

  @Column('integer', { name: 'awarded_to', nullable: true })
  awardedTo: number | null;
}
