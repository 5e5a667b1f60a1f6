/** The room where HR sees how far each unit is: persons and enrolments, in the unit and below it. */
import { Injectable } from '@nestjs/common';
import type { CoverageRow } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { type Actor, Clock, Sql, unitsFor } from '@tap-huan/server/platform';

/**
 * Rows are counted once in their very unit, and those counts are added up over the subtree: an officer
 * has one present unit, so persons add up as well. $1 roots, $2 course or null, $3 today.
 */
const COVERAGE = `
  with scope as materialized (
    select id from organisation.units_in($1::uuid[]) as id
  ), own as (
    select unit_id,
           count(*) as enrolments,
           count(distinct officer_id) as persons,
           count(*) filter (where state = 'completed') as completed,
           count(*) filter (where state = 'in_progress') as in_progress,
           count(*) filter (where state = 'not_started') as not_started,
           count(*) filter (where state <> 'completed' and due_on < $3::date) as overdue
      from reporting.counted_enrolment
     where unit_id in (select id from scope)
       and ($2::uuid is null or course_id = $2)
     group by unit_id
  ), total as (
    select s.unit_id,
           coalesce(sum(h.officers), 0)::int as officers,
           coalesce(sum(o.persons), 0)::int as persons,
           coalesce(sum(o.enrolments), 0)::int as enrolments,
           coalesce(sum(o.completed), 0)::int as completed,
           coalesce(sum(o.in_progress), 0)::int as in_progress,
           coalesce(sum(o.not_started), 0)::int as not_started,
           coalesce(sum(o.overdue), 0)::int as overdue
      from reporting.unit_subtree s
      left join own o on o.unit_id = s.below_id
      left join reporting.officers_of_unit h on h.unit_id = s.below_id
     where s.unit_id in (select id from scope)
     group by s.unit_id
  )
  select u.id as "unitId", u.name as "unitName", u.kind,
         case when u.parent_id in (select id from scope) then u.parent_id end as "parentId",
         t.officers, t.persons, t.enrolments, t.completed,
         t.in_progress as "inProgress", t.not_started as "notStarted", t.overdue,
         t.enrolments > 0 and t.completed = t.enrolments as covered
    from total t
    join reporting.unit u on u.id = t.unit_id
   where u.valid_to is null or u.valid_to > $3::date
   order by u.depth, u.name collate "vi-x-icu", u.code`;

@Injectable()
export class CoverageReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Every open unit of the actor's scope, parents before children; the top ones have no parent here. */
  async coverage(actor: Actor, courseId: string | null): Promise<{ items: CoverageRow[] }> {
    const items = await this.sql.rows<CoverageRow>(COVERAGE, [
      unitsFor(actor, 'completion.read'),
      courseId,
      today(this.clock.now()),
    ]);
    return { items };
  }
}
