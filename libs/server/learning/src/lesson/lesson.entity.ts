/** The room of the columns of a lesson and of what hangs on it. */
import type { OutlineLesson } from '../outline/outline.reader';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity({ schema: 'learning', name: 'lesson' })
@Unique('lesson_ordinal', ['moduleId', 'ordinal'], { deferrable: 'INITIALLY DEFERRED' })
export class LessonEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The same from version to version; progress hangs on it. */
  @Index('lesson_key')
  @Column('uuid')
  key: string;

  @Column('uuid', { name: 'module_id' })
  moduleId: string;

  @Column('integer')
  ordinal: number;

  @Column('text')
  kind: OutlineLesson['kind'];

  @Column('text')
  title: string;

  /** Sanitised. */
  @Column('text', { name: 'body_html' })
  bodyHtml: string;

  @Column('integer')
  minutes: number;

  @Column('jsonb', { name: 'legal_basis' })
  legalBasis: string[];

  @Column('date', { name: 'as_of', nullable: true })
  asOf: string | null;

  @Index('lesson_quiz')
  @Column('uuid', { name: 'quiz_id', nullable: true })
  quizId: string | null;

  /** Set when the course version is published. */
  @Column('uuid', { name: 'quiz_version_id', nullable: true })
  quizVersionId: string | null;

  @Column('integer')
  revision: number;
}

@Entity({ schema: 'learning', name: 'lesson_attachment' })
export class LessonAttachmentEntity {
  @PrimaryColumn('uuid', { name: 'lesson_id' })
  lessonId: string;

  @Index('lesson_attachment_media')
  @PrimaryColumn('uuid', { name: 'media_id' })
  mediaId: string;

  @Column('text')
  title: string;

  @Column('integer')
  ordinal: number;
}

/** Every medium that a lesson attaches or shows. */
@Entity({ schema: 'learning', name: 'lesson_medium' })
export class LessonMediumEntity {
  @PrimaryColumn('uuid', { name: 'lesson_id' })
  lessonId: string;

  @Index('lesson_medium_media')
  @PrimaryColumn('uuid', { name: 'media_id' })
  mediaId: string;
}
