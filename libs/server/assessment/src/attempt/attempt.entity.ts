/** The room of an attempt's rows: itself with its frozen paper, its answers, and the steps it went through. */
import type {
  AnswerResponse,
  AttemptSummary,
  QuestionKind,
  QuizSettings,
  ScreenSettings,
} from '@tap-huan/contract';
import type { FrozenPaper } from '@tap-huan/rules';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ schema: 'assessment', name: 'attempt' })
@Index('attempt_one_open', ['contextId', 'quizId'], {
  unique: true,
  where: `phase in ('prepared', 'open') and not preview`,
})
@Index('attempt_number', ['contextId', 'quizId', 'number'], { unique: true, where: 'not preview' })
@Index('attempt_expiry', ['closesAt'], { where: `phase = 'open'` })
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

  /** Null while it is prepared. */
  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  /** What is typed until then counts. */
  @Column('timestamptz', { nullable: true })
  deadline: Date | null;

  /** The deadline with the grace in which answers typed in time may still arrive. */
  @Column('timestamptz', { name: 'closes_at', nullable: true })
  closesAt: Date | null;

  /** The open part, where the paper is gone through forwards only. */
  @Column('integer', { nullable: true })
  part: number | null;

  @Column('integer', { name: 'part_from', nullable: true })
  partFrom: number | null;

  @Column('integer', { name: 'part_to', nullable: true })
  partTo: number | null;

  @Column('timestamptz', { name: 'part_deadline', nullable: true })
  partDeadline: Date | null;

  /** Of an accommodation: 150 is half as much time again. */
  @Column('integer', { name: 'time_percent', default: 100 })
  timePercent: number;

  /** Of an accommodation; null is as usual. */
  @Column('jsonb', { nullable: true })
  screen: ScreenSettings | null;

  /** From which its page was last heard. */
  @Column('text', { nullable: true })
  address: string | null;

  /** AES-256, for the answer file. */
  @Column('bytea', {
    name: 'file_key',
    default: () => '(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))',
  })
  fileKey: Buffer;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column('boolean', { name: 'closed_by_deadline', default: false })
  closedByDeadline: boolean;

  /** Frozen when it is drawn. */
  @Column('jsonb')
  paper: FrozenPaper;

  /** Kind of each slot, so that saving an answer need not read the paper. */
  @Column('text', { array: true })
  kinds: QuestionKind[];

  /** The taker's, frozen at the start; without the access password. */
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

  /** 1, 2 or 3. */
  @Column('smallint', { nullable: true })
  certainty: number | null;

  /** Spent on the question so far. */
  @Column('integer', { default: 0 })
  seconds: number;

  /** By the server's clock as the page knew it. */
  @Column('timestamptz', { name: 'typed_at', nullable: true })
  typedAt: Date | null;

  /** Arrived after the deadline, typed before it. */
  @Column('boolean', { default: false })
  late: boolean;
}

export type StepKind =
  | 'prepared'
  | 'started'
  | 'advanced'
  | 'extended'
  | 'submitted'
  | 'marked'
  | 'regraded'
  | 'voided'
  | 'answers_loaded'
  | 'slot_marked'
  | 'slot_regraded'
  | 'appealed'
  | 'appeal_answered';

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

  /** Of a step about one question. */
  @Column('integer', { nullable: true })
  slot: number | null;

  /** Hundredths of a point. */
  @Column('integer', { name: 'awarded_from', nullable: true })
  awardedFrom: number | null;

  /** Hundredths of a point. */
  @Column('integer', { name: 'awarded_to', nullable: true })
  awardedTo: number | null;

  @Column('text', { default: '' })
  reason: string;
}
