/** Accounts that an import opens for those who join, and locks for those who leave. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACCOUNTS = `
  alter table organisation.officer_import
    -- what HR chose when the list was applied
    add column open_accounts boolean not null default false,
    add column lock_accounts boolean not null default false,
    -- accounts that it locked
    add column locked integer not null default 0;

  -- The accounts that an import opened, and how their first password reaches them. It is kept nowhere but as the
  -- account's hash: it is drawn when the mail goes out or the paper is made.
  create table organisation.import_account (
    import_id uuid not null references organisation.officer_import (id) on delete cascade,
    account_id uuid not null references identity.account (id) on delete cascade,
    -- of the list, so that papers come in its order
    row integer not null,
    -- none: by paper; refused: the mail server takes no mail to the address, so by paper as well
    mail_state text not null check (mail_state in ('none', 'waiting', 'sent', 'refused')),
    mail_to text,
    -- when the code was seen, once
    handed_at timestamptz,
    primary key (import_id, account_id),
    check (mail_state <> 'waiting' or mail_to is not null)
  );
  create index import_account_of on organisation.import_account (account_id);
`;

export class ImportAccounts0034 implements MigrationInterface {
  name = 'ImportAccounts9000000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCOUNTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
