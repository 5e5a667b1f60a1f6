/** Answers that people mark, regrades, appeals, and completions that a regrade puts in doubt. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a task stands, and what it earned, is all that changes of it. */
const TASKS = `
  create table assessment.marking_paper (
    attempt_id uuid primary key references assessment.attempt (id),
    quiz_id uuid not null references assessment.quiz (id),
    -- drawn, so that it does not tell who handed in first
    number integer not null check (number >= 1),
    constraint marking_paper_number unique (quiz_id, number)
  );

  create table assessment.marking_task (
    id uuid primary key,
    attempt_id uuid not null references assessment.marking_paper (attempt_id),
    slot integer not null check (slot >= 1),
    slot_key text not null,
    quiz_id uuid not null references assessment.quiz (id),
    question_id uuid not null references assessment.question (id),
    -- the version on the paper: its rubric and its guide hold
    question_version_id uuid not null references assessment.question_version (id),
    -- hundredths
    points integer not null check (points >= 0),
    submitted_at timestamptz not null,
    -- as the quiz had it when the attempt began
    anonymous boolean not null,
    second_wanted boolean not null,
    difference_percent integer not null check (difference_percent between 0 and 100),
    state text not null check (state in ('waiting', 'second', 'to_agree', 'done')),
    -- hundredths; null while it is not done, and where a regrade spared the marker the work
    awarded integer,
    unique (attempt_id, slot),
    check (awarded between 0 and points),
    check (awarded is null or state = 'done')
  );
  create index marking_task_quiz on assessment.marking_task (quiz_id, state);
  create index marking_task_question on assessment.marking_task (question_id);

  create function assessment.guard_marking_task() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or to_jsonb(new) - array['state', 'awarded'] is distinct from to_jsonb(old) - array['state', 'awarded'] then
        raise exception 'of a marking task only state and mark change';
      end if;
      return new;
    end $$;
  create trigger marking_task_guard before update or delete on assessment.marking_task
    for each row execute function assessment.guard_marking_task();
`;

const MARKS = `
  -- What one marker typed; a draft until it is final, and never changed or removed after that.
  create table assessment.mark (
    id uuid primary key,
    task_id uuid not null references assessment.marking_task (id),
    marker_id uuid not null references identity.account (id),
    -- 1: the first mark, 2: the second one; null for a draft
    round smallint check (round in (1, 2)),
    awarded integer,
    -- {criterion id: level id}
    levels jsonb not null,
    comment text not null check (comment is nfc normalized),
    revision integer not null check (revision >= 1),
    saved_at timestamptz not null,
    final_at timestamptz,
    unique (task_id, marker_id),
    unique (task_id, round),
    check ((round is null) = (final_at is null)),
    check (round is null or awarded is not null)
  );

  create function assessment.guard_mark() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then raise exception 'a mark is never deleted'; end if;
      if old.final_at is not null then raise exception 'a given mark does not change'; end if;
      return new;
    end $$;
  create trigger mark_guard before update or delete on assessment.mark
    for each row execute function assessment.guard_mark();

  -- A mark that replaces those of the markers: agreed between two, changed later, or changed by an appeal.
  create table assessment.mark_decision (
    id bigint generated always as identity primary key,
    task_id uuid not null references assessment.marking_task (id),
    kind text not null check (kind in ('agreed', 'changed', 'appealed')),
    awarded integer not null,
    -- for the officer; empty keeps the earlier ones
    comment text not null check (comment is nfc normalized),
    reason text not null check (reason is nfc normalized),
    by_account uuid not null references identity.account (id),
    at timestamptz not null
  );
  create index mark_decision_task on assessment.mark_decision (task_id, id desc);
  create trigger mark_decision_only_grows before update or delete on assessment.mark_decision
    for each row execute function platform.refuse_change();

  create table assessment.marking_comment (
    id uuid primary key,
    question_id uuid not null references assessment.question (id),
    text text not null check (text is nfc normalized),
    used integer not null check (used >= 1),
    created_by uuid references identity.account (id),
    created_at timestamptz not null
  );
  -- too long for an index as it is
  create unique index marking_comment_text on assessment.marking_comment (question_id, md5(text));
`;

const AFTERWARDS = `
  -- The attempts that it changed have steps with its id.
  create table assessment.regrade (
    id uuid primary key,
    quiz_id uuid not null references assessment.quiz (id),
    question_id uuid not null references assessment.question (id),
    action text not null check (action in ('newest_key', 'full_marks', 'leave_out')),
    to_version integer not null,
    reason text not null check (reason is nfc normalized),
    -- whose marks changed
    attempts integer not null check (attempts >= 0),
    by_account uuid references identity.account (id),
    at timestamptz not null
  );
  create index regrade_quiz on assessment.regrade (quiz_id, at desc);
  create trigger regrade_only_grows before update or delete on assessment.regrade
    for each row execute function platform.refuse_change();

  create table assessment.appeal (
    id uuid primary key,
    attempt_id uuid not null references assessment.attempt (id),
    -- null: the whole paper
    slot integer check (slot >= 1),
    text text not null check (text is nfc normalized),
    at timestamptz not null,
    state text not null check (state in ('open', 'answered')),
    answer text not null default '' check (answer is nfc normalized),
    answered_by uuid references identity.account (id),
    answered_at timestamptz,
    -- hundredths; null where the mark was not looked at anew
    awarded_from integer,
    awarded_to integer,
    check ((state = 'answered') = (answered_at is not null)),
    check ((awarded_from is null) = (awarded_to is null)),
    check (awarded_to is null or slot is not null)
  );
  create index appeal_attempt on assessment.appeal (attempt_id);
  create unique index appeal_open on assessment.appeal (attempt_id, slot) nulls not distinct where state = 'open';

  create function assessment.guard_appeal() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then raise exception 'an appeal is never deleted'; end if;
      if old.state = 'answered' or (new.id, new.attempt_id, new.slot, new.text, new.at)
         is distinct from (old.id, old.attempt_id, old.slot, old.text, old.at) then
        raise exception 'an appeal is answered once and does not change otherwise';
      end if;
      return new;
    end $$;
  create trigger appeal_guard before update or delete on assessment.appeal
    for each row execute function assessment.guard_appeal();
`;

const DOUBTS = `
  -- A completion whose ground was taken away by marking anew; a person decides what follows.
  create table enrolment.completion_doubt (
    id uuid primary key,
    enrolment_id uuid not null references enrolment.enrolment (id),
    quiz_id uuid not null references assessment.quiz (id),
    -- the counted result, hundredths on the scale of ten
    score_before integer,
    score_now integer,
    -- when the marks changed
    since timestamptz not null,
    -- ground_returned: passed again before anybody decided
    decision text check (decision in ('kept', 'to_revoke', 'ground_returned')),
    note text not null default '' check (note is nfc normalized),
    decided_by uuid references identity.account (id),
    decided_at timestamptz,
    check ((decision is null) = (decided_at is null)),
    check ((decision in ('kept', 'to_revoke')) = (decided_by is not null))
  );
  create unique index completion_doubt_open on enrolment.completion_doubt (enrolment_id, quiz_id)
    where decision is null;
  create index completion_doubt_since on enrolment.completion_doubt (since desc);

  create function enrolment.guard_completion_doubt() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then raise exception 'a doubt is never deleted'; end if;
      if old.decision is not null then raise exception 'a doubt is decided once'; end if;
      return new;
    end $$;
  create trigger completion_doubt_guard before update or delete on enrolment.completion_doubt
    for each row execute function enrolment.guard_completion_doubt();
`;

export class Marking0011 implements MigrationInterface {
  // TypeORM sorts by the last thirteen digits.
  name = 'Marking9000000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TASKS);
    await runner.query(MARKS);
    await runner.query(AFTERWARDS);
    await runner.query(DOUBTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
