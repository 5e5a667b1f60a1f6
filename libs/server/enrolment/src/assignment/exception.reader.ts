/** The room of the exceptions report: who is excused, who has longer, why, and by whom. */
import { Injectable } from '@nestjs/common';
import type { assignmentEndpoints, ExceptionRow, InputOf, OutputOf } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { type Actor, Clock, Sql, unitsFor } from '@tap-huan/server/platform';
import { likePattern } from '../enrolment/enrolment.reader';

type List = typeof assignmentEndpoints.listExceptions;
type Row = Omit<ExceptionRow, 'at'> & { at: Date };

/** What the report is narrowed to; absent parts filter nothing. */
export type ExceptionFilter = InputOf<typeof assignmentEndpoints.exportExceptions>['query'];

/** $1 roots, $2 kind, $3 active, $4 unit, $5 assignment, $6 pattern, $7 today. */
const FROM = `
  from (
    select x.id, 'exemption' as kind, x.officer_id, x.assignment_id, x.course_id, x.programme_id, x.reason,
           x.legal_basis, x.valid_from as from_day,
           least(x.valid_to, (x.ended_at at time zone 'Asia/Ho_Chi_Minh')::date) as to_day,
           x.ended_at is null and x.valid_from <= $7::date and coalesce(x.valid_to >= $7::date, true) as active,
           x.by_account, x.at
      from enrolment.exemption x
     union all
    select t.id, 'extension', c.officer_id, c.assignment_id, null, null, t.reason, '', t.from_day, t.to_day,
           c.state in ('due', 'overdue') and t.to_day = c.extended_to and t.to_day >= $7::date, t.by_account, t.at
      from enrolment.extension t join enrolment.assignment_case c on c.id = t.case_id
  ) x
  join organisation.present_officer p on p.id = x.officer_id
 where p.unit_id in (select organisation.units_in($1::uuid[]))
   and ($2::text is null or x.kind = $2)
   and ($3::boolean is null or x.active = $3)
   and ($4::uuid is null or p.unit_id in (select organisation.units_in(array[$4::uuid])))
   and ($5::uuid is null or x.assignment_id = $5)
   and ($6::text is null or p.search_text like $6)`;

const ORDER = `order by x.at desc, p.sort_key collate "vi-x-icu", x.id`;

const COLUMNS = `
  x.id, x.kind, x.officer_id as "officerId", p.full_name as "fullName", p.staff_code as "staffCode",
  p.unit_name as "unitName", x.assignment_id as "assignmentId", x.reason, x.legal_basis as "legalBasis",
  x.from_day::text as "fromDay", x.to_day::text as "toDay", x.active, x.at,
  (select full_name from identity.account where id = x.by_account) as "byName",
  coalesce(
    (select title from enrolment.assignment where id = x.assignment_id),
    (select title from learning.course_version where course_id = x.course_id
      order by state = 'published' desc, number desc limit 1),
    (select title from learning.programme_version where programme_id = x.programme_id
      order by state = 'approved' desc, number desc limit 1), '') as subject`;

@Injectable()
export class ExceptionReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async list(actor: Actor, query: InputOf<List>['query']): Promise<OutputOf<List>> {
    const filters = this.filters(actor, query);
    const [{ total }, rows] = await Promise.all([
      this.sql.one<{ total: number }>(`select count(*)::int as total ${FROM}`, filters),
      this.sql.rows<Row>(`select ${COLUMNS} ${FROM} ${ORDER} limit $8 offset $9`, [
        ...filters,
        query.pageSize,
        (query.page - 1) * query.pageSize,
      ]),
    ]);
    return { total, items: rows.map(rowOf) };
  }

  /** All that the filter finds, for a sheet. */
  async lines(actor: Actor, filter: ExceptionFilter): Promise<ExceptionRow[]> {
    const rows = await this.sql.rows<Row>(
      `select ${COLUMNS} ${FROM} ${ORDER}`,
      this.filters(actor, filter),
    );
    return rows.map(rowOf);
  }

  private filters(actor: Actor, filter: ExceptionFilter): unknown[] {
    const { kind, active, unitId, assignmentId, search } = filter;
    return [
      unitsFor(actor, 'completion.read'),
      kind ?? null,
      active === undefined ? null : active === 'true',
      unitId ?? null,
      assignmentId ?? null,
      search?.trim() ? likePattern(search) : null,
      today(this.clock.now()),
    ];
  }
}

const rowOf = (row: Row): ExceptionRow => ({ ...row, at: row.at.toISOString() });
