/** Units as a tree, officers, their positions, and the functions by which every domain asks for scope. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organisation0003 implements MigrationInterface {
  name = 'Organisation0003000000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UNITS);
    await runner.query(SCOPE);
    await runner.query(OFFICERS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

const UNITS = `
  create schema if not exists organisation;

  create table organisation.unit (
    id uuid primary key,
    code text not null constraint unit_code unique check (code is nfc normalized),
    name text not null check (name is nfc normalized),
    kind text not null check (kind in ('province', 'department', 'provincial_service_centre',
      'commune', 'commune_service_centre', 'branch', 'division')),
    parent_id uuid references organisation.unit (id),
    -- ids from the top down, without hyphens; moving rewrites the subtree
    path public.ltree not null constraint unit_path unique,
    -- place name on papers; inherited from the nearest unit above that has one
    place text,
    valid_from date not null,
    -- first day on which the unit is no more
    valid_to date,
    check (parent_id <> id),
    check (valid_to >= valid_from),
    check (public.nlevel(path) = 1 or parent_id is not null),
    check (public.subpath(path, -1, 1) = replace(id::text, '-', '')::public.ltree)
  );
  create index unit_path_tree on organisation.unit using gist (path);
  create index unit_parent on organisation.unit (parent_id);

  alter table identity.access_grant
    add constraint access_grant_unit_id_fkey foreign key (unit_id) references organisation.unit (id);
`;

const SCOPE = `
  -- True where the unit lies in the subtree of any root, for one unit at a time. The labels of its path are the ids
  -- of the units above it and of itself: no second look at the tree.
  create function organisation.in_scope(unit uuid, roots uuid[]) returns boolean
  language sql stable parallel safe as $$
    select coalesce(
      (select string_to_array(u.path::text, '.')::uuid[] && $2
       from organisation.unit u where u.id = $1), false)
  $$;

  -- Every unit in the subtree of any root, once: "unit_id in (select * from organisation.units_in($1))"
  -- is asked once a query instead of once a row. Lists take this one.
  create function organisation.units_in(roots uuid[]) returns setof uuid
  language sql stable parallel safe as $$
    select u.id from organisation.unit u
    where exists (
      select 1 from organisation.unit r where r.id = any ($1) and r.path @> u.path)
  $$;
`;

const OFFICERS = `
  create table organisation.officer (
    id uuid primary key,
    account_id uuid constraint officer_account unique references identity.account (id),
    staff_code text not null constraint officer_staff_code unique check (staff_code is nfc normalized),
    full_name text not null check (full_name is nfc normalized),
    -- given, family, middle name, in a form whose order is the order of the names
    sort_key text not null,
    -- folded full name and staff code
    search_text text not null,
    birth_date text not null check (birth_date ~ '^\\d{4}(-\\d{2}-\\d{2})?$')
  );

  create table organisation.position (
    id uuid primary key,
    officer_id uuid not null references organisation.officer (id),
    unit_id uuid not null references organisation.unit (id),
    job_position text not null check (job_position is nfc normalized),
    valid_from date not null,
    -- first day on which the position is no more
    valid_to date,
    check (valid_to > valid_from)
  );
  create unique index position_present on organisation.position (officer_id) where valid_to is null;
  create index position_officer on organisation.position (officer_id, valid_from);
  create index position_unit on organisation.position (unit_id) where valid_to is null;

  create view organisation.present_officer as
    select o.id, o.account_id, o.staff_code, o.full_name, o.sort_key, o.search_text, o.birth_date,
           p.job_position, p.unit_id, u.name as unit_name, u.path as unit_path
    from organisation.officer o
    join organisation.position p on p.officer_id = o.id and p.valid_to is null
    join organisation.unit u on u.id = p.unit_id;
`;
