/** The room of the columns of what a person wants by mail. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'notification', name: 'preference' })
export class PreferenceEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { name: 'mail_off', array: true, default: '{}' })
  mailOff: string[];

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
