/** The room of an attempt's rows: itself with its frozen paper, its answers, and the steps it went through. */
import type {
  AnswerResponse,
  AttemptSummary,
  QuestionKind,
  QuizSettings,
} from '@tap-huan/contract';
import type { FrozenSlot } from '@tap-huan/rules';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ schema: 'assessment', name: 'attempt' })
@Index('attempt_one_open', ['contextId', 'quizId'], {
  unique: true,
  where: `phase = 'open' and not preview`,
})
@Index('attempt_number', ['contextId', 'quizId', 'number'], { unique: true, where: 'not preview' })
@Index('attempt_expiry', ['deadline'], { where: `phase = 'open'` })
export class Attempt {
  @PrimaryColumn('uuid')
  id: string;

  @Index('attempt_quiz')
  @Column('uuid', { name: 'quiz_id' })
  quizId: string;

  /** Null for a preview, which is of the draft. */
  @Index('attempt_quiz_version')
  @Column('uuid', { name: 'quiz_version_id', nullable: true })
  quizVersionId: string | null;

  /** identity.account */
  @Index('attempt_taker')
  @Column('uuid', { name: 'taker_id' })
  takerId: string;

  /** What it counts for, e.g. an enrolment; only the starter knows. */
  @Column('uuid', { name: 'context_id', nullable: true })
  contextId: string | null;

  @Column('integer')
  number: number;

  @Column('boolean')
  preview: boolean;

  @Column('text')
  phase: AttemptSummary['phase'];

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { nullable: true })
  deadline: Date | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column('boolean', { name: 'closed_by_deadline', default: false })
  closedByDeadline: boolean;

  /** Frozen at the start. */
  @Column('jsonb')
  paper: FrozenSlot[];

  /** Kind of each slot, so that saving an answer need not read the paper. */
  @Column('text', { array: true })
  kinds: QuestionKind[];

  /** Frozen at the start. */
  @Column('jsonb')
  settings: QuizSettings;

  @Column('text')
  title: string;

  @Column('text', { name: 'return_path' })
  returnPath: string;

  /** The page (client id) that may write. */
  @Column('text', { nullable: true })
  holder: string | null;

  /** Hundredths of a point. */
  @Column('integer', { nullable: true })
  points: number | null;

  /** Hundredths of a point. */
  @Column('integer', { nullable: true })
  maximum: number | null;

  /** Hundredths on the scale of ten. */
  @Column('integer', { name: 'score_of_ten', nullable: true })
  scoreOfTen: number | null;

  @Column('boolean', { nullable: true })
  passed: boolean | null;

  /** `machine`, or the account that marked it. */
  @Column('text', { name: 'graded_by', nullable: true })
  gradedBy: string | null;
}

@Entity({ schema: 'assessment', name: 'answer' })
export class Answer {
  @PrimaryColumn('uuid', { name: 'attempt_id' })
  attemptId: string;

  @PrimaryColumn('integer')
  slot: number;

  @Column('jsonb', { nullable: true })
  response: AnswerResponse | null;

  @Column('boolean')
  flagged: boolean;

  /** Numbered by the client; the higher one wins. */
  @Column('bigint')
  seq: number;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;
}

export type StepKind = 'started' | 'submitted' | 'marked' | 'regraded' | 'voided';

@Entity({ schema: 'assessment', name: 'step' })
export class Step {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Index('step_attempt')
  @Column('uuid', { name: 'attempt_id' })
  attemptId: string;

  @Column('text')
  kind: StepKind;

  @Column('timestamptz')
  at: Date;

  /** Null for the clock. */
  @Column('uuid', { name: 'by_account', nullable: true })
  byAccount: string | null;

  @Column('jsonb')
  detail: Record<string, unknown>;
}
