/** The room of the columns of what HR writes around a year's figures. */
import type { DocumentHead } from '@tap-huan/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'reporting', name: 'document_head' })
export class DocumentHeadEntity {
  @PrimaryColumn('uuid', { name: 'unit_id' })
  unitId: string;

  @PrimaryColumn('integer')
  year: number;

  @Column('jsonb')
  head: DocumentHead;

  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  @Column('uuid', { name: 'updated_by', nullable: true })
  updatedBy: string | null;
}
