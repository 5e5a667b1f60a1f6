/** The room where HR sees how each officer of an assignment stands, and why. */
import { Injectable } from '@nestjs/common';
import type {
  assignmentEndpoints,
  CaseDetail,
  CaseRow,
  InputOf,
  OutputOf,
} from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { type Actor, Clock, found, Sql, unitsFor } from '@tap-huan/server/platform';
import { likePattern } from '../enrolment/enrolment.reader';

type List = typeof assignmentEndpoints.listCases;
type Row = Omit<CaseRow, 'progress'> & { done: number | null; total: number | null };

/** Which officers of an assignment; absent parts filter nothing. */
export interface CaseFilter {
  state?: CaseRow['state'] | undefined;
  unitId?: string | undefined;
  search?: string | undefined;
}

/** $1 roots, $2 assignment, $3 state, $4 unit, $5 pattern; null filters nothing. */
export const CASES_FROM = `
  from enrolment.present_case c
  join organisation.present_officer p on p.id = c.officer_id
 where p.unit_id in (select organisation.units_in($1::uuid[])) and c.assignment_id = $2
   and ($3::text is null or c.state = $3)
   and ($4::uuid is null or p.unit_id in (select organisation.units_in(array[$4::uuid])))
   and ($5::text is null or p.search_text like $5)`;

export const caseFilters = (
  roots: string[],
  assignmentId: string,
  { state, unitId, search }: CaseFilter,
): unknown[] => [
  roots,
  assignmentId,
  state ?? null,
  unitId ?? null,
  search?.trim() ? likePattern(search) : null,
];

const COLUMNS = `
  c.id, c.assignment_id as "assignmentId", c.officer_id as "officerId", p.full_name as "fullName",
  p.staff_code as "staffCode", p.job_position as "jobPosition", p.unit_name as "unitName", c.occurrence, c.state,
  c.because, c.since::text as since, c.due_on::text as "dueOn", c.extended_to::text as "extendedTo",
  c.done_on::text as "doneOn", e.done_lessons as done, e.total_lessons as total`;

/** Late ones first, and of those the latest. */
const ORDER = `
  array_position(array['overdue', 'due', 'waiting', 'exempt', 'done', 'left'], c.state),
  greatest(c.extended_to, c.due_on) nulls last, p.sort_key collate "vi-x-icu", p.staff_code`;

@Injectable()
export class CaseReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    assignmentId: string,
    query: InputOf<List>['query'],
  ): Promise<OutputOf<List>> {
    const filters = caseFilters(unitsFor(actor, 'completion.read'), assignmentId, query);
    const [{ total }, rows] = await Promise.all([
      this.sql.one<{ total: number }>(`select count(*)::int as total ${CASES_FROM}`, filters),
      this.sql.rows<Row>(
        `with page as (
           select c.*, row_number() over (order by ${ORDER}) as place ${CASES_FROM}
           order by place limit $6 offset $7)
         select ${COLUMNS} from page c
           join organisation.present_officer p on p.id = c.officer_id
           left join enrolment.enrolment e on e.id = c.enrolment_id
          order by c.place`,
        [...filters, query.pageSize, (query.page - 1) * query.pageSize],
      ),
    ]);
    return { total, items: rows.map(rowOf) };
  }

  /** All that the filter finds, for a sheet. */
  async lines(actor: Actor, assignmentId: string, filter: CaseFilter): Promise<CaseRow[]> {
    const rows = await this.sql.rows<Row>(
      `with found as (
         select c.*, row_number() over (order by ${ORDER}) as place ${CASES_FROM})
       select ${COLUMNS} from found c
         join organisation.present_officer p on p.id = c.officer_id
         left join enrolment.enrolment e on e.id = c.enrolment_id
        order by c.place`,
      caseFilters(unitsFor(actor, 'completion.read'), assignmentId, filter),
    );
    return rows.map(rowOf);
  }

  /** One case with everything that made it so. @throws Failure `not_found` */
  async read(actor: Actor, caseId: string): Promise<CaseDetail> {
    const roots = unitsFor(actor, 'completion.read');
    const row = found(
      await this.sql.maybe<
        Row & Omit<CaseDetail, keyof CaseRow | 'extensions' | 'exemption' | 'occurrences'>
      >(
        `select ${COLUMNS}, a.title as "assignmentTitle", a.audience_id as "audienceId", d.name as "audienceName",
                a.reason, a.legal_basis as "legalBasis", a.due, a.recurrence, a.grace_days as "graceDays",
                a.late_days as "lateDays"
           from enrolment.assignment_case c
           join enrolment.assignment a on a.id = c.assignment_id
           join enrolment.audience d on d.id = a.audience_id
           join organisation.present_officer p on p.id = c.officer_id
           left join enrolment.enrolment e on e.id = c.enrolment_id
          where c.id = $1 and p.unit_id in (select organisation.units_in($2::uuid[]))`,
        [caseId, roots],
      ),
    );
    const [extensions, exemption, occurrences] = await Promise.all([
      this.extensions(caseId),
      this.exemption(row),
      this.occurrences(row),
    ]);
    return { ...row, ...rowOf(row), extensions, exemption, occurrences };
  }

  private async extensions(caseId: string): Promise<CaseDetail['extensions']> {
    const rows = await this.sql.rows<Omit<CaseDetail['extensions'][number], 'at'> & { at: Date }>(
      `select x.from_day::text as "fromDay", x.to_day::text as "toDay", x.reason, by.full_name as "byName", x.at
         from enrolment.extension x left join identity.account by on by.id = x.by_account
        where x.case_id = $1 order by x.at desc`,
      [caseId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }

  /** The exemption of an officer from an assignment that holds today and longest. */
  exemption({
    assignmentId,
    officerId,
  }: Pick<Row, 'assignmentId' | 'officerId'>): Promise<CaseDetail['exemption']> {
    return this.sql.maybe(
      `select x.reason, x.legal_basis as "legalBasis", x.valid_from::text as "validFrom",
              x.valid_to::text as "validTo", by.full_name as "byName"
         from enrolment.assignment a
         join enrolment.exemption x on x.assignment_id = a.id or x.course_id = a.course_id
                                    or x.programme_id = a.programme_id
         left join identity.account by on by.id = x.by_account
        where a.id = $1 and x.officer_id = $2 and x.ended_at is null and x.valid_from <= $3::date
          and coalesce(x.valid_to >= $3::date, true)
        order by x.valid_to desc nulls first limit 1`,
      [assignmentId, officerId, today(this.clock.now())],
    );
  }

  private occurrences({ assignmentId, officerId }: Row): Promise<CaseDetail['occurrences']> {
    return this.sql.rows(
      `select occurrence, state, since::text as since, greatest(extended_to, due_on)::text as "dueOn",
              done_on::text as "doneOn"
         from enrolment.assignment_case where assignment_id = $1 and officer_id = $2 order by occurrence desc`,
      [assignmentId, officerId],
    );
  }
}

const rowOf = ({ done, total, ...row }: Row): CaseRow => ({
  ...row,
  progress: done === null || total === null ? null : { done, total },
});
