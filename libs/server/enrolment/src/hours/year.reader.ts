/** The room where one officer's year is read: what it adds up to, against what it asks for. */
import { Injectable } from '@nestjs/common';
import type { HoursOfYear, hoursEndpoints, InputOf, OfficerHours } from '@tap-huan/contract';
import { leaderStanding, today, yearStanding } from '@tap-huan/rules';
import {
  accountOf,
  type Actor,
  Clock,
  found,
  Sql,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { ENTRY, entryOf, type EntryRow } from './entry-rows';

type OfOfficer = InputOf<typeof hoursEndpoints.readOfficerHours>;
type Head = Pick<
  OfficerHours,
  'officerId' | 'fullName' | 'staffCode' | 'unitName' | 'jobPosition' | 'staffCategory'
>;
interface Duty {
  required: number | null;
  legalBasis: string | null;
  served: boolean;
}
interface LeaderRow {
  leadership: string;
  appointedOn: string | null;
  doneOn: string | null;
  exempted: boolean;
}

const HEAD = `
  select p.id as "officerId", p.full_name as "fullName", p.staff_code as "staffCode",
         p.unit_name as "unitName", p.job_position as "jobPosition",
         p.staff_category as "staffCategory"
    from organisation.present_officer p`;

@Injectable()
export class YearReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly writer: Writer,
  ) {}

  /** The asker's own year; also of somebody who has left. @throws Failure not_found */
  async own(actor: Actor, year?: number): Promise<HoursOfYear> {
    const { id } = found(
      await this.sql.maybe<{ id: string }>(
        `select id from organisation.officer where account_id = $1`,
        [accountOf(actor)],
      ),
    );
    return this.year(id, year ?? this.thisYear());
  }

  /** The year of somebody in the scope; that it was looked at is noted. @throws Failure not_found */
  async ofOfficer(actor: Actor, { params, query }: OfOfficer): Promise<OfficerHours> {
    const head = found(
      await this.sql.maybe<Head>(
        `${HEAD} where p.id = $1 and organisation.in_scope(p.unit_id, $2::uuid[])`,
        [params.officerId, unitsFor(actor, 'completion.read')],
      ),
    );
    const year = query.year ?? this.thisYear();
    await this.writer.write(actor, (tx) =>
      tx.audit('hours.view', { kind: 'officer', id: params.officerId }, { year }),
    );
    return { ...head, ...(await this.year(params.officerId, year)) };
  }

  private thisYear(): number {
    return Number(today(this.clock.now()).slice(0, 4));
  }

  private async year(officerId: string, year: number): Promise<HoursOfYear> {
    const thisYear = this.thisYear();
    const [rows, totals, duty, leader] = await Promise.all([
      this.entries(officerId, year),
      this.totals(officerId),
      this.duty(officerId, year),
      this.leader(officerId),
    ]);
    const entries = rows.map(entryOf);
    const counting = entries.filter(({ counts }) => counts);
    const counted = sumOf(counting);
    const { required, served, legalBasis } = duty;
    return {
      year,
      required,
      legalBasis: legalBasis ?? '',
      counted,
      ...yearStanding({ counted, required, served, year, thisYear }),
      proposed: sumOf(entries.filter(({ state }) => state === 'proposed')),
      bySource: sumsBy(counting, ({ source }) => source).map(([source, hours]) => ({
        source,
        hours,
      })),
      byGroup: sumsBy(counting, ({ contentGroup }) => contentGroup).map(([group, hours]) => ({
        group,
        hours,
      })),
      entries,
      years: withYear(withYear(totals, thisYear), year),
      leader,
    };
  }

  private entries(officerId: string, year: number): Promise<EntryRow[]> {
    return this.sql.rows<EntryRow>(
      `select ${ENTRY} from enrolment.hours_entry e
        where e.officer_id = $1 and e.year = $2
        order by e.day desc, e.created_at desc, e.id`,
      [officerId, year],
    );
  }

  private totals(officerId: string): Promise<HoursOfYear['years']> {
    return this.sql.rows(
      `select e.year, coalesce(sum(c.hours), 0)::int as counted
         from enrolment.hours_entry e
         left join enrolment.counted_hours c on c.id = e.id
        where e.officer_id = $1
        group by e.year`,
      [officerId],
    );
  }

  /** By the position that the officer has today, or had last. */
  private duty(officerId: string, year: number): Promise<Duty> {
    return this.sql.one<Duty>(
      `select r.hours as required, r.legal_basis as "legalBasis",
              exists (select 1 from organisation.position f
                       where f.officer_id = $1 and f.valid_from <= make_date($2::int, 12, 31)
                         and (f.valid_to is null or f.valid_to > make_date($2::int, 1, 1))) as served
         from (select p.staff_category from organisation.position p
                where p.officer_id = $1 order by p.valid_from desc limit 1) post
         left join enrolment.hours_required($2::int) r on r.staff_category = post.staff_category`,
      [officerId, year],
    );
  }

  private async leader(officerId: string): Promise<HoursOfYear['leader']> {
    const row = await this.sql.maybe<LeaderRow>(
      `select d.leadership, d.appointed_on::text as "appointedOn", d.done_on::text as "doneOn",
              d.exemption_id is not null as exempted
         from enrolment.leader_duty d where d.officer_id = $1`,
      [officerId],
    );
    if (!row) return null;
    const { exempted, ...duty } = row;
    return { ...duty, ...leaderStanding({ ...duty, exempted }, today(this.clock.now())) };
  }
}

const sumOf = (entries: readonly { hours: number }[]): number =>
  entries.reduce((sum, { hours }) => sum + hours, 0);

/** The largest sum first. */
function sumsBy<E extends { hours: number }, K>(
  entries: readonly E[],
  keyOf: (entry: E) => K,
): [K, number][] {
  const sums = new Map<K, number>();
  for (const entry of entries) {
    sums.set(keyOf(entry), (sums.get(keyOf(entry)) ?? 0) + entry.hours);
  }
  return [...sums].sort(([, one], [, other]) => other - one);
}

const withYear = (years: HoursOfYear['years'], year: number): HoursOfYear['years'] =>
  (years.some((each) => each.year === year) ? years : [...years, { year, counted: 0 }]).toSorted(
    (one, other) => other.year - one.year,
  );
