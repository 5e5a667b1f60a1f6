/** The room where it is counted what an import may do, and did, with accounts. */
import { Inject, Injectable } from '@nestjs/common';
import type { ImportAccounts } from '@tap-huan/contract';
import { NEVER_USED } from '@tap-huan/server/identity';
import { accountOf, type Actor, Mail, Sql, unitsFor } from '@tap-huan/server/platform';
import { JOINERS, LEAVERS, LOCKABLE } from './import-accounts';

@Injectable()
export class ImportAccountsReader {
  constructor(
    private readonly sql: Sql,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  /** Of an import that the caller has seen to be in scope. */
  async of(actor: Actor, importId: string): Promise<ImportAccounts> {
    const [joining, leaving, made] = await Promise.all([
      this.sql.one<Pick<ImportAccounts, 'joining' | 'withMail'>>(
        `select count(*)::int as joining,
                count(*) filter (where coalesce(r.target->'person'->>'email', '') <> '')::int as "withMail"
         ${JOINERS}`,
        [importId],
      ),
      this.sql.one<Pick<ImportAccounts, 'leaving' | 'beyond'>>(
        `select count(*) filter (where ${LOCKABLE})::int as leaving,
                count(*) filter (where not (${LOCKABLE}))::int as beyond
         ${LEAVERS}`,
        [importId, unitsFor(actor, 'officer.manage'), accountOf(actor)],
      ),
      this.sql.one<Omit<ImportAccounts, 'joining' | 'withMail' | 'leaving' | 'beyond' | 'mailOn'>>(
        `select count(m.account_id)::int as opened,
                count(*) filter (where m.mail_state = 'sent')::int as mailed,
                count(*) filter (where m.mail_state = 'waiting')::int as waiting,
                count(*) filter (where m.mail_state in ('none', 'refused') and m.handed_at is null
                                   and ${NEVER_USED})::int as "toHand",
                count(*) filter (where ${NEVER_USED})::int as unused,
                i.locked
         from organisation.officer_import i
         left join organisation.import_account m on m.import_id = i.id
         left join identity.account a on a.id = m.account_id
         where i.id = $1 group by i.locked`,
        [importId],
      ),
    ]);
    return { ...joining, ...leaving, ...made, mailOn: this.mail.on };
  }
}
