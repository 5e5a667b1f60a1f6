/** The room of a session's columns. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'session', schema: 'identity' })
export class Session {
  @PrimaryColumn('uuid')
  id: string;

  /** SHA-256 of the token, hex; the token itself is with the browser only. */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** The end that no use puts off. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** Last use, exact to a minute. */
  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;

  @Column('text', { nullable: true })
  address: string | null;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent: string | null;
}
