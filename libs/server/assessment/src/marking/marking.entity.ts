/** The room of the rows of marking by hand: papers and answers to mark, marks, what was decided in their place. */
import type { MarkingState } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { DecisionKind } from './mark-decision.service';

/** The number by which markers know an attempt. */
@Entity({ schema: 'assessment', name: 'marking_paper' })
@Unique('marking_paper_number', ['quizId', 'number'])
export class MarkingPaper {
  @PrimaryColumn('uuid', { name: 'attempt_id' })
  attemptId: string;

  @Column('uuid', { name: 'quiz_id' })
  quizId: string;

  /** Drawn, so that it does not tell who handed in first. */
  @Column('integer')
  number: number;
}

/** One answer that a person marks; only its state and its mark change. */
@Entity({ schema: 'assessment', name: 'marking_task' })
@Unique('marking_task_attempt_id_slot_key', ['attemptId', 'slot'])
@Index('marking_task_quiz', ['quizId', 'state'])
export class MarkingTaskRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'attempt_id' })
  attemptId: string;

  @Column('integer')
  slot: number;

  @Column('text', { name: 'slot_key' })
  slotKey: string;

  @Column('uuid', { name: 'quiz_id' })
  quizId: string;

  @Index('marking_task_question')
  @Column('uuid', { name: 'question_id' })
  questionId: string;

  /** On the paper: its rubric and its guide hold. */
  @Column('uuid', { name: 'question_version_id' })
  questionVersionId: string;

  /** Hundredths. */
  @Column('integer')
  points: number;

  @Column('timestamptz', { name: 'submitted_at' })
  submittedAt: Date;

  @Column('boolean')
  anonymous: boolean;

  @Column('boolean', { name: 'second_wanted' })
  secondWanted: boolean;

  @Column('integer', { name: 'difference_percent' })
  differencePercent: number;

  @Column('text')
  state: MarkingState;

  /** Hundredths; null while it is not done, and where a regrade spared the marker the work. */
  @Column('integer', { nullable: true })
  awarded: number | null;
}

/** What one marker typed; a draft until it is final, and never changed after that. */
@Entity({ schema: 'assessment', name: 'mark' })
@Unique('mark_task_id_marker_id_key', ['taskId', 'markerId'])
@Unique('mark_task_id_round_key', ['taskId', 'round'])
export class Mark {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'task_id' })
  taskId: string;

  /** identity.account */
  @Column('uuid', { name: 'marker_id' })
  markerId: string;

  /** 1 or 2; null for a draft. */
  @Column('smallint', { nullable: true })
  round: number | null;

  @Column('integer', { nullable: true })
  awarded: number | null;

  /** Criterion id -> level id. */
  @Column('jsonb')
  levels: Record<string, string>;

  @Column('text')
  comment: string;

  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;

  @Column('timestamptz', { name: 'final_at', nullable: true })
  finalAt: Date | null;
}

/** A mark that replaces those of the markers; rows are only added. */
@Entity({ schema: 'assessment', name: 'mark_decision' })
@Index('mark_decision_task', ['taskId', 'id'])
export class MarkDecision {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('uuid', { name: 'task_id' })
  taskId: string;

  @Column('text')
  kind: DecisionKind;

  @Column('integer')
  awarded: number;

  /** For the officer; empty keeps the earlier ones. */
  @Column('text')
  comment: string;

  @Column('text')
  reason: string;

  @Column('uuid', { name: 'by_account' })
  byAccount: string;

  @Column('timestamptz')
  at: Date;
}

/** A remark that markers keep with a question. */
@Entity({ schema: 'assessment', name: 'marking_comment' })
// Unique by question and the hash of the text, which TypeORM cannot say.
@Index('marking_comment_text', { synchronize: false })
export class MarkingCommentRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'question_id' })
  questionId: string;

  @Column('text')
  text: string;

  @Column('integer')
  used: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
