/** The room of the year's list: who is below the hours that the year asks for, by unit and by name. */
import { Injectable } from '@nestjs/common';
import type { hoursEndpoints, HoursRow, InputOf, OutputOf, UnitHoursRow } from '@tap-huan/contract';
import { today, yearStanding } from '@tap-huan/rules';
import {
  type Actor,
  Clock,
  disclose,
  found,
  Sql,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { likePattern } from '../enrolment/enrolment.reader';
import { type Book, hoursBook } from './hours-book';

type List = typeof hoursEndpoints.listHours;
type Units = typeof hoursEndpoints.readHoursByUnit;
type Filter = InputOf<typeof hoursEndpoints.exportHours>['query'];

type Row = Omit<HoursRow, 'state' | 'missing'> & { served: boolean };

/**
 * Officers of the scope with their year. $1 roots, $2 year, $3 unit, $4 kind of staff, $5 pattern, $6 state, $7 this year;
 * null filters nothing. The states are those of `yearStanding`; a test holds the two together.
 */
const STANDING = `
  with gathered as materialized (
    select c.officer_id, sum(c.hours)::int as hours
      from enrolment.counted_hours c where c.year = $2 group by c.officer_id
  ), waiting as materialized (
    select e.officer_id, sum(e.hours)::int as hours
      from enrolment.hours_entry e where e.year = $2 and e.state = 'proposed' group by e.officer_id
  ), rule as materialized (
    select * from enrolment.hours_required($2::int)
  ), person as (
    select p.*, coalesce(g.hours, 0) as counted, coalesce(w.hours, 0) as proposed,
           r.hours as required, served.yes as served,
           case when r.hours is null or not served.yes then 'no_duty'
                when coalesce(g.hours, 0) >= r.hours then 'met'
                when $2::int < $7::int then 'missed' else 'below' end as standing
      from organisation.present_officer p
      left join gathered g on g.officer_id = p.id
      left join waiting w on w.officer_id = p.id
      left join rule r on r.staff_category = p.staff_category
      cross join lateral (
        select $2::int >= $7::int or exists (
          select 1 from organisation.position f
           where f.officer_id = p.id and f.valid_from <= make_date($2::int, 12, 31)
             and (f.valid_to is null or f.valid_to > make_date($2::int, 1, 1))) as yes) served
     where p.unit_id in (select * from organisation.units_in($1::uuid[]))
       and ($3::uuid is null or p.unit_id in (select * from organisation.units_in(array[$3::uuid])))
       and ($4::text is null or p.staff_category = $4)
       and ($5::text is null or p.search_text like $5)
  )`;
const WHERE = `where ($6::text is null or standing = $6)`;

@Injectable()
export class HoursListReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly writer: Writer,
  ) {}

  /** Whoever has gathered least of what is asked comes first, then by name. */
  async list(actor: Actor, query: InputOf<List>['query']): Promise<OutputOf<List>> {
    const filters = this.filters(actor, query);
    const [{ total }, items] = await Promise.all([
      this.sql.one<{ total: number }>(
        `${STANDING} select count(*)::int as total from person ${WHERE}`,
        filters,
      ),
      this.rows(filters, query.pageSize, (query.page - 1) * query.pageSize),
    ]);
    return { total, items };
  }

  /** The whole list as a workbook; who took it is noted. */
  async book(actor: Actor, query: Filter): Promise<Book> {
    const items = await this.rows(this.filters(actor, query), null, 0);
    const subject = { kind: 'hours', id: String(query.year) };
    const { year, unitId = null, state = null } = query;
    await this.writer.write(actor, async (tx) => {
      const personIds = items.map(({ officerId }) => officerId);
      await disclose(tx, { kind: 'exported', what: 'hours', personIds });
      await tx.audit('hours.export', subject, { year, unitId, state, officers: items.length });
    });
    return hoursBook(items, { year, madeOn: today(this.clock.now()) });
  }

  /** A unit and those right below it; without one the root of the scope. @throws Failure not_found */
  async byUnit(actor: Actor, { year, unitId }: InputOf<Units>['query']): Promise<OutputOf<Units>> {
    const roots = unitsFor(actor, 'completion.read');
    const tops = await this.tops(roots);
    const wanted = unitId ?? (tops.length === 1 ? tops[0] : null) ?? null;
    if (unitId !== undefined) {
      found(
        await this.sql.maybe(`select 1 where organisation.in_scope($1, $2::uuid[])`, [
          unitId,
          roots,
        ]),
      );
    }
    const units = await this.units(wanted === null ? tops : [wanted], year, wanted !== null);
    return {
      unit: units.find((row) => row.unitId === wanted) ?? null,
      above: wanted === null ? [] : await this.above(wanted, roots),
      items: units.filter((row) => row.unitId !== wanted),
    };
  }

  private filters(actor: Actor, query: Filter): unknown[] {
    return [
      unitsFor(actor, 'completion.read'),
      query.year,
      query.unitId ?? null,
      query.staffCategory ?? null,
      query.search?.trim() ? likePattern(query.search) : null,
      query.state ?? null,
      this.thisYear(),
    ];
  }

  private thisYear(): number {
    return Number(today(this.clock.now()).slice(0, 4));
  }

  private async rows(
    filters: unknown[],
    limit: number | null,
    offset: number,
  ): Promise<HoursRow[]> {
    const thisYear = this.thisYear();
    const year = filters[1] as number;
    const rows = await this.sql.rows<Row>(
      `${STANDING}
       select id as "officerId", full_name as "fullName", staff_code as "staffCode",
              unit_name as "unitName", job_position as "jobPosition",
              staff_category as "staffCategory", leadership is not null as "isLeader",
              counted, proposed, required, served
         from person ${WHERE}
        order by case standing when 'missed' then 0 when 'below' then 0 when 'met' then 1 else 2 end,
                 counted, sort_key collate "vi-x-icu", staff_code
        limit $8 offset $9`,
      [...filters, limit, offset],
    );
    return rows.map(({ served, ...row }) => ({
      ...row,
      ...yearStanding({ ...row, served, year, thisYear }),
    }));
  }

  /** Roots of the scope that lie below no other root. */
  private async tops(roots: string[]): Promise<string[]> {
    const rows = await this.sql.rows<{ id: string }>(
      `select u.id from organisation.unit u
        where u.id = any ($1::uuid[])
          and not exists (select 1 from organisation.unit o
                           where o.id = any ($1::uuid[]) and o.id <> u.id and o.path @> u.path)
        order by u.name collate "vi-x-icu"`,
      [roots],
    );
    return rows.map(({ id }) => id);
  }

  /** The units themselves, and where asked those right below them, each with its whole subtree. */
  private units(unitIds: string[], year: number, below: boolean): Promise<UnitHoursRow[]> {
    const filters = [unitIds, year, null, null, null, null, this.thisYear()];
    return this.sql.rows<UnitHoursRow>(
      `${STANDING}, shown as (
         select u.id, u.name, u.path, u.id = any ($1::uuid[]) as head from organisation.unit u
          where u.id = any ($1::uuid[])
             or ($8 and u.parent_id = any ($1::uuid[]) and u.valid_to is null)
       ), own as (
         select unit_path as path, count(*) as officers,
                count(*) filter (where standing <> 'no_duty') as obliged,
                count(*) filter (where standing = 'met') as met, sum(counted) as counted
           from person where $6::text is null group by unit_path
       )
       select s.id as "unitId", s.name as "unitName",
              exists (select 1 from organisation.unit b
                       where b.parent_id = s.id and b.valid_to is null) as "hasBelow",
              coalesce(sum(own.officers), 0)::int as officers,
              coalesce(sum(own.obliged), 0)::int as obliged,
              coalesce(sum(own.met), 0)::int as met,
              coalesce(sum(own.obliged - own.met), 0)::int as below,
              coalesce(sum(own.counted), 0)::int as counted
         from shown s left join own on s.path @> own.path
        group by s.id, s.name, s.head
        order by s.head desc, s.name collate "vi-x-icu"`,
      [...filters, below],
    );
  }

  private above(unitId: string, roots: string[]): Promise<OutputOf<Units>['above']> {
    return this.sql.rows(
      `select a.id as "unitId", a.name as "unitName"
         from organisation.unit u join organisation.unit a on a.path @> u.path and a.id <> u.id
        where u.id = $1 and organisation.in_scope(a.id, $2::uuid[])
        order by nlevel(a.path)`,
      [unitId, roots],
    );
  }
}
