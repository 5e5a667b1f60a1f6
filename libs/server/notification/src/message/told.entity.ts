/** The room of the columns of what somebody was told already. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'notification', name: 'told' })
export class ToldEntity {
  @PrimaryColumn('text')
  key: string;

  @Column('uuid', { name: 'message_id' })
  messageId: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('timestamptz')
  at: Date;
}
