/** Enrolments and what was read of each lesson. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Enrolment0006 implements MigrationInterface {
  name = 'Enrolment0006000000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists enrolment;

      create table enrolment.enrolment (
        id uuid primary key,
        officer_id uuid not null references organisation.officer (id),
        course_id uuid not null references learning.course (id),
        -- pinned: a new version moves only enrolments that are not started
        course_version_id uuid not null references learning.course_version (id),
        state text not null default 'not_started'
          check (state in ('not_started', 'in_progress', 'completed', 'withdrawn')),
        due_on date,
        reason text not null default '' check (reason is nfc normalized),
        enrolled_at timestamptz not null,
        -- null: the system
        enrolled_by uuid references identity.account (id),
        started_at timestamptz,
        completed_at timestamptz,
        withdrawn_at timestamptz,
        -- hundredths on the scale of ten
        score_of_ten integer check (score_of_ten between 0 and 1000),
        -- kept so that lists of thousands need not look at lessons
        done_lessons integer not null default 0 check (done_lessons >= 0),
        total_lessons integer not null check (total_lessons >= done_lessons),
        check ((state = 'completed') = (completed_at is not null)),
        check ((state = 'withdrawn') = (withdrawn_at is not null))
      );
      -- One enrolment that counts for an officer and a course; withdrawn ones stay as history.
      create unique index enrolment_once on enrolment.enrolment (officer_id, course_id)
        where state <> 'withdrawn';
      create index enrolment_officer on enrolment.enrolment (officer_id);
      create index enrolment_course on enrolment.enrolment (course_id, state);
      create index enrolment_due on enrolment.enrolment (due_on)
        where state in ('not_started', 'in_progress');

      create table enrolment.lesson_progress (
        enrolment_id uuid not null references enrolment.enrolment (id),
        -- stays the same from version to version of a course
        lesson_key uuid not null,
        started_at timestamptz not null,
        finished_at timestamptz,
        -- how far down, 0 to 1
        position real not null default 0 check (position between 0 and 1),
        -- of reading, as the browser reports them
        seconds integer not null default 0 check (seconds >= 0),
        primary key (enrolment_id, lesson_key)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
