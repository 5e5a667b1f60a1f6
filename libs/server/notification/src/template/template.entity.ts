/** The room of the columns of words that the academy changed. */
import type { Language, NoticeKind } from '@tap-huan/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'notification', name: 'template' })
export class TemplateEntity {
  @PrimaryColumn('text')
  kind: NoticeKind;

  @PrimaryColumn('text')
  language: Language;

  @Column('text')
  subject: string;

  @Column('text')
  body: string;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('uuid', { name: 'updated_by', nullable: true })
  updatedBy: string | null;
}
