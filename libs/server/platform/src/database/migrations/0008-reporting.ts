/** Views that reports read; the domains behind them may change as long as these stay. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reporting0008 implements MigrationInterface {
  name = 'Reporting0008000000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists reporting;

      create view reporting.unit as
        select id, code, name, kind, parent_id, path, nlevel(path) as depth, valid_from, valid_to
          from organisation.unit;

      -- Every unit with itself and every unit below it.
      create view reporting.unit_subtree as
        select top.id as unit_id, below.id as below_id
          from organisation.unit top
          join organisation.unit below on below.path <@ top.path;

      -- An officer has at most one present position, so persons add up over units.
      create view reporting.officers_of_unit as
        select unit_id, count(*)::int as officers
          from organisation.present_officer
         group by unit_id;

      -- One row per enrolment that counts, with the unit where the officer is today. A withdrawn
      -- enrolment counts nowhere, and neither does that of a person who has left.
      create view reporting.counted_enrolment as
        select e.id, e.officer_id, e.course_id, p.unit_id,
               e.state, e.due_on, e.completed_at, e.score_of_ten
          from enrolment.enrolment e
          join organisation.present_officer p on p.id = e.officer_id
         where e.state <> 'withdrawn';

      -- Courses under the title of their newest published version.
      create view reporting.course as
        select c.id, c.code, newest.title
          from learning.course c
          cross join lateral (
            select v.title from learning.course_version v
             where v.course_id = c.id and v.state = 'published'
             order by v.number desc limit 1) newest;

      -- Certificates that are valid, with the unit of the officer at the day of issue.
      create view reporting.valid_certificate as
        select id, officer_id, course_id, unit_id, issued_on
          from certification.certificate
         where state = 'issued';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
