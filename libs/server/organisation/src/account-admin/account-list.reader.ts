/** The room of the list of accounts that an administrator works on. */
import { Injectable } from '@nestjs/common';
import type { AccountRow, endpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { searchPattern } from '@tap-huan/server/identity';
import { type Actor, Sql, unitsFor } from '@tap-huan/server/platform';
import { ACCOUNT_IN_SCOPE } from './account-scope';

interface Row extends Omit<AccountRow, 'lastSignInAt'> {
  lastSignInAt: Date | null;
}

/** $1 roots · $2 role or null · $3 pattern or null */
const WHERE = `
  from identity.account a
  where ${ACCOUNT_IN_SCOPE}
    and ($2::text is null or exists (
      select 1 from identity.access_grant g where g.account_id = a.id and g.role = $2))
    and ($3::text is null or a.search_text like $3)`;

const ITEMS = `
  select a.id, a.username, a.full_name as "fullName", a.language,
         a.disabled_at is not null as disabled, a.last_sign_in_at as "lastSignInAt",
         o.id as "officerId", o.unit_name as "unitName",
         coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', u.id,
                                                       'unitName', u.name) order by g.role, u.path)
                   from identity.access_grant g join organisation.unit u on u.id = g.unit_id
                   where g.account_id = a.id), '[]') as grants
  from (
    select a.* ${WHERE}
    order by a.sort_key collate "vi-x-icu", a.username limit $4 offset $5
  ) a
  left join organisation.present_officer o on o.account_id = a.id
  order by a.sort_key collate "vi-x-icu", a.username`;

@Injectable()
export class AccountList {
  constructor(private readonly sql: Sql) {}

  async list(
    actor: Actor,
    query: InputOf<typeof endpoints.listAccounts>['query'],
  ): Promise<OutputOf<typeof endpoints.listAccounts>> {
    const filter = [
      unitsFor(actor, 'account.manage'),
      query.role ?? null,
      searchPattern(query.search),
    ];
    const { total } = await this.sql.one<{ total: number }>(
      `select count(*)::int as total ${WHERE}`,
      filter,
    );
    const rows = await this.sql.rows<Row>(ITEMS, [
      ...filter,
      query.pageSize,
      (query.page - 1) * query.pageSize,
    ]);
    const items = rows.map((row) => ({
      ...row,
      lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
    }));
    return { items, total };
  }
}
