/** The room where HR sees what the people of the own subtree were told, and what became of the mails. */
import { Injectable } from '@nestjs/common';
import type {
  InputOf,
  Language,
  MailState,
  NoticeKind,
  NoticeRow,
  notificationEndpoints,
  OutputOf,
} from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';
import { type Actor, found, Sql, unitsFor } from '@tap-huan/server/platform';
import type { NoticeFacts } from '../template/notice-values';
import { Renderer, type WordsOf } from '../template/renderer';

type Endpoints = typeof notificationEndpoints;

interface Row {
  id: string;
  kind: NoticeKind;
  params: NoticeFacts['params'];
  fullName: string;
  language: Language;
  unitName: string | null;
  createdAt: Date;
  readAt: Date | null;
  mailState: MailState;
  mailFault: NoticeRow['mailFault'];
  mailSentAt: Date | null;
  mailSubject: string | null;
  mailText: string | null;
  mailTo: string | null;
}

/**
 * Whose notices the roots of $at reach: an officer by the present unit; an account without an officer where all of its
 * grants lie within.
 */
export const reached = (at: number): string => `(
  p.unit_id in (select * from organisation.units_in($${at}::uuid[]))
  or (p.id is null
      and exists (select 1 from identity.access_grant g where g.account_id = m.account_id)
      and not exists (select 1 from identity.access_grant g where g.account_id = m.account_id
                       and g.unit_id not in (select * from organisation.units_in($${at}::uuid[])))))`;

const FROM = `
  from notification.message m
  join identity.account a on a.id = m.account_id
  left join organisation.present_officer p on p.account_id = m.account_id
 where ${reached(1)}
   and ($2::text is null or m.kind = $2)
   and ($3::text is null or m.mail_state = $3)
   and ($4::uuid is null or p.unit_id in (select * from organisation.units_in(array[$4::uuid])))
   and ($5::text is null or a.search_text like $5 or p.search_text like $5)`;

const COLUMNS = `m.id, m.kind, m.params, a.full_name as "fullName", a.language, p.unit_name as "unitName",
  m.created_at as "createdAt", m.read_at as "readAt", m.mail_state as "mailState", m.mail_fault as "mailFault",
  m.mail_sent_at as "mailSentAt", m.mail_subject as "mailSubject", m.mail_text as "mailText", m.mail_to as "mailTo"`;

@Injectable()
export class SentReader {
  constructor(
    private readonly sql: Sql,
    private readonly renderer: Renderer,
  ) {}

  async list(
    actor: Actor,
    query: InputOf<Endpoints['listNotices']>['query'],
  ): Promise<OutputOf<Endpoints['listNotices']>> {
    const filters = [
      unitsFor(actor, 'completion.read'),
      query.kind ?? null,
      query.mailState ?? null,
      query.unitId ?? null,
      query.search?.trim() ? `%${fold(query.search.trim()).replace(/[\\%_]/g, '\\$&')}%` : null,
    ];
    const [{ total }, rows, words] = await Promise.all([
      this.sql.one<{ total: number }>(`select count(*)::int as total ${FROM}`, filters),
      this.sql.rows<Row>(
        `select ${COLUMNS} ${FROM} order by m.created_at desc, m.id limit $6 offset $7`,
        [...filters, query.pageSize, (query.page - 1) * query.pageSize],
      ),
      this.renderer.words(),
    ]);
    return { total, items: rows.map((row) => this.rowOf(row, words)) };
  }

  async read(actor: Actor, noticeId: string): Promise<OutputOf<Endpoints['readNotice']>> {
    const params = [unitsFor(actor, 'completion.read'), null, null, null, null, noticeId];
    const row = found(await this.sql.maybe<Row>(`select ${COLUMNS} ${FROM} and m.id = $6`, params));
    const words = await this.renderer.words();
    const body = row.mailText ?? this.renderer.render(row, words(row.kind, row.language)).body;
    return { ...this.rowOf(row, words), body, mailTo: row.mailTo };
  }

  private rowOf(row: Row, words: WordsOf): NoticeRow {
    const { id, kind, fullName, unitName, mailState, mailFault } = row;
    return {
      ...{ id, kind, fullName, unitName, mailState, mailFault },
      title: row.mailSubject ?? this.renderer.render(row, words(kind, row.language)).title,
      createdAt: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
      mailSentAt: row.mailSentAt?.toISOString() ?? null,
    };
  }
}
