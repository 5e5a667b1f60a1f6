/** The room of a kind of units: its level, its names, and the days on which units may be of it. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'unit_kind', schema: 'organisation' })
export class UnitKind {
  @PrimaryColumn('text')
  kind: string;

  /** 1 is the top. */
  @Column('integer')
  level: number;

  @Column('text', { name: 'name_vi' })
  nameVi: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which no unit may be of this kind any more. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}
