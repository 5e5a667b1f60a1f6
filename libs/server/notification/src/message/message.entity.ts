/** The room of the columns of a notice to one person. */
import type { MailState, NoticeKind } from '@tap-huan/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'notification', name: 'message' })
export class MessageEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  kind: NoticeKind;

  @Column('text', { unique: true })
  key: string;

  @Column('jsonb')
  params: Record<string, unknown>;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;

  @Column('text', { name: 'mail_state' })
  mailState: MailState;

  @Column('text', { name: 'mail_to', nullable: true })
  mailTo: string | null;

  @Column('integer', { name: 'mail_attempts', default: 0 })
  mailAttempts: number;

  @Column('timestamptz', { name: 'mail_after', nullable: true })
  mailAfter: Date | null;

  @Column('timestamptz', { name: 'mail_sent_at', nullable: true })
  mailSentAt: Date | null;

  @Column('text', { name: 'mail_fault', nullable: true })
  mailFault: string | null;

  @Column('text', { name: 'mail_subject', nullable: true })
  mailSubject: string | null;

  @Column('text', { name: 'mail_text', nullable: true })
  mailText: string | null;
}
