/** The room of the rows of a question bank: itself, the units it is shared with, and its categories. */
import type { BankRight } from '@tap-huan/contract';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity({ schema: 'assessment', name: 'bank' })
export class Bank {
  @PrimaryColumn('uuid')
  id: string;

  /** organisation.unit */
  @Index('bank_unit')
  @Column('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text')
  name: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
}

@Entity({ schema: 'assessment', name: 'bank_share' })
export class BankShare {
  @PrimaryColumn('uuid', { name: 'bank_id' })
  bankId: string;

  /** organisation.unit */
  @Index('bank_share_unit')
  @PrimaryColumn('uuid', { name: 'unit_id' })
  unitId: string;

  @Column('text')
  may: BankRight;
}

/** Names are unique among siblings. */
@Entity({ schema: 'assessment', name: 'category' })
@Unique('category_bank_id_parent_id_name_key', ['bankId', 'parentId', 'name'])
export class Category {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'bank_id' })
  bankId: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column('text')
  name: string;
}
