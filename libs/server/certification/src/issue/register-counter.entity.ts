/** The room of the last register number of an issuer and a year. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'certification', name: 'register_counter' })
export class RegisterCounterEntity {
  @PrimaryColumn('uuid', { name: 'issuer_unit_id' })
  issuerUnitId: string;
  @PrimaryColumn('integer')
  year: number;
  @Column('integer')
  last: number;
}
