/** What officers have learned as one list, who looked at whose record, corrections, saved lists, heads of documents. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Records0023 implements MigrationInterface {
  name = 'Records9000000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DISCLOSURES);
    await runner.query(HISTORY);
    await runner.query(TRAININGS);
    await runner.query(CORRECTIONS);
    await runner.query(LISTS);
    await runner.query(DOCUMENTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

const DISCLOSURES = `
  -- Whose personal data somebody has looked at or taken out; one line for a file, however many persons are in it.
  create table platform.disclosure (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    account_id uuid,
    kind text not null check (kind in ('viewed', 'exported')),
    -- what was looked at: transcript, list and the like
    what text not null,
    person_ids uuid[] not null check (cardinality(person_ids) > 0)
  );
  create index disclosure_person on platform.disclosure using gin (person_ids);
  create index disclosure_account on platform.disclosure (account_id, at);
  create trigger disclosure_only_grows before update or delete on platform.disclosure
    for each row execute function platform.refuse_change();
`;

const HISTORY = `
  -- A text as search folds it (libs/rules, fold): no case, no diacritics, đ as d.
  create function reporting.folded(words text) returns text
  language sql immutable parallel safe as $$
    -- The database's own collation may know no letters besides a to z.
    select translate(
      lower(regexp_replace(normalize(coalesce($1, ''), nfd), '[\\u0300-\\u036f]', '', 'g') collate "und-x-icu"),
      'đ', 'd')
  $$;

  -- The position that an officer held on a day; after a leave the last one, before the first one the first.
  create function reporting.post_at(officer uuid, on_day date) returns setof organisation.position
  language sql stable parallel safe rows 1 as $$
    select p.* from organisation.position p
    where p.officer_id = $1
    order by (p.valid_from <= $2) desc,
             case when p.valid_from <= $2 then $2 - p.valid_from else p.valid_from - $2 end
    limit 1
  $$;

  -- The units whose history belongs to the subtrees: those in them, and those that are no more and went over into them.
  create function reporting.record_units(roots uuid[]) returns setof uuid
  language sql stable parallel safe as $$
    with inside as materialized (select id from organisation.units_in($1) as id)
    select id from inside
    union
    select u.id from organisation.unit u
    where u.valid_to is not null and organisation.main_successor(u.id) in (select id from inside)
  $$;

  -- The name that a unit had on a day; before its first day the first one, after its last day the last one.
  create function reporting.name_at(unit uuid, on_day date) returns text
  language sql stable parallel safe as $$
    select coalesce(
      (select v.name from organisation.unit_version v
       where v.unit_id = $1
       order by (v.valid_from <= $2) desc,
                case when v.valid_from <= $2 then $2 - v.valid_from else v.valid_from - $2 end
       limit 1),
      (select u.name from organisation.unit u where u.id = $1))
  $$;
`;

/**
 * Hours are hundredths of a period. Where the ledger has an entry for a course, the hours are those of the entry or of what
 * stands in its place. The hours of a programme are those of its courses and count once, there.
 */
const TRAININGS = `
  -- Whether an entry of the ledger belongs to a course, directly or as the correction of one that does.
  create function reporting.is_of_course(entry uuid) returns boolean
  language sql stable parallel safe as $$
    with recursive line as (
      select e.id, e.corrects, e.enrolment_id from enrolment.hours_entry e where e.id = $1
      union all
      select e.id, e.corrects, e.enrolment_id from line join enrolment.hours_entry e on e.id = line.corrects
    )
    select exists (select 1 from line where enrolment_id is not null)
  $$;

  -- The hours of the correction that stands for an entry today; 0 where none does.
  create function reporting.corrected_hours(entry uuid) returns integer
  language sql stable parallel safe as $$
    with recursive line as (
      select e.id, e.state, e.hours from enrolment.hours_entry e where e.corrects = $1
      union all
      select e.id, e.state, e.hours from line join enrolment.hours_entry e on e.corrects = line.id
    )
    select coalesce((select hours from line where state = 'approved' limit 1), 0)
  $$;

  create view reporting.training as
    select e.id, e.officer_id, 'course' as kind, e.course_id as subject_id, c.code, v.title,
           v.content_group, v.delivery_form, null::text as source, null::text as organiser,
           case when h.id is null then v.hours * 100 when h.state = 'approved' then h.hours
                when h.state = 'replaced' then reporting.corrected_hours(h.id) else 0 end as hours,
           true as counts,
           e.state,
           (e.enrolled_at at time zone 'Asia/Ho_Chi_Minh')::date as enrolled_on,
           (e.started_at at time zone 'Asia/Ho_Chi_Minh')::date as started_on,
           e.due_on,
           (e.completed_at at time zone 'Asia/Ho_Chi_Minh')::date as completed_on,
           e.score_of_ten
      from enrolment.enrolment e
      join learning.course c on c.id = e.course_id
      join learning.course_version v on v.id = e.course_version_id
      left join enrolment.hours_entry h on h.enrolment_id = e.id
    union all
    select e.id, e.officer_id, 'programme', e.programme_id, p.code, v.title,
           v.content_group, v.delivery_form, null, null,
           v.hours * 100, false, e.state,
           (e.enrolled_at at time zone 'Asia/Ho_Chi_Minh')::date,
           null, e.due_on,
           (e.completed_at at time zone 'Asia/Ho_Chi_Minh')::date, null
      from enrolment.programme_enrolment e
      join learning.programme p on p.id = e.programme_id
      join learning.programme_version v on v.id = e.programme_version_id
    union all
    select h.id, h.officer_id, 'ledger', null, null, h.title, h.content_group, null, h.source,
           h.organiser, h.hours,
           -- own teaching counts for leaders only: decree 171/2025/NĐ-CP art. 3.4
           h.source <> 'teaching' or exists (
             select 1 from organisation.position p
              where p.officer_id = h.officer_id and p.leadership is not null
                and p.valid_from <= h.day and (p.valid_to is null or p.valid_to > h.day)),
           case h.state when 'approved' then 'completed' else 'proposed' end,
           h.day, h.started_on, null, case h.state when 'approved' then h.day end, null
      from enrolment.hours_entry h
     where h.enrolment_id is null and h.state in ('approved', 'proposed')
       and (h.corrects is null or not reporting.is_of_course(h.corrects));
`;

const CORRECTIONS = `
  create table reporting.correction (
    id uuid primary key,
    officer_id uuid not null references organisation.officer (id),
    field text not null check (field in ('full_name', 'birth_date', 'contact', 'unit', 'position',
      'training', 'hours', 'other')),
    present text not null check (present is nfc normalized),
    wanted text not null check (wanted is nfc normalized and wanted <> ''),
    ground text not null check (ground is nfc normalized and ground <> ''),
    state text not null check (state in ('asked', 'acknowledged', 'corrected', 'declined')),
    asked_at timestamptz not null,
    -- law 91/2025/QH15 and its decree: two working days
    acknowledge_by date not null,
    acknowledged_at timestamptz,
    acknowledged_by uuid references identity.account (id),
    answered_at timestamptz,
    answered_by uuid references identity.account (id),
    answer text check (answer is nfc normalized),
    check ((state in ('corrected', 'declined')) = (answered_at is not null)),
    check (answered_at is null or answer <> ''),
    check (state = 'asked' or acknowledged_at is not null)
  );
  create index correction_officer on reporting.correction (officer_id, asked_at desc);
  create index correction_open on reporting.correction (acknowledge_by)
    where state in ('asked', 'acknowledged');
`;

const LISTS = `
  create table reporting.saved_list (
    id uuid primary key,
    name text not null check (name is nfc normalized and name <> ''),
    owner_id uuid not null references identity.account (id),
    unit_id uuid not null references organisation.unit (id),
    -- seen by everybody whose scope meets the unit; what it shows is always the scope of whoever looks
    shared boolean not null,
    -- the contract's listDefinition
    definition jsonb not null check (jsonb_typeof(definition) = 'object'),
    revision integer not null check (revision >= 1),
    updated_at timestamptz not null
  );
  create index saved_list_owner on reporting.saved_list (owner_id);
  create index saved_list_shared on reporting.saved_list (unit_id) where shared;
`;

const DOCUMENTS = `
  -- What HR writes around the figures of a year's report.
  create table reporting.document_head (
    unit_id uuid not null references organisation.unit (id),
    year integer not null check (year between 1990 and 2100),
    -- the contract's documentHead
    head jsonb not null check (jsonb_typeof(head) = 'object'),
    revision integer not null check (revision >= 1),
    updated_at timestamptz not null,
    updated_by uuid references identity.account (id),
    primary key (unit_id, year)
  );
`;
