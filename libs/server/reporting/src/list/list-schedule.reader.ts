/** The room where the owner of a list sees when it goes out, to whom, and what became of each sending. */
import { Inject, Injectable } from '@nestjs/common';
import {
  LIST_RECIPIENTS_MAX,
  type ListRecipient,
  type ListRhythm,
  type ListSending,
  type listScheduleEndpoints,
  type OutputOf,
  ROLE_PERMISSIONS,
  ROLES,
} from '@tap-huan/contract';
import { fold, nextDue } from '@tap-huan/rules';
import {
  accountOf,
  type Actor,
  Clock,
  found,
  Mail,
  Sql,
  type Tx,
  unitsFor,
} from '@tap-huan/server/platform';

type Endpoints = typeof listScheduleEndpoints;

/** Whose accounts may read lists. */
export const LIST_ROLES = ROLES.filter((role) =>
  ROLE_PERMISSIONS[role].includes('completion.read'),
);

/** An account `a` as somebody who gets lists; $1 roles that read them. */
const RECIPIENT = `
  a.id as "accountId", a.full_name as "fullName",
  coalesce((select string_agg(u.name, ', ' order by u.path)
     from identity.access_grant g join organisation.unit u on u.id = g.unit_id
    where g.account_id = a.id and g.role = any ($1)), '') as "unitName",
  coalesce((select f.email from notification.preference f where f.account_id = a.id),
           (select o.email from organisation.officer o where o.account_id = a.id)) is not null as "hasAddress",
  a.disabled_at is not null or not exists (
    select 1 from identity.access_grant g where g.account_id = a.id and g.role = any ($1)) as gone`;

/** Accounts that an actor may send lists to: open, and looking after a unit in the subtrees $2. */
const REACHED = `a.disabled_at is null and exists (
  select 1 from identity.access_grant g
   where g.account_id = a.id and g.role = any ($1)
     and g.unit_id in (select organisation.units_in($2::uuid[])))`;

/** What became of a sending `s`, from the message `m` that it was made into. */
const STATE = `case when s.state <> 'ready' then s.state else
  case m.mail_state when 'none' then 'told' when 'sent' then 'sent' when 'failed' then 'mail_failed'
    when 'skipped' then 'closed' else 'waiting' end end`;

interface Row extends ListRhythm {
  id: string;
  pausedAt: Date | null;
}

@Injectable()
export class ListScheduleReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  /** @throws Failure `not_found` for a list of somebody else */
  async read(actor: Actor, listId: string): Promise<OutputOf<Endpoints['readListSchedule']>> {
    await this.own(actor, listId);
    const row = await this.sql.maybe<Row>(
      `select id, every, weekday, month_day as "monthDay", hour, paused_at as "pausedAt"
         from reporting.list_schedule where list_id = $1`,
      [listId],
    );
    if (!row) return { schedule: null, mailOn: this.mail.on };
    const { id, pausedAt, ...rhythm } = row;
    const recipients = await this.sql.rows<ListRecipient>(
      `select ${RECIPIENT} from reporting.list_recipient r join identity.account a on a.id = r.account_id
        where r.schedule_id = $2 order by a.sort_key collate "vi-x-icu", a.id`,
      [LIST_ROLES, id],
    );
    const nextAt = pausedAt ? null : nextDue(rhythm, this.clock.now()).toISOString();
    return {
      schedule: { ...rhythm, pausedAt: pausedAt?.toISOString() ?? null, nextAt, recipients },
      mailOn: this.mail.on,
    };
  }

  /** The first of them by name, and how many there are. @throws Failure `not_found` */
  async recipients(
    actor: Actor,
    listId: string,
    search = '',
  ): Promise<OutputOf<Endpoints['findListRecipients']>> {
    await this.own(actor, listId);
    const rows = await this.sql.rows<ListRecipient & { total: number }>(
      `select ${RECIPIENT}, count(*) over ()::int as total from identity.account a
        where ${REACHED} and ($3 = '' or a.search_text like '%' || $3 || '%' or exists (
          select 1 from identity.access_grant g join organisation.unit u on u.id = g.unit_id
           where g.account_id = a.id and g.role = any ($1) and reporting.folded(u.name) like '%' || $3 || '%'))
        order by a.sort_key collate "vi-x-icu", a.id limit ${LIST_RECIPIENTS_MAX}`,
      [
        LIST_ROLES,
        unitsFor(actor, 'completion.read'),
        fold(search.trim()).replace(/[\\%_]/g, '\\$&'),
      ],
    );
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  /** The newest first. @throws Failure `not_found` */
  async sendings(
    actor: Actor,
    listId: string,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<OutputOf<Endpoints['listListSendings']>> {
    await this.own(actor, listId);
    const from = `from reporting.list_sending s
      join reporting.list_schedule l on l.id = s.schedule_id and l.list_id = $1`;
    const [{ total }, rows] = await Promise.all([
      this.sql.one<{ total: number }>(`select count(*)::int as total ${from}`, [listId]),
      this.sql.rows<Omit<ListSending, 'at'> & { at: Date }>(
        `select s.id, s.day::text, s.at, a.full_name as "fullName", ${STATE} as state, s.lines,
                coalesce((select string_agg(u.name, ', ' order by u.path)
                   from identity.access_grant g join organisation.unit u on u.id = g.unit_id
                  where g.account_id = a.id and g.role = any ($2)), '') as "unitName"
           ${from}
           join identity.account a on a.id = s.account_id
           left join notification.message m on m.key = 'list_ready:' || s.id
          order by s.at desc, a.sort_key collate "vi-x-icu", s.id limit $3 offset $4`,
        [listId, LIST_ROLES, pageSize, (page - 1) * pageSize],
      ),
    ]);
    return { total, items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
  }

  private async own(actor: Actor, listId: string): Promise<void> {
    found(
      await this.sql.maybe(`select 1 from reporting.saved_list where id = $1 and owner_id = $2`, [
        listId,
        accountOf(actor),
      ]),
    );
  }
}

/** Which of the accounts the actor may send lists to. */
export async function reachedBy(tx: Tx, accountIds: readonly string[]): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select a.id from identity.account a where ${REACHED} and a.id = any ($3)`,
    [LIST_ROLES, unitsFor(tx.actor, 'completion.read'), accountIds],
  );
  return rows.map(({ id }) => id);
}
