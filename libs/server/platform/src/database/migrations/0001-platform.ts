/** Outbox, inbox and audit trail. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform0001 implements MigrationInterface {
  name = 'Platform0001000000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists platform;
      create extension if not exists ltree;
      create extension if not exists unaccent;

      create table platform.outbox (
        id uuid primary key,
        event text not null,
        payload jsonb not null,
        emitted_at timestamptz not null,
        -- null until the relay has handed it to the queue
        dispatched_at timestamptz
      );
      create index outbox_waiting on platform.outbox (emitted_at) where dispatched_at is null;

      create table platform.inbox (
        event_id uuid not null references platform.outbox (id),
        handler text not null,
        handled_at timestamptz not null default now(),
        primary key (event_id, handler)
      );

      create table platform.audit (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        account_id uuid,
        address text,
        action text not null,
        subject_kind text not null,
        subject_id text not null,
        detail jsonb not null
      );
      create index audit_subject on platform.audit (subject_kind, subject_id);
      create index audit_at on platform.audit (at);

      -- The audit trail only grows.
      create function platform.refuse_change() returns trigger language plpgsql as $$
        begin raise exception '% only grows', tg_table_name; end $$;
      create trigger audit_only_grows before update or delete on platform.audit
        for each row execute function platform.refuse_change();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
