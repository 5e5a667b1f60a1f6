/** The room of the columns of a saved list. */
import type { ListDefinition } from '@tap-huan/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'reporting', name: 'saved_list' })
export class SavedListEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId: string;

  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('boolean')
  shared: boolean;

  @Column('jsonb')
  definition: ListDefinition;

  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
