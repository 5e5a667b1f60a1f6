/** The room of the rows of a question and of its versions, which never change. */
import type { QuestionContent, QuestionKind, QuestionStatus } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity({ schema: 'assessment', name: 'question' })
export class Question {
  @PrimaryColumn('uuid')
  id: string;

  @Index('question_bank')
  @Column('uuid', { name: 'bank_id' })
  bankId: string;

  /** The order in which an author wrote them. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  ordinal: number;

  /** Kind of the current version. */
  @Column('text')
  kind: QuestionKind;

  @Column('integer', { name: 'current_version' })
  currentVersion: number;

  @Index('question_category')
  @Column('uuid', { name: 'category_id', nullable: true })
  categoryId: string | null;

  @Column('text')
  status: QuestionStatus;

  /** Set where the status is `retired`, and only there. */
  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt: Date | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}

@Entity({ schema: 'assessment', name: 'question_version' })
@Unique('question_version_question_id_number_key', ['questionId', 'number'])
export class QuestionVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'question_id' })
  questionId: string;

  @Column('integer')
  number: number;

  @Column('jsonb')
  content: QuestionContent;

  @Column('text')
  title: string;

  /** Stem and options as plain text, folded. */
  @Column('text', { name: 'search_text' })
  searchText: string;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
