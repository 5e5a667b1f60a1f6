/** Saved lists that go out by themselves: when, to whom, and what became of each sending. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ListSchedules0024 implements MigrationInterface {
  name = 'ListSchedules9000000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCHEDULES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

const SCHEDULES = `
  create table reporting.list_schedule (
    id uuid primary key,
    list_id uuid not null constraint list_schedule_list unique references reporting.saved_list (id) on delete cascade,
    every text not null check (every in ('day', 'week', 'month')),
    -- 1 is Monday
    weekday integer not null check (weekday between 1 and 7),
    month_day integer not null check (month_day between 1 and 31),
    -- in Việt Nam
    hour integer not null check (hour between 0 and 23),
    paused_at timestamptz,
    -- what was due before is not sent: set when it begins, begins again, or gets another rhythm
    since timestamptz not null,
    -- the last time that has been seen to for everybody
    swept_at timestamptz,
    updated_at timestamptz not null
  );

  create table reporting.list_recipient (
    schedule_id uuid not null references reporting.list_schedule (id) on delete cascade,
    account_id uuid not null references identity.account (id) on delete cascade,
    since timestamptz not null,
    primary key (schedule_id, account_id)
  );
  create index list_recipient_account on reporting.list_recipient (account_id);

  create table reporting.list_sending (
    id uuid primary key,
    schedule_id uuid not null references reporting.list_schedule (id) on delete cascade,
    account_id uuid not null references identity.account (id) on delete cascade,
    -- in Việt Nam, on which it was due
    day date not null,
    at timestamptz not null,
    -- ready: handed over to the notices, which know what became of it
    state text not null check (state in ('ready', 'nothing', 'closed', 'no_scope', 'not_valid', 'failed')),
    lines integer not null check (lines >= 0),
    -- nobody gets a list twice on one day, however often and in however many processes it is tried
    constraint list_sending_once unique (schedule_id, account_id, day)
  );
  create index list_sending_newest on reporting.list_sending (schedule_id, at desc);
  create index list_sending_account on reporting.list_sending (account_id);
`;
