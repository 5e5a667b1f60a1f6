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

/** $1 roots · $2 unit or null · $3 pattern or null · $4 the search itself where it has diacritics, else null */
const WHERE = `
  from organisation.present_officer o
  where o.unit_id in (select * from organisation.units_in($1::uuid[]))
    and ($2::uuid is null or o.unit_id in (select * from organisation.units_in(array[$2::uuid])))
    and ($3::text is null or o.search_text like $3)`;

@Injectable()
export class Officers {
  constructor(private readonly sql: Sql) {}

  /** Officers in the actor's scope, and below `unitId` where given; as written before as folded. */
  async list(
    actor: Actor,
    query: InputOf<typeof endpoints.listOfficers>['query'],
  ): Promise<OutputOf<typeof endpoints.listOfficers>> {
    const filter = [
      unitsFor(actor, 'officer.read'),
      query.unitId ?? null,
      searchPattern(query.search),
    ];
    const { total } = await this.sql.one<{ total: number }>(
      `select count(*)::int as total ${WHERE}`,
      filter,
    );
    const items = await this.sql.rows<OfficerRow>(
      `select o.id, o.staff_code as "staffCode", o.full_name as "fullName",
              o.birth_date as "birthDate", o.job_position as "jobPosition",
              o.unit_id as "unitId", o.unit_name as "unitName", o.account_id as "accountId"
       ${WHERE}
       order by $4::text is not null and
                position($4::text in lower(o.full_name collate "vi-x-icu")) > 0 desc,
                o.sort_key collate "vi-x-icu", o.staff_code
       limit $5 offset $6`,
      [...filter, withDiacritics(query.search), query.pageSize, (query.page - 1) * query.pageSize],
    );
    return { items, total };
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
