/** The room of the rows of a quiz: its draft, and its published versions, which never change. */
import type { QuizDraft, QuizSettings } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A question of a quiz by its author's hand; points in hundredths. */
export type DraftSlot = QuizDraft['slots'][number];
/** A question of a published quiz: the version is fixed. */
export interface VersionSlot {
  questionVersionId: string;
  points: number;
}

@Entity({ schema: 'assessment', name: 'quiz' })
export class Quiz {
  @PrimaryColumn('uuid')
  id: string;

  @Index('quiz_bank')
  @Column('uuid', { name: 'bank_id' })
  bankId: string;

  @Column('text')
  title: string;

  @Column('jsonb')
  settings: QuizSettings;

  @Column('jsonb')
  slots: DraftSlot[];

  @Column('integer')
  revision: number;
}

@Entity({ schema: 'assessment', name: 'quiz_version' })
@Unique('quiz_version_quiz_id_number_key', ['quizId', 'number'])
export class QuizVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'quiz_id' })
  quizId: string;

  @Column('integer')
  number: number;

  @Column('text')
  title: string;

  @Column('jsonb')
  settings: QuizSettings;

  @Column('jsonb')
  slots: VersionSlot[];

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;
}
