/** The room of the columns of a completion in doubt; it is decided once and never removed. */
import type { CompletionInDoubt } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'enrolment', name: 'completion_doubt' })
@Index('completion_doubt_open', ['enrolmentId', 'quizId'], {
  unique: true,
  where: `(decision IS NULL)`,
})
export class CompletionDoubtEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'enrolment_id' })
  enrolmentId: string;

  @Column('uuid', { name: 'quiz_id' })
  quizId: string;

  /** What counted, hundredths on the scale of ten. */
  @Column('integer', { name: 'score_before', nullable: true })
  scoreBefore: number | null;

  @Column('integer', { name: 'score_now', nullable: true })
  scoreNow: number | null;

  /** When the marks changed. */
  @Index('completion_doubt_since')
  @Column('timestamptz')
  since: Date;

  @Column('text', { nullable: true })
  decision: CompletionInDoubt['decision'];

  @Column('text', { default: '' })
  note: string;

  /** Null where the ground returned by itself. */
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}
