/** A log of what changed since somebody looked, so that coverage is counted anew for those officers only. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Coverage0021 implements MigrationInterface {
  name = 'Coverage9000000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LOG);
    await runner.query(OFFICERS);
    await runner.query(TREE_AND_SUBJECTS);
    await runner.query(SUBJECTS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}

const LOG = `
  -- Append-only and pruned; nobody waits for anybody. The transaction's number, and not the order of the ids, tells what
  -- a reader may not have seen yet: a long transaction commits ids that are older than those already read.
  create table reporting.coverage_change (
    id bigint generated always as identity primary key,
    tx xid8 not null default pg_current_xact_id(),
    at timestamptz not null default clock_timestamp(),
    -- null: the tree of units, or the courses and programmes
    officer_id uuid
  );
  create index coverage_change_tx on reporting.coverage_change (tx);
  create index coverage_change_at on reporting.coverage_change (at);
`;

/** Rows that come in bulk are noted by statement, changes of a row only where coverage could see them. */
const OFFICERS = `
  create function reporting.note_officers() returns trigger language plpgsql as $$
    begin
      insert into reporting.coverage_change (officer_id) select distinct officer_id from changed;
      return null;
    end $$;
  create function reporting.note_officer() returns trigger language plpgsql as $$
    begin
      insert into reporting.coverage_change (officer_id) values (new.officer_id);
      return null;
    end $$;
  create function reporting.note_names() returns trigger language plpgsql as $$
    begin
      insert into reporting.coverage_change (officer_id) select id from changed;
      return null;
    end $$;

  create trigger officer_noted_new after insert on organisation.officer
    referencing new table as changed for each statement execute function reporting.note_names();
  create trigger officer_noted after update on organisation.officer
    referencing new table as changed for each statement execute function reporting.note_names();
  create trigger officer_noted_gone after delete on organisation.officer
    referencing old table as changed for each statement execute function reporting.note_names();

  create trigger position_noted_new after insert on organisation.position
    referencing new table as changed for each statement execute function reporting.note_officers();
  create trigger position_noted after update on organisation.position
    referencing new table as changed for each statement execute function reporting.note_officers();
  create trigger position_noted_gone after delete on organisation.position
    referencing old table as changed for each statement execute function reporting.note_officers();

  create trigger enrolment_noted_new after insert on enrolment.enrolment
    referencing new table as changed for each statement execute function reporting.note_officers();
  create trigger enrolment_noted_gone after delete on enrolment.enrolment
    referencing old table as changed for each statement execute function reporting.note_officers();
  -- Progress is written often and changes nothing here.
  create trigger enrolment_noted after update on enrolment.enrolment for each row
    when ((old.due_on, old.enrolled_at, old.completed_at, old.withdrawn_at)
          is distinct from (new.due_on, new.enrolled_at, new.completed_at, new.withdrawn_at))
    execute function reporting.note_officer();

  create trigger programme_enrolment_noted_new after insert on enrolment.programme_enrolment
    referencing new table as changed for each statement execute function reporting.note_officers();
  create trigger programme_enrolment_noted_gone after delete on enrolment.programme_enrolment
    referencing old table as changed for each statement execute function reporting.note_officers();
  create trigger programme_enrolment_noted after update on enrolment.programme_enrolment for each row
    when ((old.due_on, old.enrolled_at, old.completed_at, old.withdrawn_at)
          is distinct from (new.due_on, new.enrolled_at, new.completed_at, new.withdrawn_at))
    execute function reporting.note_officer();

  create trigger exemption_noted_new after insert on enrolment.exemption
    referencing new table as changed for each statement execute function reporting.note_officers();
  create trigger exemption_noted after update on enrolment.exemption
    referencing new table as changed for each statement execute function reporting.note_officers();
  create trigger exemption_noted_gone after delete on enrolment.exemption
    referencing old table as changed for each statement execute function reporting.note_officers();

  create trigger assignment_case_noted_new after insert on enrolment.assignment_case
    referencing new table as changed for each statement execute function reporting.note_officers();
  create trigger assignment_case_noted_gone after delete on enrolment.assignment_case
    referencing old table as changed for each statement execute function reporting.note_officers();
  create trigger assignment_case_noted after update on enrolment.assignment_case for each row
    when ((old.state, old.due_on, old.extended_to, old.enrolment_id, old.programme_enrolment_id)
          is distinct from (new.state, new.due_on, new.extended_to, new.enrolment_id, new.programme_enrolment_id))
    execute function reporting.note_officer();
  -- Another grace moves the overdue day of everybody in the assignment.
  create function reporting.note_assignment() returns trigger language plpgsql as $$
    begin
      insert into reporting.coverage_change (officer_id)
        select distinct officer_id from enrolment.assignment_case where assignment_id = new.id;
      return null;
    end $$;
  create trigger assignment_noted after update of grace_days on enrolment.assignment for each row
    when (old.grace_days is distinct from new.grace_days) execute function reporting.note_assignment();
`;

const TREE_AND_SUBJECTS = `
  create function reporting.note_all() returns trigger language plpgsql as $$
    begin
      insert into reporting.coverage_change (officer_id) values (null);
      return null;
    end $$;
  create trigger unit_noted after insert or update or delete on organisation.unit
    for each statement execute function reporting.note_all();
  create trigger unit_version_noted after insert or update or delete on organisation.unit_version
    for each statement execute function reporting.note_all();
  create trigger unit_lineage_noted after insert or update or delete on organisation.unit_lineage
    for each statement execute function reporting.note_all();
  create trigger course_version_noted after insert or update of state, title on learning.course_version
    for each statement execute function reporting.note_all();
  create trigger programme_version_noted after insert or update of state, title on learning.programme_version
    for each statement execute function reporting.note_all();
`;

const SUBJECTS = `
  -- What coverage is counted of: published courses and approved programmes, under their newest title.
  create view reporting.subject as
    select c.id, 'course' as kind, c.code, c.title from reporting.course c
    union all
    select p.id, 'programme', p.code, newest.title
      from learning.programme p
      cross join lateral (
        select v.title from learning.programme_version v
         where v.programme_id = p.id and v.state = 'approved'
         order by v.number desc limit 1) newest;
`;
