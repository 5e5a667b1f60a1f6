/** The room of the rows that hang on an attempt: its parts, facts, files, checks, and its result. */
import type { AnswerResponse, AttemptEventKind, AttemptResult } from '@tap-huan/contract';
import type { Outcome } from '@tap-huan/rules';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

const IDENTITY = { type: 'bigint', generatedIdentity: 'ALWAYS' } as const;

/** A part of a paper that is gone through forwards only, once it was opened. */
@Entity({ schema: 'assessment', name: 'attempt_part' })
export class AttemptPart {
  @PrimaryColumn('uuid', { name: 'attempt_id' })
  attemptId: string;

  @PrimaryColumn('integer')
  part: number;

  @Column('integer', { name: 'slot_from' })
  slotFrom: number;

  @Column('integer', { name: 'slot_to' })
  slotTo: number;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  @Column('timestamptz', { nullable: true })
  deadline: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}

/** A fact about the circumstances, for the inspector; rows are only added. */
@Entity({ schema: 'assessment', name: 'attempt_event' })
export class AttemptEvent {
  @PrimaryGeneratedColumn('identity', IDENTITY)
  id: number;

  @Index('attempt_event_attempt')
  @Column('uuid', { name: 'attempt_id' })
  attemptId: string;

  @Column('text')
  kind: AttemptEventKind;

  /** By the page. */
  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('integer', { nullable: true })
  slot: number | null;

  @Column('integer', { nullable: true })
  seconds: number | null;

  @Column('jsonb', { default: {} })
  detail: Record<string, unknown>;
}

/** A file that was handed in; it counts once an answer names it. */
@Entity({ schema: 'assessment', name: 'attempt_file' })
export class AttemptFileRow {
  @PrimaryColumn('uuid')
  id: string;

  @Index('attempt_file_attempt')
  @Column('uuid', { name: 'attempt_id' })
  attemptId: string;

  @Column('integer')
  slot: number;

  @Column('text')
  name: string;

  @Column('text', { name: 'mime_type' })
  mimeType: string;

  @Column('integer')
  size: number;

  @Column('text')
  sha256: string;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt: Date;
}

/** Practice: a question was checked, or a hint was asked for. */
@Entity({ schema: 'assessment', name: 'slot_check' })
@Index('slot_check_attempt', ['attemptId', 'slot'])
export class SlotCheckRow {
  @PrimaryGeneratedColumn('identity', IDENTITY)
  id: number;

  @Column('uuid', { name: 'attempt_id' })
  attemptId: string;

  @Column('integer')
  slot: number;

  @Column('text')
  kind: 'check' | 'hint';

  @Column('timestamptz')
  at: Date;

  @Column('jsonb', { nullable: true })
  response: AnswerResponse | null;

  /** Share earned, before the penalty. */
  @Column('integer', { nullable: true })
  earned: number | null;

  @Column('integer', { name: 'earned_of', nullable: true })
  earnedOf: number | null;

  @Column('text', { nullable: true })
  outcome: Outcome | null;
}

/** What an attempt came to; arrays in the order of the paper, marks in hundredths. */
@Entity({ schema: 'assessment', name: 'result' })
@Index('result_quiz', ['quizId', 'submittedAt'])
export class ResultRow {
  @PrimaryColumn('uuid', { name: 'attempt_id' })
  attemptId: string;

  @Column('uuid', { name: 'quiz_id' })
  quizId: string;

  @Column('uuid', { name: 'quiz_version_id', nullable: true })
  quizVersionId: string | null;

  /** Where the taker worked then. */
  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;

  @Column('text', { name: 'job_position', nullable: true })
  jobPosition: string | null;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  @Column('text', { name: 'slot_keys', array: true })
  slotKeys: string[];

  @Column('uuid', { name: 'question_ids', array: true })
  questionIds: string[];

  /** On the paper. */
  @Column('uuid', { name: 'version_ids', array: true })
  versionIds: string[];

  /** Whose key marked it; differs after a regrade. */
  @Column('uuid', { name: 'marked_by_version_ids', array: true })
  markedByVersionIds: string[];

  @Column('integer', { array: true })
  points: number[];

  /** Null waits for a marker. */
  @Column('integer', { array: true })
  awarded: (number | null)[];

  @Column('text', { array: true })
  outcomes: Outcome[];

  @Column('text', { array: true })
  labels: string[];

  @Column('integer', { array: true })
  seconds: number[];

  @Column('smallint', { array: true })
  certainties: (number | null)[];

  @Column('jsonb')
  sections: Pick<AttemptResult['sections'][number], 'points' | 'maximum' | 'reached'>[];
}
