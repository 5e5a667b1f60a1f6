/** The room of what a person wants by mail. */
import { Inject, Injectable } from '@nestjs/common';
import { NOTICE_KINDS, type NoticeKind, type NoticePreferences } from '@tap-huan/contract';
import { accountOf, type Actor, Mail, may, Sql } from '@tap-huan/server/platform';

interface Row {
  email: string | null;
  staffEmail: string | null;
  mailOff: NoticeKind[] | null;
  isOfficer: boolean;
  isLeader: boolean;
  calendarSince: Date | null;
  calendarReadAt: Date | null;
}

@Injectable()
export class PreferencesReader {
  constructor(
    private readonly sql: Sql,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  async read(actor: Actor): Promise<NoticePreferences> {
    const row = await this.sql.one<Row>(
      `select f.email, o.email as "staffEmail", f.mail_off as "mailOff", o.id is not null as "isOfficer",
              coalesce(p.leadership is not null, false) as "isLeader",
              c.created_at as "calendarSince", c.read_at as "calendarReadAt"
         from identity.account a
         left join notification.preference f on f.account_id = a.id
         left join organisation.officer o on o.account_id = a.id
         left join organisation.present_officer p on p.id = o.id
         left join notification.calendar c on c.account_id = a.id
        where a.id = $1`,
      [accountOf(actor)],
    );
    return {
      ...{ email: row.email, staffEmail: row.staffEmail, mailOff: row.mailOff ?? [] },
      kinds: NOTICE_KINDS.filter((kind) => {
        if (kind === 'digest' || kind === 'list_ready') return may(actor, 'completion.read');
        const forLeaders = ['escalation', 'leader_due', 'leader_overdue'].includes(kind);
        return forLeaders ? row.isLeader : row.isOfficer;
      }),
      mailOn: this.mail.on,
      calendarSince: row.calendarSince?.toISOString() ?? null,
      calendarReadAt: row.calendarReadAt?.toISOString() ?? null,
    };
  }
}
