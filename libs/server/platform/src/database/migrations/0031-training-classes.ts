/** Classes that were held: a course in a place for the people of one area; and where an officer stood on a day. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TrainingClasses0031 implements MigrationInterface {
  name = 'TrainingClasses9000000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLASSES);
    await runner.query(STANDING);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

const CLASSES = `
  create table enrolment.training_class (
    id uuid primary key,
    title text not null check (title is nfc normalized and title <> ''),
    search_text text not null,
    course_id uuid not null references learning.course (id),
    -- for whose people it was held; it may be no more
    unit_id uuid not null references organisation.unit (id),
    place text not null check (place is nfc normalized),
    delivery_form text not null check (delivery_form in ('in_person', 'online', 'blended')),
    starts_on date not null,
    -- the last day
    ends_on date not null,
    organiser text not null check (organiser is nfc normalized and organiser <> ''),
    -- of the decision that opened it
    document_no text not null default '' check (document_no is nfc normalized),
    note text not null default '' check (note is nfc normalized),
    recorded_at timestamptz not null,
    -- null: the system
    recorded_by uuid references identity.account (id),
    check (ends_on >= starts_on)
  );
  create index training_class_unit on enrolment.training_class (unit_id);
  create index training_class_ends on enrolment.training_class (ends_on);
  create index training_class_course on enrolment.training_class (course_id);

  alter table enrolment.enrolment add column class_id uuid references enrolment.training_class (id);
  create index enrolment_class on enrolment.enrolment (class_id) where class_id is not null;
`;

/** Both were the reports' own; whoever asks about a day that is over asks the same. */
const STANDING = `
  -- The officer's position of a day; before the first one the first, between two the one before.
  create function organisation.post_at(officer uuid, on_day date) returns setof organisation.position
  language sql stable parallel safe rows 1 as $$
    select p.* from organisation.position p
    where p.officer_id = $1
    order by (p.valid_from <= $2) desc,
             case when p.valid_from <= $2 then $2 - p.valid_from else p.valid_from - $2 end
    limit 1
  $$;

  -- The units whose history belongs to the subtrees: those in them, and those that are no more and went over into them.
  create function organisation.history_units(roots uuid[]) returns setof uuid
  language sql stable parallel safe as $$
    with inside as materialized (select id from organisation.units_in($1) as id)
    select id from inside
    union
    select u.id from organisation.unit u
    where u.valid_to is not null and organisation.main_successor(u.id) in (select id from inside)
  $$;

  create or replace function reporting.post_at(officer uuid, on_day date) returns setof organisation.position
  language sql stable parallel safe rows 1 as $$ select * from organisation.post_at($1, $2) $$;
  create or replace function reporting.record_units(roots uuid[]) returns setof uuid
  language sql stable parallel safe as $$ select * from organisation.history_units($1) $$;
`;
