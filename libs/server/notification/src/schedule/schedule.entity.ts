/** The room of the columns of when reminders go out; one row. */
import type { NoticeSchedule } from '@tap-huan/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'notification', name: 'schedule' })
export class ScheduleEntity {
  @PrimaryColumn('integer')
  id: number;

  @Column('jsonb', { nullable: true })
  body: NoticeSchedule | null;

  @Column('timestamptz', { name: 'updated_at', nullable: true })
  updatedAt: Date | null;

  @Column('uuid', { name: 'updated_by', nullable: true })
  updatedBy: string | null;

  @Column('date', { name: 'reminded_on', nullable: true })
  remindedOn: string | null;

  @Column('date', { name: 'digested_on', nullable: true })
  digestedOn: string | null;
}
