/** The room of an account's columns. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'account', schema: 'identity' })
export class Account {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  username: string;

  @Column('text', { name: 'full_name' })
  fullName: string;

  /** argon2id in PHC form. */
  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('text')
  language: 'vi' | 'en';

  @Column('boolean', { name: 'must_change_password', default: false })
  mustChangePassword: boolean;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true })
  lastSignInAt: Date | null;

  /** See `nameOrder`. */
  @Column('text', { name: 'sort_key' })
  sortKey: string;

  /** Folded full name and user name. */
  @Column('text', { name: 'search_text' })
  searchText: string;
}
