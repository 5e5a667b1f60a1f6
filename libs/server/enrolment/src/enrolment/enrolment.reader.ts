/** The room where HR sees the enrolments of the own subtree. */
import { Injectable } from '@nestjs/common';
import type { enrolmentEndpoints, EnrolmentRow, InputOf, OutputOf } from '@tap-huan/contract';
import { dueState, fold, today } from '@tap-huan/rules';
import { type Actor, Clock, Sql, unitsFor } from '@tap-huan/server/platform';

type List = typeof enrolmentEndpoints.listEnrolments;

interface Row extends Omit<EnrolmentRow, 'progress' | 'dueState' | 'enrolledAt' | 'completedAt'> {
  done: number;
  total: number;
  enrolledAt: Date;
  completedAt: Date | null;
}

/** $1 roots, $2 course, $3 unit, $4 state, $5 due, $6 today, $7 pattern; null filters nothing. */
const FROM = `
  from enrolment.enrolment e
  join organisation.present_officer p on p.id = e.officer_id
  join learning.course c on c.id = e.course_id
 where p.unit_id in (select * from organisation.units_in($1::uuid[]))
   and ($2::uuid is null or e.course_id = $2)
   and ($3::uuid is null or p.unit_id in (select * from organisation.units_in(array[$3::uuid])))
   and ($4::text is null or e.state = $4)
   and ($5::text is null or (
         e.state in ('not_started', 'in_progress') and case $5
           when 'overdue' then e.due_on < $6::date
           else e.due_on between $6::date and $6::date + 7 end))
   and ($7::text is null or p.search_text like $7)`;

@Injectable()
export class EnrolmentReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Sorted as Vietnamese names are; attempts are counted for the page only. */
  async list(actor: Actor, query: InputOf<List>['query']): Promise<OutputOf<List>> {
    const day = today(this.clock.now());
    const filters = [
      unitsFor(actor, 'completion.read'),
      query.courseId ?? null,
      query.unitId ?? null,
      query.state ?? null,
      query.due ?? null,
      day,
      query.search?.trim() ? likePattern(query.search) : null,
    ];
    const [{ total }, rows] = await Promise.all([
      this.sql.one<{ total: number }>(`select count(*)::int as total ${FROM}`, filters),
      this.page(filters, query.page, query.pageSize),
    ]);
    return { total, items: rows.map((row) => rowOf(row, day)) };
  }

  private page(filters: unknown[], page: number, pageSize: number): Promise<Row[]> {
    return this.sql.rows<Row>(
      `with page as (
         select e.*, p.full_name, p.staff_code, p.unit_name, c.code,
                row_number() over (order by p.sort_key collate "vi-x-icu", p.staff_code, c.code,
                                            e.enrolled_at desc, e.id) as place
         ${FROM}
         order by place limit $8 offset $9)
       select page.id, officer_id as "officerId", full_name as "fullName",
              staff_code as "staffCode", unit_name as "unitName", page.course_id as "courseId",
              page.code as "courseCode", v.title as "courseTitle", page.state,
              done_lessons as done, total_lessons as total, due_on::text as "dueOn",
              (select count(*)::int from assessment.attempt a
                where a.context_id = page.id and not a.preview and a.phase <> 'prepared') as "attemptsUsed",
              score_of_ten as "scoreOfTen", enrolled_at as "enrolledAt",
              completed_at as "completedAt"
         from page join learning.course_version v on v.id = page.course_version_id
        order by place`,
      [...filters, pageSize, (page - 1) * pageSize],
    );
  }
}

/** Folded as names are stored for search; `%` and `_` stand for themselves. */
export const likePattern = (search: string): string =>
  `%${fold(search.trim()).replace(/[\\%_]/g, '\\$&')}%`;

function rowOf({ done, total, enrolledAt, completedAt, ...row }: Row, day: string): EnrolmentRow {
  return {
    ...row,
    progress: { done, total },
    // A withdrawn enrolment is due no more.
    dueState: dueState(row.state === 'withdrawn' ? null : row.dueOn, completedAt, day),
    enrolledAt: enrolledAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
  };
}
