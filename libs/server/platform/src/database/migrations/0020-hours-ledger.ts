/** The hours ledger: what each officer was trained in each year, what the year asks for, and the leaders' twelve months. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HoursLedger0020 implements MigrationInterface {
  name = 'HoursLedger9000000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RULES);
    await runner.query(LEDGER);
    await runner.query(GUARD);
    await runner.query(COUNTING);
    await runner.query(LEADERS);
    await runner.query(COMPLETIONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

const RULES = `
  -- Hours (tiết) that a year asks of a kind of staff; half-open periods. A year goes by the rule of its last day.
  create table enrolment.hours_rule (
    staff_category text not null check (staff_category in ('cong_chuc', 'vien_chuc', 'khac')),
    valid_from date not null,
    valid_to date,
    hours integer not null check (hours between 1 and 400),
    legal_basis text not null check (legal_basis is nfc normalized and legal_basis <> ''),
    primary key (staff_category, valid_from),
    check (valid_to > valid_from),
    constraint hours_rule_one_at_a_time exclude using gist
      (staff_category with =, daterange(valid_from, valid_to) with &&) deferrable initially deferred
  );
  -- Other kinds of staff: their law has not been read, so no number is claimed for them.
  insert into enrolment.hours_rule (staff_category, valid_from, hours, legal_basis)
  values ('cong_chuc', '2025-07-01', 40, 'Nghị định 171/2025/NĐ-CP, khoản 3 Điều 16');
`;

const LEDGER = `
  -- A list of trainings that was read and checked; its good lines wait here to be entered.
  create table enrolment.hours_import (
    id uuid primary key,
    account_id uuid not null references identity.account (id),
    file_name text not null,
    state text not null default 'checked' check (state in ('checked', 'applied')),
    -- every line of the file with what is wrong in it
    lines jsonb not null check (jsonb_typeof(lines) = 'array'),
    already integer not null check (already >= 0),
    created_at timestamptz not null,
    applied_at timestamptz,
    check ((state = 'applied') = (applied_at is not null))
  );

  create table enrolment.hours_entry (
    id uuid primary key,
    officer_id uuid not null references organisation.officer (id),
    year integer not null generated always as (extract(year from day)::integer) stored,
    started_on date,
    -- the last day of the training
    day date not null,
    -- hundredths of a tiết, in quarters
    hours integer not null check (hours between 25 and 100000 and hours % 25 = 0),
    source text not null
      check (source in ('online', 'in_person', 'blended', 'seminar', 'teaching', 'external')),
    content_group text not null check (content_group in ('political_theory', 'defence_security',
      'state_management', 'job_position', 'science_digital')),
    title text not null check (title is nfc normalized and title <> ''),
    organiser text not null check (organiser is nfc normalized and organiser <> ''),
    document_no text not null default '' check (document_no is nfc normalized),
    note text not null default '' check (note is nfc normalized),
    -- a programme for leaders, Decree 171/2025 art. 16.2
    leader_programme boolean not null default false,
    state text not null check (state in
      ('proposed', 'approved', 'rejected', 'withdrawn', 'replaced', 'void')),
    -- entered by itself when this was completed
    enrolment_id uuid constraint hours_entry_enrolment unique references enrolment.enrolment (id),
    import_id uuid references enrolment.hours_import (id),
    -- what this entry stands for
    corrects uuid constraint hours_entry_corrects unique references enrolment.hours_entry (id),
    reason text not null default '' check (reason is nfc normalized),
    created_at timestamptz not null,
    -- null: the system
    created_by uuid references identity.account (id),
    decided_at timestamptz,
    decided_by uuid references identity.account (id),
    check (started_on <= day),
    check (state not in ('rejected', 'replaced', 'void') or reason <> '')
  );
  create index hours_entry_officer on enrolment.hours_entry (officer_id, year);
  create index hours_entry_year on enrolment.hours_entry (year, officer_id) include (hours, source, day)
    where state = 'approved';
  create index hours_entry_waiting on enrolment.hours_entry (created_at) where state = 'proposed';
  create index hours_entry_leader on enrolment.hours_entry (officer_id, day)
    where state = 'approved' and leader_programme;

  -- Papers that prove an entry.
  create table enrolment.hours_evidence (
    entry_id uuid not null references enrolment.hours_entry (id),
    media_id uuid not null references learning.media (id),
    ordinal integer not null,
    primary key (entry_id, media_id)
  );
  create index hours_evidence_media on enrolment.hours_evidence (media_id);
`;

/** The ledger is never rubbed out: what an entry says stays, and only its state moves on. */
const GUARD = `
  create function enrolment.guard_hours_entry() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then raise exception 'an entry of the hours ledger is never deleted'; end if;
      -- the year is generated from the day, after this has run
      if (to_jsonb(new) - '{state,reason,decided_at,decided_by,year}'::text[])
         is distinct from (to_jsonb(old) - '{state,reason,decided_at,decided_by,year}'::text[]) then
        raise exception 'an entry of the hours ledger is corrected by another entry';
      end if;
      if not (old.state = new.state
        or old.state = 'proposed' and new.state in ('approved', 'rejected', 'withdrawn')
        or old.state = 'approved' and new.state in ('replaced', 'void')) then
        raise exception 'an entry of the hours ledger does not go from % to %', old.state, new.state;
      end if;
      return new;
    end $$;
  create trigger hours_entry_guard before update or delete on enrolment.hours_entry
    for each row execute function enrolment.guard_hours_entry();
`;

const COUNTING = `
  -- Entries that add to a year: approved ones, and of own teaching only what a leader taught (Decree 171/2025 art. 3.4).
  create view enrolment.counted_hours as
    select e.id, e.officer_id, e.year, e.day, e.hours, e.source, e.content_group
    from enrolment.hours_entry e
    where e.state = 'approved'
      and (e.source <> 'teaching' or exists (
        select 1 from organisation.position p
        where p.officer_id = e.officer_id and p.leadership is not null
          and p.valid_from <= e.day and (p.valid_to is null or p.valid_to > e.day)));

  -- What a year asks for, by kind of staff: the rule of its last day.
  create function enrolment.hours_required(in_year integer)
  returns table (staff_category text, hours integer, legal_basis text)
  language sql stable parallel safe rows 3 as $$
    select r.staff_category, r.hours * 100, r.legal_basis
    from enrolment.hours_rule r
    where r.valid_from <= make_date(in_year, 12, 31)
      and (r.valid_to is null or r.valid_to > make_date(in_year, 12, 31))
  $$;
`;

const LEADERS = `
  -- Courses and programmes whose completion fulfils the leaders' duty.
  create table enrolment.leader_path (
    id uuid primary key,
    course_id uuid constraint leader_path_course unique references learning.course (id),
    programme_id uuid constraint leader_path_programme unique references learning.programme (id),
    added_at timestamptz not null,
    added_by uuid references identity.account (id),
    check (num_nonnulls(course_id, programme_id) = 1)
  );

  -- Why a leader need not take the programme (art. 41.4); taken back by an end, never removed.
  create table enrolment.leader_exemption (
    id uuid primary key,
    officer_id uuid not null references organisation.officer (id),
    ground text not null check (ground in ('old_certificate', 'other')),
    document_no text not null default '' check (document_no is nfc normalized),
    reason text not null check (reason is nfc normalized and reason <> ''),
    created_at timestamptz not null,
    created_by uuid references identity.account (id),
    ended_at timestamptz,
    ended_by uuid references identity.account (id),
    end_reason text check (end_reason is nfc normalized),
    check ((ended_at is null) = (end_reason is null))
  );
  create unique index leader_exemption_open on enrolment.leader_exemption (officer_id)
    where ended_at is null;

  -- The facts of the duty for everybody whom it binds today: công chức with a leadership post. The states are a rule of
  -- libs/rules (leaderStanding). Done is the first completion ever; an older one fulfils the duty too.
  create view enrolment.leader_duty as
    select p.id as officer_id, p.unit_id, p.leadership, p.appointed_on,
      (select min(done.day) from (
        select e.day from enrolment.hours_entry e
         where e.officer_id = p.id and e.state = 'approved' and e.leader_programme
        union all
        select (c.completed_at at time zone 'Asia/Ho_Chi_Minh')::date
          from enrolment.enrolment c
          join enrolment.leader_path l on l.course_id = c.course_id
         where c.officer_id = p.id and c.state = 'completed'
        union all
        select (g.completed_at at time zone 'Asia/Ho_Chi_Minh')::date
          from enrolment.programme_enrolment g
          join enrolment.leader_path l on l.programme_id = g.programme_id
         where g.officer_id = p.id and g.state = 'completed') as done) as done_on,
      x.id as exemption_id
    from organisation.present_officer p
    left join enrolment.leader_exemption x on x.officer_id = p.id and x.ended_at is null
    where p.leadership is not null and p.staff_category = 'cong_chuc';
`;

const COMPLETIONS = `
  -- Enters completed enrolments that are not in the ledger; one, or all of them. A repeat enters nothing.
  create function enrolment.enter_completions(only_this uuid, entered_at timestamptz) returns integer
  language sql volatile as $$
    with entered as (
      insert into enrolment.hours_entry (id, officer_id, started_on, day, hours, source, content_group,
             title, organiser, state, enrolment_id, created_at, decided_at)
      select gen_random_uuid(), e.officer_id,
             least((e.started_at at time zone 'Asia/Ho_Chi_Minh')::date, done.day), done.day,
             v.hours * 100, v.delivery_form, v.content_group, v.title, u.name, 'approved', e.id, $2, $2
        from enrolment.enrolment e
        cross join lateral (
          select (e.completed_at at time zone 'Asia/Ho_Chi_Minh')::date as day) done
        join learning.course_version v on v.id = e.course_version_id
        join learning.course c on c.id = e.course_id
        join organisation.unit u on u.id = c.unit_id
       where e.state = 'completed' and ($1 is null or e.id = $1)
          on conflict (enrolment_id) do nothing
      returning 1)
    select count(*)::integer from entered
  $$;
  select enrolment.enter_completions(null, now());
`;
