/** The room of the first look of HR: where are we not at 100 %? */
import { Injectable } from '@nestjs/common';
import type { OutputOf, reportingEndpoints } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { type Actor, Clock, Sql, unitsFor } from '@tap-huan/server/platform';
import { CoverageReader } from './coverage.reader';

type Overview = OutputOf<typeof reportingEndpoints.readOverview>;
type Totals = Omit<Overview, 'communes' | 'courses'>;

/** Courses that take nobody any more and that nobody has to finish. $2 today. */
const HISTORY = `
  history as materialized (
    select c.id from learning.course c
     where c.closed_on <= $2::date
       and not exists (select 1 from reporting.counted_enrolment e
                        where e.course_id = c.id and e.state <> 'completed')
  )`;

/** $1 roots, $2 today. The name is that of the top unit; several are named side by side. */
const TOTALS = `
  with scope as materialized (
    select id from organisation.units_in($1::uuid[]) as id
  ), ${HISTORY}
  select coalesce((select string_agg(u.name, ', ' order by u.name collate "vi-x-icu")
                     from reporting.unit u
                    where u.id in (select id from scope)
                      and (u.parent_id is null or u.parent_id not in (select id from scope))),
                  '') as "unitName",
         (select coalesce(sum(officers), 0)::int from reporting.officers_of_unit
           where unit_id in (select id from scope)) as officers,
         (select count(*)::int from reporting.valid_certificate
           where unit_id in (select id from scope)) as certificates,
         count(distinct officer_id)::int as persons,
         count(*)::int as enrolments,
         (count(*) filter (where state = 'completed'))::int as completed,
         (count(*) filter (where state <> 'completed' and due_on < $2::date))::int as overdue
    from reporting.counted_enrolment
   where unit_id in (select id from scope) and course_id not in (select id from history)`;

/** The courses furthest from 100 % first. */
const COURSES = `
  with scope as materialized (
    select id from organisation.units_in($1::uuid[]) as id
  ), ${HISTORY}, counted as (
    select course_id,
           count(*)::int as enrolments,
           (count(*) filter (where state = 'completed'))::int as completed,
           (count(*) filter (where state <> 'completed' and due_on < $2::date))::int as overdue,
           round(avg(score_of_ten) filter (where state = 'completed'))::int as mean
      from reporting.counted_enrolment
     where unit_id in (select id from scope) and course_id not in (select id from history)
     group by course_id
  )
  select c.id as "courseId", c.code, c.title, n.enrolments, n.completed, n.overdue,
         n.mean as "meanScoreOfTen"
    from counted n
    join reporting.course c on c.id = n.course_id
   order by n.completed::numeric / n.enrolments, c.code`;

@Injectable()
export class OverviewReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly coverage: CoverageReader,
  ) {}

  async overview(actor: Actor): Promise<Overview> {
    const params = [unitsFor(actor, 'completion.read'), today(this.clock.now())];
    const [totals, courses, { items }] = await Promise.all([
      this.sql.one<Totals>(TOTALS, params),
      this.sql.rows<Overview['courses'][number]>(COURSES, params),
      this.coverage.coverage(actor, null),
    ]);
    const communes = items.filter(({ kind }) => kind === 'commune');
    return {
      ...totals,
      communes: {
        covered: communes.filter(({ covered }) => covered).length,
        total: communes.length,
      },
      courses,
    };
  }
}
