/** The room of the own notices. */
import { Injectable } from '@nestjs/common';
import type {
  InputOf,
  Language,
  NoticeKind,
  notificationEndpoints,
  OutputOf,
} from '@tap-huan/contract';
import { accountOf, type Actor, Sql } from '@tap-huan/server/platform';
import { type NoticeFacts, pathOf } from '../template/notice-values';
import { Renderer } from '../template/renderer';

type List = typeof notificationEndpoints.listMyNotices;

interface Row {
  id: string;
  kind: NoticeKind;
  params: NoticeFacts['params'];
  createdAt: Date;
  readAt: Date | null;
  fullName: string;
  language: Language;
}

@Injectable()
export class MyNoticesReader {
  constructor(
    private readonly sql: Sql,
    private readonly renderer: Renderer,
  ) {}

  async list(actor: Actor, query: InputOf<List>['query']): Promise<OutputOf<List>> {
    const me = accountOf(actor);
    const onlyUnread = query.unread === 'true';
    const [counts, rows, words] = await Promise.all([
      this.sql.one<{ total: number; unread: number }>(
        `select count(*) filter (where not $2 or read_at is null)::int as total,
                count(*) filter (where read_at is null)::int as unread
           from notification.message where account_id = $1`,
        [me, onlyUnread],
      ),
      this.sql.rows<Row>(
        `select m.id, m.kind, m.params, m.created_at as "createdAt", m.read_at as "readAt",
                a.full_name as "fullName", a.language
           from notification.message m join identity.account a on a.id = m.account_id
          where m.account_id = $1 and (not $2 or m.read_at is null)
          order by m.created_at desc, m.id limit $3 offset $4`,
        [me, onlyUnread, query.pageSize, (query.page - 1) * query.pageSize],
      ),
      this.renderer.words(),
    ]);
    const items = rows.map((row) => ({
      ...{ id: row.id, kind: row.kind, path: pathOf(row) },
      ...this.renderer.inProduct(row, words(row.kind, row.language)),
      createdAt: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    }));
    return { ...counts, items };
  }

  count(actor: Actor): Promise<{ unread: number }> {
    return this.sql.one(
      `select count(*)::int as unread from notification.message where account_id = $1 and read_at is null`,
      [accountOf(actor)],
    );
  }
}
