/** The room where the browser learns who has signed in and what they may do. */
import { Injectable } from '@nestjs/common';
import type { Grant, Language, SessionView } from '@tap-huan/contract';
import { permissionsOf } from '@tap-huan/rules';
import { type Actor, found, Sql } from '@tap-huan/server/platform';

interface Row {
  accountId: string;
  username: string;
  fullName: string;
  language: Language;
  mustChangePassword: boolean;
  grants: Grant[];
}

@Injectable()
export class SessionViews {
  constructor(private readonly sql: Sql) {}

  /** Null for a visitor. */
  async ofActor(actor: Actor): Promise<SessionView | null> {
    return actor.accountId === null ? null : this.ofAccount(actor.accountId);
  }

  async ofAccount(accountId: string): Promise<SessionView> {
    const row = await this.sql.maybe<Row>(
      `select a.id as "accountId", a.username, a.full_name as "fullName", a.language,
              a.must_change_password as "mustChangePassword",
              coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id)
                                         order by g.role, g.unit_id)
                        from identity.access_grant g where g.account_id = a.id), '[]') as grants
       from identity.account a where a.id = $1`,
      [accountId],
    );
    const view = found(row);
    return { ...view, permissions: permissionsOf(view.grants) };
  }
}
