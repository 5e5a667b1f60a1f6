/** The room of the columns of what was read of one lesson. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'enrolment', name: 'lesson_progress' })
export class LessonProgressEntity {
  @PrimaryColumn('uuid', { name: 'enrolment_id' })
  enrolmentId: string;

  /** Stays the same from version to version of a course. */
  @PrimaryColumn('uuid', { name: 'lesson_key' })
  lessonKey: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  /** How far down the lesson was read last time, 0 to 1. */
  @Column('real', { default: 0 })
  position: number;

  @Column('integer', { default: 0 })
  seconds: number;
}
