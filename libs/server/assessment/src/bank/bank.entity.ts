/** The room of the question bank's row. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

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
}
