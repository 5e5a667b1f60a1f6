/** The room of the columns of a course and its versions. */
import type { CourseMeta } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { VersionState } from './version-state';

@Entity({ schema: 'learning', name: 'course' })
@Unique('course_code', ['code'])
@Unique('course_bank', ['bankId'])
export class CourseEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  code: string;

  @Index('course_unit')
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('uuid', { name: 'bank_id' })
  bankId: string;

  /** Null: the system. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** First day on which it takes nobody new. */
  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;
}

@Entity({ schema: 'learning', name: 'course_version' })
@Unique('course_version_number', ['courseId', 'number'])
@Index('course_version_one_draft', ['courseId'], { unique: true, where: `(state = 'draft'::text)` })
export class CourseVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'course_id' })
  courseId: string;

  @Column('integer')
  number: number;

  @Column('text')
  state: VersionState;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text')
  audience: string;

  /** Periods (tiết). */
  @Column('integer')
  hours: number;

  @Column('text', { name: 'content_group' })
  contentGroup: CourseMeta['contentGroup'];

  @Column('text', { name: 'delivery_form' })
  deliveryForm: CourseMeta['deliveryForm'];

  @Column('jsonb', { name: 'legal_basis' })
  legalBasis: string[];

  @Column('date', { name: 'as_of', nullable: true })
  asOf: string | null;

  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
}
