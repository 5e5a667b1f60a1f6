/** Attempts that are prepared, extended, synchronised late, and told part by part; what a person needs otherwise. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES = `
  alter table identity.access_grant drop constraint access_grant_role_check,
    add constraint access_grant_role_check
      check (role in ('learner', 'instructor', 'hr', 'inspector', 'administrator'));
`;

const ATTEMPT = `
  alter table assessment.attempt
    drop constraint attempt_phase_check,
    drop constraint attempt_check2,
    alter column started_at drop not null,
    -- the deadline with the grace in which answers typed in time may still arrive
    add column closes_at timestamptz,
    -- the slots that may be written now, where the paper is gone through forwards only
    add column part integer,
    add column part_from integer,
    add column part_to integer,
    add column part_deadline timestamptz,
    -- an accommodation: 150 is half as much time again
    add column time_percent integer not null default 100 check (time_percent between 100 and 400),
    add column screen jsonb,
    -- from which its page was last heard
    add column address text,
    -- AES-256, for the answer file
    add column file_key bytea not null default (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
    add constraint attempt_phase_check check (phase in ('prepared', 'open', 'submitted', 'marked')),
    add constraint attempt_begun_check check ((phase = 'prepared') = (started_at is null)),
    add constraint attempt_ended_check check ((phase in ('prepared', 'open')) = (submitted_at is null));
  update assessment.attempt set closes_at = deadline;

  -- A prepared attempt is not frozen yet: what holds for its taker is applied at Start.
  drop trigger attempt_paper_frozen on assessment.attempt;
  create trigger attempt_paper_frozen
    before update of paper, kinds, settings, title, quiz_id, quiz_version_id, taker_id, context_id, number, preview
    on assessment.attempt for each row when (old.phase <> 'prepared')
    execute function assessment.refuse_refreezing();

  drop index assessment.attempt_one_open;
  create unique index attempt_one_open on assessment.attempt (context_id, quiz_id)
    where phase in ('prepared', 'open') and not preview;
  drop index assessment.attempt_expiry;
  create index attempt_expiry on assessment.attempt (closes_at) where phase = 'open';

  alter table assessment.answer
    add column certainty smallint check (certainty between 1 and 3),
    add column seconds integer not null default 0 check (seconds >= 0),
    -- by the server's clock as the page knew it
    add column typed_at timestamptz,
    -- arrived after the deadline, typed before it
    add column late boolean not null default false;

  create table assessment.attempt_part (
    attempt_id uuid not null references assessment.attempt (id),
    part integer not null check (part >= 0),
    slot_from integer not null,
    slot_to integer not null,
    opened_at timestamptz not null,
    deadline timestamptz,
    closed_at timestamptz,
    primary key (attempt_id, part)
  );

  create table assessment.attempt_event (
    id bigint generated always as identity primary key,
    attempt_id uuid not null references assessment.attempt (id),
    kind text not null,
    -- by the page
    at timestamptz not null,
    received_at timestamptz not null,
    slot integer,
    seconds integer,
    detail jsonb not null default '{}'
  );
  create index attempt_event_attempt on assessment.attempt_event (attempt_id);
  create trigger attempt_event_only_grows before update or delete on assessment.attempt_event
    for each row execute function platform.refuse_change();

  create table assessment.attempt_file (
    id uuid primary key,
    attempt_id uuid not null references assessment.attempt (id),
    slot integer not null,
    name text not null,
    mime_type text not null,
    size integer not null,
    sha256 text not null,
    uploaded_at timestamptz not null
  );
  create index attempt_file_attempt on assessment.attempt_file (attempt_id);

  -- Practice: what was checked and which hints were asked for, in order.
  create table assessment.slot_check (
    id bigint generated always as identity primary key,
    attempt_id uuid not null references assessment.attempt (id),
    slot integer not null,
    kind text not null check (kind in ('check', 'hint')),
    at timestamptz not null,
    response jsonb,
    -- share earned, before the penalty
    earned integer,
    earned_of integer,
    outcome text
  );
  create index slot_check_attempt on assessment.slot_check (attempt_id, slot);
`;

const RESULTS = `
  -- One row for each attempt that was submitted; arrays in the order of the paper, marks in hundredths.
  create table assessment.result (
    attempt_id uuid primary key references assessment.attempt (id),
    quiz_id uuid not null references assessment.quiz (id),
    quiz_version_id uuid references assessment.quiz_version (id),
    -- where the taker worked then, for analysis by unit and audience
    unit_id uuid references organisation.unit (id),
    job_position text,
    submitted_at timestamptz not null,
    slot_keys text[] not null,
    question_ids uuid[] not null,
    -- the version on the paper
    version_ids uuid[] not null,
    -- the version whose key marked it; differs after a regrade
    marked_by_version_ids uuid[] not null,
    points integer[] not null,
    -- null: waits for a marker
    awarded integer[] not null,
    outcomes text[] not null,
    labels text[] not null,
    seconds integer[] not null,
    certainties smallint[] not null,
    -- [{points, maximum, reached}]
    sections jsonb not null
  );
  create index result_quiz on assessment.result (quiz_id, submitted_at);

  alter table assessment.step drop constraint step_kind_check,
    add column slot integer,
    -- hundredths
    add column awarded_from integer,
    add column awarded_to integer,
    add column reason text not null default '',
    add constraint step_kind_check check (kind in ('prepared', 'started', 'advanced', 'extended', 'submitted', 'marked',
      'regraded', 'voided', 'answers_loaded', 'slot_marked', 'slot_regraded', 'appealed', 'appeal_answered'));
`;

const NEEDS = `
  -- Only grows; the newest row of an account holds.
  create table assessment.accommodation (
    id uuid primary key,
    account_id uuid not null references identity.account (id),
    time_percent integer not null check (time_percent between 100 and 400),
    extra_attempts integer not null check (extra_attempts between 0 and 20),
    screen jsonb not null,
    reason text not null check (reason is nfc normalized),
    set_by uuid references identity.account (id),
    set_at timestamptz not null
  );
  create index accommodation_account on assessment.accommodation (account_id, set_at desc);
  create trigger accommodation_only_grows before update or delete on assessment.accommodation
    for each row execute function platform.refuse_change();

  -- Rules of one quiz that are otherwise for a person, a unit's subtree, or an audience (a job position in a subtree).
  create table assessment.quiz_override (
    id uuid primary key,
    quiz_id uuid not null references assessment.quiz (id),
    account_id uuid references identity.account (id),
    unit_id uuid references organisation.unit (id),
    job_position text,
    -- null: as the quiz says
    time_limit_minutes integer check (time_limit_minutes between 1 and 600),
    attempts_allowed integer check (attempts_allowed between 1 and 100),
    opens_at timestamptz,
    closes_at timestamptz,
    reason text not null check (reason is nfc normalized),
    created_by uuid references identity.account (id),
    created_at timestamptz not null,
    removed_by uuid references identity.account (id),
    removed_at timestamptz,
    check (account_id is not null or unit_id is not null),
    check (account_id is null or (unit_id is null and job_position is null))
  );
  create index quiz_override_quiz on assessment.quiz_override (quiz_id) where removed_at is null;

  create table assessment.extension (
    id uuid primary key,
    quiz_id uuid not null references assessment.quiz (id),
    -- null: everybody who was sitting it
    attempt_id uuid references assessment.attempt (id),
    minutes integer not null check (minutes between 1 and 600),
    reason text not null check (reason is nfc normalized),
    attempts integer not null,
    by_account uuid references identity.account (id),
    at timestamptz not null
  );
  create index extension_quiz on assessment.extension (quiz_id, at desc);
  create trigger extension_only_grows before update or delete on assessment.extension
    for each row execute function platform.refuse_change();
`;

export class Examination0010 implements MigrationInterface {
  // TypeORM sorts by the last thirteen digits.
  name = 'Examination9000000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROLES);
    await runner.query(ATTEMPT);
    await runner.query(RESULTS);
    await runner.query(NEEDS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
