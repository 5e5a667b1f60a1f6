/** The room where requests for correction are read: one's own, and HR's queue. */
import { Injectable } from '@nestjs/common';
import type {
  Correction,
  CorrectionRow,
  InputOf,
  OutputOf,
  privacyEndpoints,
} from '@tap-huan/contract';
import { fold, today } from '@tap-huan/rules';
import { accountOf, type Actor, Clock, Sql, unitsFor } from '@tap-huan/server/platform';

type Queue = typeof privacyEndpoints.listCorrections;
type Moments = 'askedAt' | 'acknowledgedAt' | 'answeredAt';
type Raw<T extends Correction> = Omit<T, Moments> & {
  askedAt: Date;
  acknowledgedAt: Date | null;
  answeredAt: Date | null;
};

/** $1 today */
const COLUMNS = `
  c.id, c.field, c.present, c.wanted, c.ground, c.state, c.asked_at as "askedAt",
  c.acknowledge_by::text as "acknowledgeBy",
  c.state = 'asked' and c.acknowledge_by < $1::date as late,
  c.acknowledged_at as "acknowledgedAt", a.full_name as "acknowledgedByName",
  c.answered_at as "answeredAt", b.full_name as "answeredByName", c.answer`;

const NAMES = `
  left join identity.account a on a.id = c.acknowledged_by
  left join identity.account b on b.id = c.answered_by`;

/** $2 roots · $3 open, closed or null · $4 pattern or null; the last unit of somebody who has left. */
const QUEUE = `
  from reporting.correction c
  join organisation.officer o on o.id = c.officer_id
  join lateral reporting.post_at(o.id, $1::date) p on true
  join organisation.unit u on u.id = p.unit_id
  ${NAMES}
 where p.unit_id in (select reporting.record_units($2::uuid[]))
   and ($3::text is null or (c.state in ('asked', 'acknowledged')) = ($3 = 'open'))
   and ($4::text is null or o.search_text like $4)`;

@Injectable()
export class CorrectionReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** One's own, the newest first. */
  async own(actor: Actor): Promise<{ items: Correction[] }> {
    const rows = await this.sql.rows<Raw<Correction>>(
      `select ${COLUMNS} from reporting.correction c
         join organisation.officer o on o.id = c.officer_id ${NAMES}
        where o.account_id = $2 order by c.asked_at desc, c.id`,
      [today(this.clock.now()), accountOf(actor)],
    );
    return { items: rows.map(dated) };
  }

  /** What waits longest first; what is closed, the newest first. */
  async queue(actor: Actor, query: InputOf<Queue>['query']): Promise<OutputOf<Queue>> {
    const folded = fold(query.search ?? '').trim();
    const values = [
      today(this.clock.now()),
      unitsFor(actor, 'officer.manage'),
      query.state ?? null,
      folded === '' ? null : `%${folded.replace(/[\\%_]/g, '\\$&')}%`,
    ];
    const [{ total }, rows] = await Promise.all([
      this.sql.one<{ total: number }>(`select count(*)::int as total ${QUEUE}`, values),
      this.sql.rows<Raw<CorrectionRow>>(
        `select ${COLUMNS}, o.id as "officerId", o.full_name as "fullName",
                o.staff_code as "staffCode", u.name as "unitName"
         ${QUEUE}
         order by c.state in ('asked', 'acknowledged') desc, c.state = 'acknowledged',
                  c.acknowledge_by, coalesce(c.answered_at, c.asked_at) desc, c.id
         limit $5 offset $6`,
        [...values, query.pageSize, (query.page - 1) * query.pageSize],
      ),
    ]);
    return { total, items: rows.map(dated) };
  }
}

const dated = <T extends Correction>(row: Raw<T>): T =>
  ({
    ...row,
    askedAt: row.askedAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }) as unknown as T;
