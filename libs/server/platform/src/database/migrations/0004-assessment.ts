/** Question banks, quizzes, attempts and answers. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const AUTHORING = `
  create schema if not exists assessment;

  create table assessment.bank (
    id uuid primary key,
    unit_id uuid not null references organisation.unit (id),
    name text not null
  );
  create index bank_unit on assessment.bank (unit_id);

  create table assessment.question (
    id uuid primary key,
    bank_id uuid not null references assessment.bank (id),
    -- the order in which an author wrote them
    ordinal bigint generated always as identity,
    kind text not null,
    current_version integer not null check (current_version >= 1),
    retired_at timestamptz,
    created_by uuid references identity.account (id),
    updated_at timestamptz not null
  );
  create index question_bank on assessment.question (bank_id);

  create table assessment.question_version (
    id uuid primary key,
    question_id uuid not null references assessment.question (id),
    number integer not null check (number >= 1),
    content jsonb not null,
    title text not null,
    -- stem and options as plain text, folded
    search_text text not null,
    created_by uuid references identity.account (id),
    created_at timestamptz not null,
    unique (question_id, number)
  );

  create table assessment.quiz (
    id uuid primary key,
    bank_id uuid not null references assessment.bank (id),
    title text not null,
    settings jsonb not null,
    -- [{questionId, points}]
    slots jsonb not null,
    revision integer not null
  );
  create index quiz_bank on assessment.quiz (bank_id);

  create table assessment.quiz_version (
    id uuid primary key,
    quiz_id uuid not null references assessment.quiz (id),
    number integer not null check (number >= 1),
    title text not null,
    settings jsonb not null,
    -- [{questionVersionId, points}]
    slots jsonb not null,
    published_at timestamptz not null,
    unique (quiz_id, number)
  );

  create trigger question_version_immutable before update or delete on assessment.question_version
    for each row execute function platform.refuse_change();
  create trigger quiz_version_immutable before update or delete on assessment.quiz_version
    for each row execute function platform.refuse_change();
`;

const TAKING = `
  create table assessment.attempt (
    id uuid primary key,
    quiz_id uuid not null references assessment.quiz (id),
    -- null for a preview, which is of the draft
    quiz_version_id uuid references assessment.quiz_version (id),
    taker_id uuid not null references identity.account (id),
    -- what it counts for, e.g. an enrolment; known to the starter only
    context_id uuid,
    number integer not null check (number >= 1),
    preview boolean not null,
    phase text not null check (phase in ('open', 'submitted', 'marked')),
    started_at timestamptz not null,
    deadline timestamptz,
    submitted_at timestamptz,
    closed_by_deadline boolean not null default false,
    -- frozen: versions, order, option order, weights
    paper jsonb not null,
    -- kind of each slot; small, so that saving an answer need not read the paper
    kinds text[] not null,
    settings jsonb not null,
    title text not null,
    return_path text not null,
    -- the page that may write
    holder text,
    -- hundredths
    points integer,
    maximum integer,
    score_of_ten integer check (score_of_ten between 0 and 1000),
    passed boolean,
    -- 'machine', or the account that marked it
    graded_by text,
    check (preview = (quiz_version_id is null)),
    check (not preview or context_id is null),
    check ((phase = 'open') = (submitted_at is null)),
    check (points between 0 and maximum),
    check (
      (phase = 'marked') = (points is not null and maximum is not null and score_of_ten is not null
        and passed is not null and graded_by is not null)
    )
  );
  create unique index attempt_one_open on assessment.attempt (context_id, quiz_id)
    where phase = 'open' and not preview;
  create unique index attempt_number on assessment.attempt (context_id, quiz_id, number)
    where not preview;
  create index attempt_expiry on assessment.attempt (deadline) where phase = 'open';
  create index attempt_quiz_version on assessment.attempt (quiz_version_id);
  create index attempt_quiz on assessment.attempt (quiz_id);
  create index attempt_taker on assessment.attempt (taker_id);

  -- Saving rewrites answers again and again: room on the page keeps the rewrites off the index.
  create table assessment.answer (
    attempt_id uuid not null references assessment.attempt (id),
    slot integer not null check (slot >= 1),
    response jsonb,
    flagged boolean not null,
    -- numbered by the client
    seq bigint not null,
    saved_at timestamptz not null,
    primary key (attempt_id, slot)
  ) with (fillfactor = 70);

  create table assessment.step (
    id bigint generated always as identity primary key,
    attempt_id uuid not null references assessment.attempt (id),
    kind text not null check (kind in ('started', 'submitted', 'marked', 'regraded', 'voided')),
    at timestamptz not null,
    -- null for the clock
    by_account uuid references identity.account (id),
    detail jsonb not null
  );
  create index step_attempt on assessment.step (attempt_id);

  create trigger step_only_grows before update or delete on assessment.step
    for each row execute function platform.refuse_change();

  create function assessment.refuse_refreezing() returns trigger language plpgsql as $$
    begin raise exception 'the paper of an attempt is frozen'; end $$;
  create trigger attempt_paper_frozen
    before update of paper, kinds, settings, title, quiz_id, quiz_version_id, taker_id, context_id, number, preview
    on assessment.attempt for each row execute function assessment.refuse_refreezing();
`;

export class Assessment0004 implements MigrationInterface {
  name = 'Assessment0004000000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AUTHORING);
    await runner.query(TAKING);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
