/** The room of the leaders' twelve months: who is late, who soon will be, who is exempt and why. */
import { Injectable } from '@nestjs/common';
import {
  type hoursEndpoints,
  type InputOf,
  LEADER_STATES,
  type LeaderRow,
  type OutputOf,
} from '@tap-huan/contract';
import { type LeaderStanding, leaderStanding, today } from '@tap-huan/rules';
import { type Actor, Clock, disclose, Sql, unitsFor, Writer } from '@tap-huan/server/platform';
import { likePattern } from '../enrolment/enrolment.reader';
import { type Book, leadersBook } from './hours-book';
import { isAtTop } from './hours-rules.service';

type List = typeof hoursEndpoints.listLeaders;
type Courses = OutputOf<typeof hoursEndpoints.listLeaderCourses>;
type Filter = InputOf<typeof hoursEndpoints.exportLeaders>['query'];

interface Fact {
  officerId: string;
  appointedOn: string | null;
  doneOn: string | null;
  exempted: boolean;
}
type Standing = Fact & LeaderStanding;
type Detail = Omit<LeaderRow, keyof LeaderStanding | 'appointedOn' | 'doneOn' | 'exemption'> & {
  exemption: (Omit<NonNullable<LeaderRow['exemption']>, 'at'> & { at: string }) | null;
};

@Injectable()
export class LeaderReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly writer: Writer,
  ) {}

  /** The most urgent first; counts are of the whole scope and search, whatever state is looked at. */
  async list(actor: Actor, query: InputOf<List>['query']): Promise<OutputOf<List>> {
    const standings = await this.standings(actor, query);
    const chosen = standings.filter(({ state }) => !query.state || state === query.state);
    const begin = (query.page - 1) * query.pageSize;
    return {
      total: chosen.length,
      items: await this.rows(chosen.slice(begin, begin + query.pageSize)),
      counts: LEADER_STATES.map((state) => ({
        state,
        officers: standings.filter((each) => each.state === state).length,
      })),
    };
  }

  /** The whole list as a workbook; who took it is noted. */
  async book(actor: Actor, query: Filter): Promise<Book> {
    const standings = await this.standings(actor, query);
    const rows = await this.rows(
      standings.filter(({ state }) => !query.state || state === query.state),
    );
    const subject = { kind: 'hours', id: 'leaders' };
    await this.writer.write(actor, async (tx) => {
      const personIds = rows.map(({ officerId }) => officerId);
      await disclose(tx, { kind: 'exported', what: 'leaders', personIds });
      await tx.audit('hours.export_leaders', subject, { officers: rows.length });
    });
    return leadersBook(rows, today(this.clock.now()));
  }

  /** What fulfils the duty, those that are chosen first. */
  async courses(actor: Actor): Promise<Courses> {
    const items = await this.sql.rows<Courses['items'][number]>(
      `select offer.kind, offer.id, offer.code, offer.title, offer.chosen from (
         select 'course' as kind, c.id, c.code, v.title,
                exists (select 1 from enrolment.leader_path l where l.course_id = c.id) as chosen
           from learning.course c
           join lateral (select v.title from learning.course_version v
                          where v.course_id = c.id and v.state = 'published'
                          order by v.number desc limit 1) v on true
         union all
         select 'programme', g.id, g.code, v.title,
                exists (select 1 from enrolment.leader_path l where l.programme_id = g.id)
           from learning.programme g
           join lateral (select v.title from learning.programme_version v
                          where v.programme_id = g.id and v.state = 'approved'
                          order by v.number desc limit 1) v on true) offer
        order by offer.chosen desc, offer.kind desc, offer.code`,
    );
    return { items, mayChange: await isAtTop(this.sql, actor) };
  }

  private async standings(actor: Actor, { unitId, search }: Filter): Promise<Standing[]> {
    const facts = await this.sql.rows<Fact>(
      `select d.officer_id as "officerId", d.appointed_on::text as "appointedOn",
              d.done_on::text as "doneOn", d.exemption_id is not null as exempted
         from enrolment.leader_duty d join organisation.officer o on o.id = d.officer_id
        where d.unit_id in (select * from organisation.units_in($1::uuid[]))
          and ($2::uuid is null
               or d.unit_id in (select * from organisation.units_in(array[$2::uuid])))
          and ($3::text is null or o.search_text like $3)
        order by d.appointed_on, o.sort_key collate "vi-x-icu", o.staff_code`,
      [
        unitsFor(actor, 'completion.read'),
        unitId ?? null,
        search?.trim() ? likePattern(search) : null,
      ],
    );
    const day = today(this.clock.now());
    const urgency = (one: Standing) => LEADER_STATES.indexOf(one.state);
    return facts
      .map((fact) => ({ ...fact, ...leaderStanding(fact, day) }))
      .sort((one, other) => urgency(one) - urgency(other));
  }

  private async rows(standings: readonly Standing[]): Promise<LeaderRow[]> {
    const details = await this.sql.rows<Detail>(
      `select p.id as "officerId", p.full_name as "fullName", p.staff_code as "staffCode",
              p.unit_name as "unitName", p.leadership,
              case when x.id is not null then jsonb_build_object(
                'id', x.id, 'ground', x.ground, 'documentNo', x.document_no, 'reason', x.reason,
                'byName', a.full_name, 'at', x.created_at) end as exemption
         from organisation.present_officer p
         left join enrolment.leader_exemption x on x.officer_id = p.id and x.ended_at is null
         left join identity.account a on a.id = x.created_by
        where p.id = any ($1::uuid[])`,
      [standings.map(({ officerId }) => officerId)],
    );
    const byId = new Map(details.map((detail) => [detail.officerId, detail]));
    return standings.flatMap(({ exempted: _, ...standing }) => {
      const detail = byId.get(standing.officerId);
      return detail ? [{ ...detail, ...standing, exemption: dated(detail.exemption) }] : [];
    });
  }
}

const dated = (exemption: Detail['exemption']): LeaderRow['exemption'] =>
  exemption && { ...exemption, at: new Date(exemption.at).toISOString() };
