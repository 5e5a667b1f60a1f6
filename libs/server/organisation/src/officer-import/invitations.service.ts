/** The room where those for whom an import opened accounts are told by mail, one by one, each with a code of their own. */
import { Inject, Injectable } from '@nestjs/common';
import { AccountBatches } from '@tap-huan/server/identity';
import {
  CONFIG,
  type Config,
  Mail,
  MailFailure,
  Sql,
  SYSTEM,
  Writer,
} from '@tap-huan/server/platform';
import { invitationOf } from './invitation-words';

interface Waiting {
  accountId: string;
  to: string;
  fullName: string;
  username: string;
}

@Injectable()
export class Invitations {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly batches: AccountBatches,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** False where the academy sends no mails: then every code goes by paper. */
  get on(): boolean {
    return this.mail.on;
  }

  /**
   * Tells everybody who waits. The code is drawn as the mail goes and kept nowhere; a repeat draws another. An address
   * that is refused goes to paper.
   * @throws MailFailure where the server is away: what waits is told by the next try
   */
  async send(importId: string): Promise<void> {
    if (!this.mail.on) return;
    const waiting = await this.sql.rows<Waiting>(
      `select m.account_id as "accountId", m.mail_to as "to", a.full_name as "fullName", a.username
       from organisation.import_account m join identity.account a on a.id = m.account_id
       where m.import_id = $1 and m.mail_state = 'waiting' order by m.row`,
      [importId],
    );
    for (const one of waiting) await this.tell(importId, one);
  }

  private async tell(importId: string, { accountId, ...person }: Waiting): Promise<void> {
    const codes = await this.writer.write(SYSTEM, (tx) => this.batches.drawCodes(tx, [accountId]));
    const code = codes.get(accountId);
    // Used, locked or given other rights meanwhile: no longer ours to tell.
    if (code === undefined) return this.note(importId, accountId, 'none');
    try {
      const { publicUrl: url, academyName } = this.config;
      await this.mail.send(invitationOf({ id: accountId, ...person, code, url, academyName }));
    } catch (error) {
      if (!(error instanceof MailFailure) || error.fault !== 'refused') throw error;
      return this.note(importId, accountId, 'refused');
    }
    return this.note(importId, accountId, 'sent');
  }

  private async note(importId: string, accountId: string, state: string): Promise<void> {
    await this.writer.write(SYSTEM, (tx) =>
      tx.rows(
        `update organisation.import_account set mail_state = $3
         where import_id = $1 and account_id = $2 and mail_state = 'waiting'`,
        [importId, accountId, state],
      ),
    );
  }
}
