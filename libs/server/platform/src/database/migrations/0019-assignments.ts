/** Assignments, how each officer stands in them, who is excused or has longer, and whom to look at again. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Assignments0019 implements MigrationInterface {
  name = 'Assignments9000000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENROLMENTS);
    await runner.query(ASSIGNMENTS);
    await runner.query(CASES);
    await runner.query(EXCEPTIONS);
    await runner.query(TOUCHED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

const ENROLMENTS = `
  -- A course that is renewed is taken again: the second enrolment, the third … Each counts once.
  alter table enrolment.enrolment
    add column occurrence integer not null default 1 check (occurrence >= 1);
  drop index enrolment.enrolment_once;
  create unique index enrolment_once on enrolment.enrolment (officer_id, course_id, occurrence)
    where state <> 'withdrawn';
  -- and only one of them is being taken
  create unique index enrolment_one_open on enrolment.enrolment (officer_id, course_id)
    where state in ('not_started', 'in_progress');
`;

const ASSIGNMENTS = `
  create table enrolment.assignment (
    id uuid primary key,
    title text not null check (title is nfc normalized and title <> ''),
    -- folded title
    search_text text not null,
    -- only officers in this unit and below it
    unit_id uuid not null references organisation.unit (id),
    audience_id uuid not null references enrolment.audience (id),
    course_id uuid references learning.course (id),
    programme_id uuid references learning.programme (id),
    -- {kind fixed, day} | {kind after_assignment | after_appointment, days} | {kind after_completion, months}
    due jsonb not null check (due->>'kind' in
      ('fixed', 'after_assignment', 'after_appointment', 'after_completion')),
    -- {validityMonths, renewalWindowDays, renewalCourseId | null}
    recurrence jsonb check (jsonb_typeof(recurrence) = 'object'),
    -- days after the due day before it counts as overdue
    grace_days integer not null default 0 check (grace_days between 0 and 365),
    -- whoever joins late or comes back gets at least so many days
    late_days integer not null default 30 check (late_days between 0 and 365),
    reason text not null check (reason is nfc normalized),
    legal_basis text not null default '' check (legal_basis is nfc normalized),
    state text not null default 'draft' check (state in ('draft', 'active', 'paused', 'ended')),
    starts_on date not null,
    -- last day
    ends_on date check (ends_on >= starts_on),
    revision integer not null default 1 check (revision >= 1),
    -- null: the system
    created_by uuid references identity.account (id),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- when the reconciler last looked at everybody, and for which day; null: to be looked at
    reconciled_at timestamptz,
    reconciled_on date,
    check (num_nonnulls(course_id, programme_id) = 1)
  );
  create index assignment_unit on enrolment.assignment (unit_id);
  create index assignment_audience on enrolment.assignment (audience_id);
  create index assignment_active on enrolment.assignment (reconciled_on) where state = 'active';
`;

const CASES = `
  create table enrolment.assignment_case (
    id uuid primary key default gen_random_uuid(),
    assignment_id uuid not null references enrolment.assignment (id),
    officer_id uuid not null references organisation.officer (id),
    -- 1: the first time; 2 and on: renewals
    occurrence integer not null check (occurrence >= 1),
    state text not null check (state in ('due', 'overdue', 'done', 'exempt', 'left', 'waiting')),
    -- the contract's caseBecause
    because jsonb not null,
    -- day from which the duty counts
    since date not null,
    due_on date,
    -- a later day that was granted; wins over due_on
    extended_to date,
    done_on date,
    left_on date,
    enrolment_id uuid references enrolment.enrolment (id),
    programme_enrolment_id uuid references enrolment.programme_enrolment (id),
    -- the enrolment came into being because of this case, and may be taken back with it
    enrolled_here boolean not null default false,
    constraint assignment_case_once unique (assignment_id, officer_id, occurrence),
    check ((state = 'done') = (done_on is not null)),
    check ((state = 'left') = (left_on is not null))
  );
  create index assignment_case_officer on enrolment.assignment_case (officer_id);
  create index assignment_case_state on enrolment.assignment_case (assignment_id, state, due_on);
  create index assignment_case_enrolment on enrolment.assignment_case (enrolment_id)
    where enrolment_id is not null;

  create function enrolment.guard_assignment_case() returns trigger language plpgsql as $$
    begin
      if old.state = 'done' then
        raise exception 'what is done in an assignment stays done';
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$;
  create trigger assignment_case_guard before update or delete on enrolment.assignment_case
    for each row execute function enrolment.guard_assignment_case();

  -- How each officer stands now: the newest occurrence; a renewal that still waits leaves the one before it standing.
  create view enrolment.present_case as
    select distinct on (c.assignment_id, c.officer_id) c.*
      from enrolment.assignment_case c
     where not (c.occurrence > 1 and (c.state = 'waiting' or (c.state = 'left'
                and c.because->>'via' = 'recurrence_ended')))
     order by c.assignment_id, c.officer_id, c.occurrence desc;
`;

const EXCEPTIONS = `
  create table enrolment.exemption (
    id uuid primary key,
    officer_id uuid not null references organisation.officer (id),
    -- one assignment, or every assignment of a course or a programme
    assignment_id uuid references enrolment.assignment (id),
    course_id uuid references learning.course (id),
    programme_id uuid references learning.programme (id),
    reason text not null check (reason is nfc normalized and reason <> ''),
    legal_basis text not null default '' check (legal_basis is nfc normalized),
    valid_from date not null,
    -- last day; null: for good
    valid_to date,
    -- null: the system
    by_account uuid references identity.account (id),
    at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid references identity.account (id),
    end_reason text not null default '',
    check (num_nonnulls(assignment_id, course_id, programme_id) = 1)
  );
  create index exemption_officer on enrolment.exemption (officer_id);
  create index exemption_assignment on enrolment.exemption (assignment_id);

  -- Each time that somebody was given a later day; append-only.
  create table enrolment.extension (
    id uuid primary key,
    case_id uuid not null references enrolment.assignment_case (id),
    from_day date,
    to_day date not null,
    reason text not null check (reason is nfc normalized and reason <> ''),
    by_account uuid references identity.account (id),
    at timestamptz not null
  );
  create index extension_case on enrolment.extension (case_id);
`;

/**
 * Officers whose facts have changed since the reconciler looked. Noted by the database, because the facts are written in
 * many ways (by hand, from files, by a reorganisation), and whoever is forgotten is never assigned. Append-only and
 * without a key: two writers never wait for each other.
 */
const TOUCHED = `
  create table enrolment.assignment_touched (
    id bigint generated always as identity primary key,
    officer_id uuid not null
  );

  -- Not where no assignment runs, and not what the reconciler itself writes.
  create function enrolment.touches_count() returns boolean language sql stable as $$
    select coalesce(current_setting('enrolment.reconciling', true), '') <> 'yes'
       and exists (select 1 from enrolment.assignment where state = 'active')
  $$;

  create function enrolment.touch_new() returns trigger language plpgsql as $$
    begin
      if enrolment.touches_count() then
        insert into enrolment.assignment_touched (officer_id) select distinct officer_id from changed;
      end if;
      return null;
    end $$;
  create trigger position_touch_insert after insert on organisation.position
    referencing new table as changed for each statement execute function enrolment.touch_new();
  create trigger position_touch_update after update on organisation.position
    referencing new table as changed for each statement execute function enrolment.touch_new();
  create trigger position_touch_delete after delete on organisation.position
    referencing old table as changed for each statement execute function enrolment.touch_new();
  create trigger enrolment_touch_insert after insert on enrolment.enrolment
    referencing new table as changed for each statement execute function enrolment.touch_new();
  create trigger programme_enrolment_touch_insert after insert on enrolment.programme_enrolment
    referencing new table as changed for each statement execute function enrolment.touch_new();
  create trigger exemption_touch_insert after insert on enrolment.exemption
    referencing new table as changed for each statement execute function enrolment.touch_new();

  create function enrolment.touch_one() returns trigger language plpgsql as $$
    begin
      if enrolment.touches_count() then
        insert into enrolment.assignment_touched (officer_id) values (new.officer_id);
      end if;
      return null;
    end $$;
  -- Row by row: progress is written often, and only the end of it matters here.
  create trigger enrolment_touch_state after update of state on enrolment.enrolment
    for each row when (old.state is distinct from new.state and new.state in ('completed', 'withdrawn'))
    execute function enrolment.touch_one();
  create trigger programme_enrolment_touch_state after update of state on enrolment.programme_enrolment
    for each row when (old.state is distinct from new.state and new.state in ('completed', 'withdrawn'))
    execute function enrolment.touch_one();

  -- A rule that means others now: everybody is looked at again.
  create function enrolment.touch_audience() returns trigger language plpgsql as $$
    begin
      update enrolment.assignment set reconciled_on = null where audience_id = new.id and state = 'active';
      return null;
    end $$;
  create trigger audience_touch after update of rule, unit_id on enrolment.audience
    for each row when (old.rule is distinct from new.rule or old.unit_id is distinct from new.unit_id)
    execute function enrolment.touch_audience();
`;
