/** What HR knows of an officer: contact, rank, leadership, kind of staff; changes that are ahead; lists that were imported. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIELDS = `
  create extension if not exists btree_gist;

  alter table organisation.officer
    add column email text check (email is nfc normalized and email <> ''),
    add column phone text check (phone is nfc normalized and phone <> '');

  alter table organisation.position
    -- ngạch or hạng, as the staff list writes it
    add column rank text check (rank is nfc normalized and rank <> ''),
    -- chức vụ lãnh đạo, quản lý; null: none
    add column leadership text check (leadership is nfc normalized and leadership <> ''),
    -- first day of the leadership post: the twelve months of Decree 171/2025 art. 16.2 count from it
    add column appointed_on date,
    add column staff_category text not null default 'cong_chuc'
      check (staff_category in ('cong_chuc', 'vien_chuc', 'khac')),
    -- decision by which the position began
    add column decision_no text check (decision_no is nfc normalized and decision_no <> ''),
    -- why it ended, where the officer left with it
    add column end_reason text check (end_reason is nfc normalized and end_reason <> ''),
    add constraint position_appointed check (appointed_on is null or leadership is not null),
    -- one after the other; asked at the commit, so that a change may pass through a moment in which two meet
    add constraint position_one_at_a_time exclude using gist
      (officer_id with =, daterange(valid_from, valid_to) with &&) deferrable initially deferred;
  create index position_unit_ever on organisation.position (unit_id, valid_from);

  create or replace view organisation.present_officer as
    select o.id, o.account_id, o.staff_code, o.full_name, o.sort_key, o.search_text, o.birth_date,
           p.job_position, p.unit_id, u.name as unit_name, u.path as unit_path,
           p.rank, p.leadership, p.appointed_on, p.staff_category, o.email, o.phone
    from organisation.officer o
    join organisation.position p on p.officer_id = o.id and p.valid_to is null
    join organisation.unit u on u.id = p.unit_id;
`;

const AHEAD = `
  -- A change of post that is ahead: carried out on its day. Positions themselves never begin in the future.
  create table organisation.planned_change (
    id uuid primary key,
    officer_id uuid not null references organisation.officer (id),
    effective_on date not null,
    kind text not null check (kind in ('post', 'leave')),
    -- of the new position; null where the officer leaves
    unit_id uuid references organisation.unit (id),
    -- jobPosition, rank, leadership, appointedOn, staffCategory, decisionNo; or endReason
    post jsonb not null,
    asked_by uuid references identity.account (id),
    asked_at timestamptz not null,
    constraint planned_change_once unique (officer_id, effective_on),
    check ((kind = 'post') = (unit_id is not null))
  );
  create index planned_change_day on organisation.planned_change (effective_on);
`;

const IMPORTS = `
  create table organisation.officer_import (
    id uuid primary key,
    -- whose subtree the list speaks of
    unit_id uuid not null references organisation.unit (id),
    kind text not null check (kind in ('update', 'synchronise')),
    state text not null check (state in
      ('reading', 'read', 'checking', 'checked', 'applying', 'applied', 'failed', 'cancelled')),
    file_name text not null,
    -- the file itself until it is read: a list of persons is not kept longer than it serves
    file bytea,
    -- the row of the file with the names of the columns, 1 is the first; null while it is not read
    header_row integer,
    headings text[] not null default '{}',
    -- field by column; null for a column that is left out
    mapping text[] not null default '{}',
    -- day from which new positions count
    effective_on date not null,
    total integer not null default 0,
    done integer not null default 0,
    counts jsonb not null default '{}',
    -- what the check saw: an import is applied to what was shown, or not at all
    checked_at timestamptz,
    skip_wrong boolean,
    failure text,
    asked_by uuid not null references identity.account (id),
    asked_at timestamptz not null,
    finished_at timestamptz
  );
  create index officer_import_unit on organisation.officer_import (unit_id, asked_at desc);

  -- The lines of a file and what becomes of each; kept while they may be looked at, then removed.
  create table organisation.officer_import_row (
    import_id uuid not null references organisation.officer_import (id) on delete cascade,
    -- of the file; leavers, who are in no row of it, count on from its end
    row integer not null,
    cells text[] not null,
    action text check (action in ('join', 'return', 'change', 'same', 'leave', 'wrong', 'ignored')),
    officer_id uuid,
    -- [{column, code, text}]
    problems jsonb not null default '[]',
    -- what will be, as the command takes it; null where it is wrong
    target jsonb,
    -- [{field, from, to}]
    changes jsonb not null default '[]',
    primary key (import_id, row)
  );
  create index officer_import_row_action on organisation.officer_import_row (import_id, action, row);

  -- Which field a column of that name was read as, the last time that this person said so.
  create table organisation.import_heading (
    account_id uuid not null references identity.account (id),
    -- folded
    heading text not null,
    -- null: left out
    field text,
    used_at timestamptz not null,
    primary key (account_id, heading)
  );
`;

export class OfficerFields0017 implements MigrationInterface {
  name = 'OfficerFields9000000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FIELDS);
    await runner.query(AHEAD);
    await runner.query(IMPORTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
