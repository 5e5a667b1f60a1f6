/** The room of the rows of a quiz: its draft, and its published versions, which never change. */
import type { QuizSection, QuizSettings } from '@tap-huan/contract';
import type { PublishedSection } from '@tap-huan/rules';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

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
  sections: QuizSection[];

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

  /** With the version of each question, and the pools of those that are drawn. */
  @Column('jsonb')
  sections: PublishedSection[];

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;
}
