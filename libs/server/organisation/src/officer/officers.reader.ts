/** The room where officers are read: lists within scope, and what other domains ask about one. */
import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, OfficerRow, OutputOf } from '@tap-huan/contract';
import { fold, toNfc } from '@tap-huan/rules';
import { searchPattern } from '@tap-huan/server/identity';
import { type Actor, found, Sql, type Tx, unitsFor } from '@tap-huan/server/platform';

export interface OfficerOfAccount {
  officerId: string;
  fullName: string;
  unitId: string;
}

export interface OfficerSnapshot {
  fullName: string;
  /** `YYYY` or `YYYY-MM-DD`. */
  birthDate: string;
  unitId: string;
  unitName: string;
  accountId: string | null;
}

/** Those who have left, as the view shows those who are here: in the post that was their last. */
const LEFT = `
  (select o.id, o.account_id, o.staff_code, o.full_name, o.sort_key, o.search_text, o.birth_date,
          p.job_position, p.unit_id, u.name as unit_name, p.rank, p.leadership, p.appointed_on,
          p.staff_category, o.email, o.phone, p.valid_to as left_on
   from organisation.officer o
   cross join lateral (select * from organisation.position p where p.officer_id = o.id
                       order by p.valid_from desc limit 1) p
   join organisation.unit u on u.id = p.unit_id
   where p.valid_to is not null)`;
const PRESENT = `(select *, null::date as left_on from organisation.present_officer)`;

/** What a list shows of an officer `o`, of either source. */
const ROW = `
  o.id, o.staff_code as "staffCode", o.full_name as "fullName", o.birth_date as "birthDate",
  o.job_position as "jobPosition", o.unit_id as "unitId", o.unit_name as "unitName",
  o.account_id as "accountId", o.rank, o.leadership, o.appointed_on::text as "appointedOn",
  o.staff_category as "staffCategory", o.email, o.phone, o.left_on::text as "leftOn"`;

/**
 * $1 roots · $2 unit or null · $3 pattern or null · $4 category or null · $5 leaders only · $6 the search itself where it
 * has diacritics, else null
 */
const WHERE = `
  where o.unit_id in (select * from organisation.units_in($1::uuid[]))
    and ($2::uuid is null or o.unit_id in (select * from organisation.units_in(array[$2::uuid])))
    and ($3::text is null or o.search_text like $3)
    and ($4::text is null or o.staff_category = $4)
    and (not $5::boolean or o.leadership is not null)`;

@Injectable()
export class Officers {
  constructor(private readonly sql: Sql) {}

  /** Officers in the actor's scope, and below `unitId` where given; as written before as folded. */
  async list(
    actor: Actor,
    query: InputOf<typeof endpoints.listOfficers>['query'],
  ): Promise<OutputOf<typeof endpoints.listOfficers>> {
    const source = query.state === 'left' ? LEFT : PRESENT;
    const filter = [
      unitsFor(actor, 'officer.read'),
      query.unitId ?? null,
      searchPattern(query.search),
      query.staffCategory ?? null,
      query.leaders === 'true',
    ];
    const { total } = await this.sql.one<{ total: number }>(
      `select count(*)::int as total from ${source} o ${WHERE}`,
      filter,
    );
    const items = await this.sql.rows<OfficerRow>(
      `select ${ROW} from ${source} o ${WHERE}
       order by $6::text is not null and
                position($6::text in lower(o.full_name collate "vi-x-icu")) > 0 desc,
                o.sort_key collate "vi-x-icu", o.staff_code
       limit $7 offset $8`,
      [...filter, withDiacritics(query.search), query.pageSize, (query.page - 1) * query.pageSize],
    );
    return { items, total };
  }

  /** One officer of the actor's scope, here or gone. @throws Failure `not_found` */
  async row(actor: Actor, officerId: string): Promise<OfficerRow> {
    return found(
      await this.sql.maybe<OfficerRow>(
        `select ${ROW} from (select * from ${PRESENT} p where p.id = $2) o
         where organisation.in_scope(o.unit_id, $1::uuid[])
         union all
         select ${ROW} from (select * from ${LEFT} l where l.id = $2) o
         where organisation.in_scope(o.unit_id, $1::uuid[])`,
        [unitsFor(actor, 'officer.read'), officerId],
      ),
    );
  }

  /** The officer that the account belongs to, with the present unit; null for other accounts. */
  ofAccount(accountId: string): Promise<OfficerOfAccount | null> {
    return this.sql.maybe<OfficerOfAccount>(
      `select id as "officerId", full_name as "fullName", unit_id as "unitId"
       from organisation.present_officer where account_id = $1`,
      [accountId],
    );
  }

  /**
   * What a certificate freezes; the last unit where the officer has no present one.
   * @param reader the caller's transaction, or `Sql`. @throws Failure `not_found`
   */
  async snapshot(reader: Tx | Sql, officerId: string): Promise<OfficerSnapshot> {
    return found(
      await reader.maybe<OfficerSnapshot>(
        `select o.full_name as "fullName", o.birth_date as "birthDate", u.id as "unitId",
                u.name as "unitName", o.account_id as "accountId"
         from organisation.officer o
         join organisation.position p on p.officer_id = o.id
         join organisation.unit u on u.id = p.unit_id
         where o.id = $1
         order by p.valid_to desc nulls first, p.valid_from desc limit 1`,
        [officerId],
      ),
    );
  }
}

/** A search that was typed with its diacritics means them first of all. */
function withDiacritics(search: string | undefined): string | null {
  const typed = toNfc(search ?? '')
    .trim()
    .toLowerCase();
  return typed === fold(typed) ? null : typed;
}
