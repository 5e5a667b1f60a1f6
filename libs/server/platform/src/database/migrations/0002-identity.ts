/** Accounts, sessions, grants. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity0002 implements MigrationInterface {
  name = 'Identity0002000000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists identity;

      create table identity.account (
        id uuid primary key,
        username text not null constraint account_username unique,
        full_name text not null check (full_name is nfc normalized),
        -- argon2id in PHC form
        password_hash text not null,
        language text not null check (language in ('vi', 'en')),
        must_change_password boolean not null default false,
        disabled_at timestamptz,
        created_at timestamptz not null,
        last_sign_in_at timestamptz,
        -- given, family, middle name, in a form whose order is the order of the names
        sort_key text not null,
        -- folded full name and user name
        search_text text not null
      );

      create table identity.session (
        id uuid primary key,
        -- SHA-256 of the token, hex; the token itself is with the browser only
        token_hash text not null constraint session_token_hash unique,
        account_id uuid not null references identity.account (id) on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        seen_at timestamptz not null,
        address text,
        user_agent text
      );
      create index session_account on identity.session (account_id);
      create index session_expires on identity.session (expires_at);
      create index session_seen on identity.session (seen_at);

      -- unit_id points to organisation.unit; the constraint comes with that table.
      create table identity.access_grant (
        account_id uuid not null references identity.account (id) on delete cascade,
        role text not null check (role in ('learner', 'instructor', 'hr', 'administrator')),
        unit_id uuid not null,
        primary key (account_id, role, unit_id)
      );
      create index access_grant_unit on identity.access_grant (unit_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
