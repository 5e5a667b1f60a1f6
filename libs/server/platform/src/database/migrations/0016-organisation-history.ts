/** Units remember: kinds as data, every state of every unit with its days, lineage, and reorganisations as commands. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrganisationHistory0016 implements MigrationInterface {
  // TypeORM sorts by the last thirteen digits.
  name = 'OrganisationHistory9000000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KINDS);
    await runner.query(REORGANISATIONS);
    await runner.query(VERSIONS);
    await runner.query(RECORDING);
    await runner.query(READING);
    await runner.query(BACK_FILL);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

const KINDS = `
  create table organisation.unit_kind (
    kind text primary key,
    -- 1 is the top; what stands below has a greater one
    level int not null check (level > 0),
    name_vi text not null check (name_vi is nfc normalized),
    name_en text not null,
    valid_from date not null,
    -- first day on which no unit may be of this kind any more
    valid_to date check (valid_to > valid_from)
  );
  insert into organisation.unit_kind (kind, level, name_vi, name_en, valid_from, valid_to) values
    ('province', 1, 'Tỉnh, thành phố', 'Province', '1945-09-02', null),
    ('department', 2, 'Sở, ban, ngành', 'Department', '1945-09-02', null),
    ('provincial_service_centre', 2, 'Trung tâm PVHCC cấp tỉnh', 'Provincial service centre', '2018-06-21', null),
    ('district', 2, 'Quận, huyện, thị xã, thành phố thuộc tỉnh', 'District', '1945-09-02', '2025-07-01'),
    ('commune', 3, 'Xã, phường, đặc khu', 'Commune', '1945-09-02', null),
    ('commune_service_centre', 4, 'Trung tâm PVHCC cấp xã', 'Commune service centre', '2018-06-21', null),
    ('branch', 5, 'Chi nhánh', 'Branch', '1945-09-02', null),
    ('division', 5, 'Phòng, ban', 'Division', '1945-09-02', null);
  alter table organisation.unit drop constraint unit_kind_check;
  alter table organisation.unit
    add constraint unit_of_a_kind foreign key (kind) references organisation.unit_kind (kind);
`;

const REORGANISATIONS = `
  create table organisation.reorganisation (
    id uuid primary key,
    title text not null check (title is nfc normalized),
    effective_on date not null,
    legal_basis text not null check (legal_basis is nfc normalized),
    plan jsonb not null,
    -- every unit of the plan lies at or below one of these: who holds them all may see and change it
    scope_ids uuid[] not null,
    state text not null default 'draft' check (state in ('draft', 'scheduled', 'applied', 'undone')),
    -- what the preview counted when it was ordered
    figures jsonb not null default '{}',
    -- rows as they were, while it can be undone, and a mark of what it left behind
    before jsonb,
    left_behind text,
    -- why the schedule could not carry it out
    failure text,
    created_at timestamptz not null,
    created_by uuid references identity.account (id),
    ordered_at timestamptz,
    ordered_by uuid references identity.account (id),
    applied_at timestamptz,
    undone_at timestamptz,
    undone_by uuid references identity.account (id),
    revision int not null default 1,
    check ((state = 'applied') = (applied_at is not null and undone_at is null))
  );
  create index reorganisation_due on organisation.reorganisation (effective_on) where state = 'scheduled';
`;

const VERSIONS = `
  -- Every state of every unit: half-open periods without a gap from the unit's first day to its last.
  create table organisation.unit_version (
    unit_id uuid not null references organisation.unit (id) on delete cascade,
    valid_from date not null,
    -- first day on which this state is no more
    valid_to date,
    code text not null,
    name text not null,
    kind text not null references organisation.unit_kind (kind),
    parent_id uuid references organisation.unit (id),
    path public.ltree not null,
    place text,
    reorganisation_id uuid references organisation.reorganisation (id),
    primary key (unit_id, valid_from),
    check (valid_to > valid_from)
  );
  create unique index unit_version_open on organisation.unit_version (unit_id) where valid_to is null;
  create index unit_version_days on organisation.unit_version (valid_from, valid_to);
  create index unit_version_tree on organisation.unit_version using gist (path);
  create index unit_version_parent on organisation.unit_version (parent_id);

  -- What became of what. A rename, a move or a change of kind leads from a unit to itself.
  create table organisation.unit_lineage (
    id uuid primary key,
    from_unit_id uuid not null references organisation.unit (id),
    -- null where nothing took its place
    to_unit_id uuid references organisation.unit (id),
    kind text not null
      check (kind in ('merge', 'split', 'rename', 'change_of_kind', 'move', 'dissolve')),
    effective_on date not null,
    legal_basis text not null check (legal_basis is nfc normalized),
    -- whoever asks for the successor is sent this way
    is_main boolean not null,
    reorganisation_id uuid references organisation.reorganisation (id),
    check (to_unit_id is not null or kind = 'dissolve'),
    check (from_unit_id = to_unit_id or kind in ('merge', 'split', 'dissolve'))
  );
  create index unit_lineage_from on organisation.unit_lineage (from_unit_id, effective_on);
  create index unit_lineage_to on organisation.unit_lineage (to_unit_id, effective_on);
  create unique index unit_lineage_main on organisation.unit_lineage (from_unit_id)
    where is_main and from_unit_id <> to_unit_id;
`;

/**
 * A change of organisation.unit is written down by the table itself, so that no command can forget it. The day from
 * which it holds is the setting organisation.effective_on of the transaction, else today in Việt Nam.
 */
const RECORDING = `
  create function organisation.record_unit() returns trigger language plpgsql as $$
  declare
    since date := coalesce(nullif(current_setting('organisation.effective_on', true), '')::date,
                           (now() at time zone 'Asia/Ho_Chi_Minh')::date);
    cause uuid := nullif(current_setting('organisation.reorganisation', true), '')::uuid;
    present organisation.unit_version;
  begin
    if current_setting('organisation.recording', true) = 'off' then return null; end if;
    if tg_op = 'INSERT' then
      if new.valid_to is null or new.valid_to > new.valid_from then
        insert into organisation.unit_version
          (unit_id, valid_from, valid_to, code, name, kind, parent_id, path, place, reorganisation_id)
        values (new.id, new.valid_from, new.valid_to, new.code, new.name, new.kind, new.parent_id,
                new.path, new.place, cause);
      end if;
      return null;
    end if;
    -- Where an ended unit stands in the present tree is no part of its history.
    if old.valid_to is not null and new.valid_to is not null then return null; end if;
    select * into present from organisation.unit_version v
     where v.unit_id = new.id and v.valid_to is null;
    if new.valid_to is not null then
      delete from organisation.unit_version v where v.unit_id = new.id and v.valid_from >= new.valid_to;
      update organisation.unit_version v set valid_to = new.valid_to
       where v.unit_id = new.id and (v.valid_to is null or v.valid_to > new.valid_to);
      return null;
    end if;
    if new.valid_from <> old.valid_from then
      delete from organisation.unit_version v
       where v.unit_id = new.id and v.valid_to <= new.valid_from;
      update organisation.unit_version v set valid_from = new.valid_from
       where v.unit_id = new.id
         and v.valid_from = (select min(f.valid_from) from organisation.unit_version f
                             where f.unit_id = new.id);
      select * into present from organisation.unit_version v
       where v.unit_id = new.id and v.valid_to is null;
    end if;
    if (present.code, present.name, present.kind, present.parent_id, present.path, present.place)
       is not distinct from (new.code, new.name, new.kind, new.parent_id, new.path, new.place) then
      return null;
    end if;
    if present.valid_from >= since then
      -- Begun on that day or later: a correction of that state, not a state of no days.
      update organisation.unit_version v
         set code = new.code, name = new.name, kind = new.kind, parent_id = new.parent_id,
             path = new.path, place = new.place,
             reorganisation_id = coalesce(cause, v.reorganisation_id)
       where v.unit_id = new.id and v.valid_from = present.valid_from;
      return null;
    end if;
    update organisation.unit_version v set valid_to = since
     where v.unit_id = new.id and v.valid_to is null;
    insert into organisation.unit_version
      (unit_id, valid_from, valid_to, code, name, kind, parent_id, path, place, reorganisation_id)
    values (new.id, greatest(since, new.valid_from), null, new.code, new.name, new.kind,
            new.parent_id, new.path, new.place, cause);
    return null;
  end $$;

  create trigger unit_recorded after insert or update on organisation.unit
    for each row execute function organisation.record_unit();
`;

const READING = `
  -- The unit as it was on a day; no row where it was not.
  create function organisation.unit_at(unit uuid, on_day date) returns setof organisation.unit_version
  language sql stable parallel safe rows 1 as $$
    select v.* from organisation.unit_version v
    where v.unit_id = $1 and v.valid_from <= $2 and (v.valid_to is null or v.valid_to > $2)
  $$;

  -- The unit that stands for it today: itself while it is open, else along the main line; null where the line ends.
  create function organisation.main_successor(unit uuid) returns uuid
  language sql stable parallel safe as $$
    with recursive line (id, step) as (
      select $1, 0
      union all
      select l.to_unit_id, line.step + 1
      from line
      join organisation.unit u on u.id = line.id and u.valid_to is not null
      join organisation.unit_lineage l
        on l.from_unit_id = line.id and l.is_main and l.to_unit_id <> line.id
      where line.step < 100
    )
    select u.id from line join organisation.unit u on u.id = line.id and u.valid_to is null
    order by line.step limit 1
  $$;

  -- Every open unit that has taken over from it, the main one or not; itself while it is open.
  create function organisation.successors_of(unit uuid) returns setof uuid
  language sql stable parallel safe rows 2 as $$
    with recursive line (id, step) as (
      select $1, 0
      union
      select l.to_unit_id, line.step + 1
      from line
      join organisation.unit u on u.id = line.id and u.valid_to is not null
      join organisation.unit_lineage l on l.from_unit_id = line.id and l.to_unit_id <> line.id
      where line.step < 100
    )
    select distinct u.id from line join organisation.unit u on u.id = line.id and u.valid_to is null
  $$;
`;

const BACK_FILL = `
  insert into organisation.unit_version
    (unit_id, valid_from, valid_to, code, name, kind, parent_id, path, place)
  select id, valid_from, valid_to, code, name, kind, parent_id, path, place
  from organisation.unit where valid_to is null or valid_to > valid_from;
`;
