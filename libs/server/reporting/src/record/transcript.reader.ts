/** The room where everything that an officer has learned is read. */
import { Injectable } from '@nestjs/common';
import type { TrainingRow, Transcript } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { accountOf, type Actor, Clock, found, Sql, unitsFor } from '@tap-huan/server/platform';

type Head = Omit<Transcript, 'positions' | 'years' | 'trainings'>;

/** $1 officer, $2 today. Of somebody who has left: the last position. */
const HEAD = `
  select o.id as "officerId", o.full_name as "fullName", o.staff_code as "staffCode",
         o.birth_date as "birthDate", coalesce(u.name, '') as "unitName",
         coalesce(p.job_position, '') as "jobPosition", p.rank, p.leadership,
         coalesce(p.staff_category, 'khac') as "staffCategory",
         p.id is not null and p.valid_to is null as present
    from organisation.officer o
    left join lateral reporting.post_at(o.id, $2::date) p on true
    left join organisation.unit u on u.id = p.unit_id
   where o.id = $1`;

/** Names of units as they were: on the last day of a position that has ended, else today's. $2 today. */
const POSITIONS = `
  select reporting.name_at(p.unit_id, coalesce(p.valid_to - 1, $2::date)) as "unitName",
         p.job_position as "jobPosition", p.leadership,
         p.valid_from::text as "validFrom", p.valid_to::text as "validTo"
    from organisation.position p
   where p.officer_id = $1
   order by p.valid_from desc`;

/** The newest first; what is still to be done before what is done. */
const TRAININGS = `
  select t.id, t.kind, t.subject_id as "subjectId", t.code, t.title,
         t.content_group as "contentGroup", t.delivery_form as "deliveryForm", t.source, t.organiser,
         t.hours, t.counts, t.state, t.started_on::text as "startedOn", t.due_on::text as "dueOn",
         t.completed_on::text as "completedOn", t.score_of_ten as "scoreOfTen",
         reporting.name_at(p.unit_id, d.day) as "unitThen", p.job_position as "positionThen",
         c.register_no as "registerNo", c.state as "certificateState"
    from reporting.training t
   cross join lateral (select coalesce(t.completed_on, t.enrolled_on) as day) d
    left join lateral reporting.post_at(t.officer_id, d.day) p on true
    left join certification.certificate c on c.enrolment_id = t.id
   where t.officer_id = $1
   order by t.completed_on desc nulls first, t.enrolled_on desc, t.title, t.id`;

/** What each year came to, and what it asks of the kind of staff of its last day. $2 today. */
const YEARS = `
  with sums as (
    select extract(year from t.completed_on)::int as year,
           (count(*) filter (where t.kind <> 'programme'))::int as completed,
           coalesce(sum(t.hours) filter (where t.counts), 0)::int as hours
      from reporting.training t
     where t.officer_id = $1 and t.state = 'completed'
     group by 1
    union
    select extract(year from $2::date)::int, 0, 0
     where not exists (select 1 from reporting.training t
                        where t.officer_id = $1 and t.state = 'completed'
                          and extract(year from t.completed_on) = extract(year from $2::date))
  )
  select s.year, s.completed, s.hours, r.hours / 100 as required
    from sums s
    left join lateral reporting.post_at($1, least(make_date(s.year, 12, 31), $2::date)) p on true
    left join lateral enrolment.hours_required(s.year) r on r.staff_category = p.staff_category
   order by s.year desc`;

@Injectable()
export class TranscriptReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** An officer whose unit, today or last, is in the scope. @throws Failure `not_found` */
  async ofScope(actor: Actor, officerId: string): Promise<Transcript> {
    found(
      await this.sql.maybe(
        `select 1 from reporting.post_at($1, $2::date) p
          where p.unit_id in (select reporting.record_units($3::uuid[]))`,
        [officerId, today(this.clock.now()), unitsFor(actor, 'completion.read')],
      ),
    );
    return this.transcript(officerId);
  }

  /** The own transcript. @throws Failure `not_found` for an account that is no officer's */
  async own(actor: Actor): Promise<Transcript> {
    return this.transcript(await this.ownId(actor));
  }

  /** @throws Failure `not_found` for an account that is no officer's */
  async ownId(actor: Actor): Promise<string> {
    const { id } = found(
      await this.sql.maybe<{ id: string }>(
        `select id from organisation.officer where account_id = $1`,
        [accountOf(actor)],
      ),
    );
    return id;
  }

  private async transcript(officerId: string): Promise<Transcript> {
    const values = [officerId, today(this.clock.now())];
    const [head, positions, trainings, years] = await Promise.all([
      this.sql.one<Head>(HEAD, values),
      this.sql.rows<Transcript['positions'][number]>(POSITIONS, values),
      this.sql.rows<TrainingRow>(TRAININGS, [officerId]),
      this.sql.rows<Transcript['years'][number]>(YEARS, values),
    ]);
    return { ...head, positions, trainings, years };
  }
}
