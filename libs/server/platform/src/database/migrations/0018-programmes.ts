/** Audiences (who, by a saved rule), programmes (which courses make a whole), and officers on their way through one. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Programmes0018 implements MigrationInterface {
  name = 'Programmes9000000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AUDIENCES);
    await runner.query(MEMBERS);
    await runner.query(PROGRAMMES);
    await runner.query(IMMUTABILITY);
    await runner.query(PROGRAMME_ENROLMENTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

const AUDIENCES = `
  create table enrolment.audience (
    id uuid primary key,
    name text not null check (name is nfc normalized and name <> ''),
    -- whose audience it is: nobody outside this subtree is ever a member
    unit_id uuid not null references organisation.unit (id),
    -- the contract's audienceRule
    rule jsonb not null check (jsonb_typeof(rule) = 'object'),
    revision integer not null default 1 check (revision >= 1),
    -- null: the system
    created_by uuid references identity.account (id),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    archived_at timestamptz
  );
  create index audience_unit on enrolment.audience (unit_id);
`;

const MEMBERS = `
  -- The units that stand for the given ones today: a unit that was merged or split is stood for by everything that came of
  -- it, so that a rule written before a reorganisation skips nobody after it.
  create function enrolment.units_today(units uuid[]) returns setof uuid
  language sql stable parallel safe rows 10 as $$
    select distinct heir from unnest($1) as named(id), organisation.successors_of(named.id) heir
  $$;

  -- Ids of the officers whom a rule means today, inside the subtree of the unit. Asked anew each time: members come and go
  -- with their positions, and nobody has to keep a list. An officer who is named is a member without fitting, one who is
  -- named as an exception is none; both only inside the subtree. The text is planned with its values.
  create function enrolment.rule_members(rule jsonb, scope_unit uuid) returns setof uuid
  language plpgsql stable parallel safe rows 10000 as $$
    declare
      units uuid[] := array(select jsonb_array_elements_text(coalesce(rule -> 'unitIds', '[]'))::uuid);
      named uuid[] := array(select jsonb_array_elements_text(coalesce(rule -> 'include', '[]'))::uuid);
      left_out uuid[] := array(select jsonb_array_elements_text(coalesce(rule -> 'exclude', '[]'))::uuid);
      kinds text[] := array(select jsonb_array_elements_text(coalesce(rule -> 'unitKinds', '[]')));
      posts text[] := array(select lower(jsonb_array_elements_text(coalesce(rule -> 'jobPositions', '[]'))));
      grades text[] := array(select lower(jsonb_array_elements_text(coalesce(rule -> 'ranks', '[]'))));
      staff text[] := array(select jsonb_array_elements_text(coalesce(rule -> 'staffCategories', '[]')));
      lead text := coalesce(rule ->> 'leadership', 'any');
      since date := (rule -> 'completed' ->> 'since')::date;
      ask text := '
        select p.id
          from organisation.present_officer p
         where p.unit_id in (select organisation.units_in(array(select enrolment.units_today(array[$1]))))';
      fits text := 'true';
    begin
      if cardinality(units) > 0 then
        fits := fits || ' and p.unit_id in (
          select organisation.units_in(array(select enrolment.units_today($2))))';
      end if;
      if cardinality(kinds) > 0 then
        fits := fits || ' and p.unit_id in (select u.id from organisation.unit u where u.kind = any ($3))';
      end if;
      if cardinality(posts) > 0 then fits := fits || ' and lower(p.job_position) = any ($4)'; end if;
      if cardinality(grades) > 0 then fits := fits || ' and lower(p.rank) = any ($5)'; end if;
      if cardinality(staff) > 0 then fits := fits || ' and p.staff_category = any ($6)'; end if;
      if lead = 'leaders' then fits := fits || ' and p.leadership is not null'; end if;
      if lead = 'others' then fits := fits || ' and p.leadership is null'; end if;
      if rule ->> 'appointedFrom' is not null then fits := fits || ' and p.appointed_on >= $7'; end if;
      if rule ->> 'appointedTo' is not null then fits := fits || ' and p.appointed_on <= $8'; end if;
      if rule -> 'completed' ->> 'courseId' is not null then
        fits := fits || ' and (p.id in (
          select e.officer_id from enrolment.enrolment e
           where e.course_id = $9 and e.state = ''completed''
             and ($11 is null or (e.completed_at at time zone ''Asia/Ho_Chi_Minh'')::date >= $11))) = $12';
      end if;
      if rule -> 'completed' ->> 'programmeId' is not null then
        fits := fits || ' and (p.id in (
          select e.officer_id from enrolment.programme_enrolment e
           where e.programme_id = $10 and e.state = ''completed''
             and ($11 is null or (e.completed_at at time zone ''Asia/Ho_Chi_Minh'')::date >= $11))) = $12';
      end if;
      if cardinality(named) > 0 then fits := '(' || fits || ') or p.id = any ($13)'; end if;
      ask := ask || ' and (' || fits || ')';
      if cardinality(left_out) > 0 then ask := ask || ' and p.id <> all ($14)'; end if;
      return query execute ask using
        scope_unit, units, kinds, posts, grades, staff,
        (rule ->> 'appointedFrom')::date, (rule ->> 'appointedTo')::date,
        (rule -> 'completed' ->> 'courseId')::uuid, (rule -> 'completed' ->> 'programmeId')::uuid,
        since, coalesce((rule -> 'completed' ->> 'done')::boolean, true), named, left_out;
    end $$;

  -- The members of a saved audience, by the state of today.
  create function enrolment.audience_members(audience uuid) returns setof uuid
  language sql stable parallel safe rows 10000 as $$
    select m from enrolment.audience a, enrolment.rule_members(a.rule, a.unit_id) m where a.id = $1
  $$;
`;

const PROGRAMMES = `
  create table learning.programme (
    id uuid primary key,
    code text not null constraint programme_code unique check (code is nfc normalized and code <> ''),
    unit_id uuid not null references organisation.unit (id),
    -- null: the system
    created_by uuid references identity.account (id),
    created_at timestamptz not null,
    -- nobody is put on it any more; whoever is on it goes on
    archived_at timestamptz
  );
  create index programme_unit on learning.programme (unit_id);

  create table learning.programme_version (
    id uuid primary key,
    programme_id uuid not null references learning.programme (id),
    number integer not null check (number >= 1),
    state text not null check (state in ('draft', 'approved')),
    title text not null check (title is nfc normalized),
    summary text not null default '' check (summary is nfc normalized),
    -- decree 171/2025/NĐ-CP art. 17.4 and 19.4: approved before it is used, by a decision with number and day
    decision_no text check (decision_no is nfc normalized),
    decided_on date,
    -- decree 171/2025/NĐ-CP art. 25: tập trung, trực tuyến, kết hợp
    delivery_form text not null check (delivery_form in ('in_person', 'online', 'blended')),
    -- decree 171/2025/NĐ-CP art. 14
    content_group text not null check (content_group in ('political_theory', 'defence_security',
      'state_management', 'job_position', 'science_digital')),
    -- periods (tiết)
    hours integer not null check (hours between 1 and 2000),
    audience text not null default '' check (audience is nfc normalized),
    legal_basis jsonb not null default '[]' check (jsonb_typeof(legal_basis) = 'array'),
    -- [{title, kind 'all' | 'some' | 'hours', count | hours, courseIds[]}]
    sets jsonb not null check (jsonb_typeof(sets) = 'array'),
    -- {minimumPercent, attendancePercent, conduct, minimumMinutes, minutesCap}
    completion jsonb not null check (jsonb_typeof(completion) = 'object'),
    -- months after completion until it has to be renewed; null: never
    validity_months integer check (validity_months between 1 and 240),
    revision integer not null default 1 check (revision >= 1),
    updated_at timestamptz not null,
    approved_at timestamptz,
    approved_by uuid references identity.account (id),
    constraint programme_version_number unique (programme_id, number),
    check ((state = 'approved') = (approved_at is not null)),
    check (state = 'draft' or (decision_no <> '' and decided_on is not null))
  );
  create unique index programme_version_one_draft on learning.programme_version (programme_id)
    where state = 'draft';
`;

/** The second lock on what is approved; the first one is in the services. */
const IMMUTABILITY = `
  create function learning.refuse_approved_change() returns trigger language plpgsql as $$
    begin
      if old.state = 'approved' then
        raise exception 'an approved programme version never changes';
      end if;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$;
  create trigger programme_version_immutable before update or delete on learning.programme_version
    for each row execute function learning.refuse_approved_change();
`;

const PROGRAMME_ENROLMENTS = `
  create table enrolment.programme_enrolment (
    id uuid primary key,
    officer_id uuid not null references organisation.officer (id),
    programme_id uuid not null references learning.programme (id),
    -- pinned: whoever is on the way keeps the version that was approved then
    programme_version_id uuid not null references learning.programme_version (id),
    state text not null default 'not_started'
      check (state in ('not_started', 'in_progress', 'completed', 'withdrawn')),
    due_on date,
    reason text not null default '' check (reason is nfc normalized),
    -- completions of courses before this day do not count (a renewal); null: all do
    counts_from date,
    enrolled_at timestamptz not null,
    -- null: the system
    enrolled_by uuid references identity.account (id),
    completed_at timestamptz,
    withdrawn_at timestamptz,
    -- what HR records; null: nothing yet
    conduct_ok boolean,
    attendance_percent integer check (attendance_percent between 0 and 100),
    -- kept so that lists of thousands need not look at courses
    done_sets integer not null default 0 check (done_sets >= 0),
    total_sets integer not null check (total_sets >= done_sets),
    check ((state = 'completed') = (completed_at is not null)),
    check ((state = 'withdrawn') = (withdrawn_at is not null))
  );
  create unique index programme_enrolment_open on enrolment.programme_enrolment (officer_id, programme_id)
    where state in ('not_started', 'in_progress');
  create index programme_enrolment_programme on enrolment.programme_enrolment (programme_id, state);

  -- Enrolments that were made for a programme; those of courses which were a choice are taken back where it was not taken.
  create table enrolment.programme_course (
    programme_enrolment_id uuid not null references enrolment.programme_enrolment (id),
    enrolment_id uuid not null references enrolment.enrolment (id),
    -- the programme cannot be completed without it
    required boolean not null,
    primary key (programme_enrolment_id, enrolment_id)
  );
  create index programme_course_enrolment on enrolment.programme_course (enrolment_id);
`;
