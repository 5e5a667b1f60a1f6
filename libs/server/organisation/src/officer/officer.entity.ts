/** The room of an officer's columns; where they work is in their positions. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'officer', schema: 'organisation' })
export class Officer {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('text', { name: 'staff_code' })
  staffCode: string;

  @Column('text', { name: 'full_name' })
  fullName: string;

  /** See `nameOrder` of identity. */
  @Column('text', { name: 'sort_key' })
  sortKey: string;

  /** Folded full name and staff code. */
  @Column('text', { name: 'search_text' })
  searchText: string;

  /** `YYYY-MM-DD`, or `YYYY` where only the year is known. */
  @Column('text', { name: 'birth_date' })
  birthDate: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;
}
