/** The room where what is to be told becomes messages: one to each person and kind, each thing once. */
import { Inject, Injectable } from '@nestjs/common';
import type { NoticeKind } from '@tap-huan/contract';
import { Mail, type Tx } from '@tap-huan/server/platform';

/** Things that one message names; of more it tells the number. */
const NAMED = 50;

/** What is to be told: a statement whose rows are (key, subject_kind, subject_id, account_id, item jsonb, place text). */
export interface ToTell {
  kind: NoticeKind;
  sql: string;
  params: unknown[];
}

@Injectable()
export class MessageWriter {
  constructor(@Inject(Mail) private readonly mail: Mail) {}

  /**
   * Tells people what they were not told yet; one statement whatever their number. Accounts that are disabled are left out.
   * @returns how many messages were made
   */
  async tell(tx: Tx, { kind, sql, params }: ToTell): Promise<number> {
    const at = params.length;
    const [row] = await tx.rows<{ made: number }>(
      `with candidate as materialized (${sql}),
       fresh as materialized (
         select distinct on (c.key) c.* from candidate c
          where not exists (select 1 from notification.told t where t.key = c.key)),
       letter as materialized (
         select f.account_id, gen_random_uuid() as id, min(f.key) as key, count(*)::int as count,
                jsonb_path_query_array(jsonb_agg(f.item order by f.place, f.key), '$[0 to ${NAMED - 1}]') as items
           from fresh f group by f.account_id),
       made as (
         insert into notification.message
                (id, account_id, kind, key, params, created_at, mail_state, mail_to, mail_after)
         select l.id, l.account_id, $${at + 1}, l.key, jsonb_build_object('count', l.count, 'items', l.items),
                $${at + 2}::timestamptz, w.state,
                case when w.state = 'waiting' then r.email end,
                case when w.state = 'waiting' then $${at + 2}::timestamptz end
           from letter l
           join notification.reader r on r.account_id = l.account_id
          cross join lateral (
            select case when $${at + 3}::boolean and r.email is not null and $${at + 1} <> all (r.mail_off)
                        then 'waiting' else 'none' end as state) w
             on conflict (key) do nothing
         returning id, account_id),
       kept as (
         insert into notification.told (key, message_id, subject_kind, subject_id, at)
         select f.key, m.id, f.subject_kind, f.subject_id, $${at + 2}::timestamptz
           from fresh f join made m on m.account_id = f.account_id
             on conflict do nothing)
       select count(*)::int as made from made`,
      [...params, kind, tx.now, this.mail.on],
    );
    return row?.made ?? 0;
  }
}
