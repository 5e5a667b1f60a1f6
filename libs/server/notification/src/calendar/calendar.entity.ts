/** The room of the columns of a calendar link. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'notification', name: 'calendar' })
export class CalendarEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text', { name: 'token_hash', unique: true })
  tokenHash: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;
}
