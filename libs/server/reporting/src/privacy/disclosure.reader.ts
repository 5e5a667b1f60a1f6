/** The room where officers read who looked at their data and who took it out. */
import { Injectable } from '@nestjs/common';
import type { Disclosure, InputOf, OutputOf, privacyEndpoints } from '@tap-huan/contract';
import { accountOf, type Actor, Sql } from '@tap-huan/server/platform';

type List = typeof privacyEndpoints.listMyDisclosures;

/** The book of disclosures, and downloads of the officer's certificates from the audit trail. $1 account */
const MINE = `
  me as (select id from organisation.officer where account_id = $1),
  line as (
    select d.at, d.account_id, d.kind, d.what
      from platform.disclosure d
     where d.person_ids @> (select array_agg(id) from me)
       and exists (select 1 from me)
    union all
    select a.at, a.account_id, 'exported', 'certificate'
      from certification.certificate c
      join platform.audit a on a.subject_kind = 'certificate' and a.subject_id = c.id::text
       and a.action = 'certificate_downloaded'
     where c.officer_id in (select id from me)
  )`;

@Injectable()
export class DisclosureReader {
  constructor(private readonly sql: Sql) {}

  /** The newest first; the name and unit of whoever did it, as they are today. */
  async own(actor: Actor, query: InputOf<List>['query']): Promise<OutputOf<List>> {
    const account = accountOf(actor);
    const [{ total }, rows] = await Promise.all([
      this.sql.one<{ total: number }>(`with ${MINE} select count(*)::int as total from line`, [
        account,
      ]),
      this.sql.rows<Omit<Disclosure, 'at'> & { at: Date }>(
        `with ${MINE}
         select l.at, l.kind, l.what, coalesce(a.full_name, '') as "byName",
                coalesce(p.unit_name, (select string_agg(u.name, ', ' order by u.name)
                   from identity.access_grant g join organisation.unit u on u.id = g.unit_id
                  where g.account_id = a.id)) as "byUnit",
                l.account_id is not distinct from $1::uuid as own
           from line l
           left join identity.account a on a.id = l.account_id
           left join organisation.present_officer p on p.account_id = a.id
          order by l.at desc limit $2 offset $3`,
        [account, query.pageSize, (query.page - 1) * query.pageSize],
      ),
    ]);
    return { total, items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
  }
}
