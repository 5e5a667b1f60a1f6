/** The room of what a person needs otherwise in every quiz: kept on the account, with a reason, never overwritten. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Accommodation, InputOf, OutputOf, supervisionEndpoints } from '@tap-huan/contract';
import { type Actor, Failure, found, Sql, unitsFor, Writer } from '@tap-huan/server/platform';

type Given = InputOf<typeof supervisionEndpoints.setAccommodation>['body'];

@Injectable()
export class AccommodationService {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
  ) {}

  /** What holds for an officer of the actor's units, and what was set before, newest first. */
  async read(
    actor: Actor,
    officerId: string,
  ): Promise<OutputOf<typeof supervisionEndpoints.readAccommodation>> {
    const accountId = await this.account(this.sql, actor, officerId);
    const rows = await this.sql.rows<Omit<Accommodation, 'setAt'> & { setAt: Date }>(
      `select m.time_percent as "timePercent", m.extra_attempts as "extraAttempts", m.screen, m.reason,
         coalesce(acc.full_name, '') as "setByName", m.set_at as "setAt"
       from assessment.accommodation m left join identity.account acc on acc.id = m.set_by
       where m.account_id = $1 order by m.set_at desc, m.id`,
      [accountId],
    );
    const history = rows.map((row) => ({ ...row, setAt: row.setAt.toISOString() }));
    return { current: history[0] ?? null, history };
  }

  /** Sets what holds from the next attempt on. @throws Failure `officer_has_no_account` */
  set(actor: Actor, officerId: string, given: Given): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      const accountId = await this.account(tx, actor, officerId);
      if (accountId === null) throw new Failure('officer_has_no_account');
      await tx.rows(
        `insert into assessment.accommodation (id, account_id, time_percent, extra_attempts, screen, reason, set_by, set_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          randomUUID(),
          accountId,
          given.timePercent,
          given.extraAttempts,
          JSON.stringify(given.screen),
          given.reason,
          actor.accountId,
          tx.now,
        ],
      );
      // The reason may tell of somebody's health: it stays out of the audit trail.
      await tx.audit(
        'accommodation.set',
        { kind: 'officer', id: officerId },
        { timePercent: given.timePercent, extraAttempts: given.extraAttempts },
      );
      return { ok: true };
    });
  }

  /** The officer's account, where the officer serves in the actor's units. @throws Failure `not_found` */
  private async account(
    source: Pick<Sql, 'maybe'>,
    actor: Actor,
    officerId: string,
  ): Promise<string | null> {
    const { accountId } = found(
      await source.maybe<{ accountId: string | null }>(
        `select o.account_id as "accountId" from organisation.present_officer o
         where o.id = $1 and organisation.in_scope(o.unit_id, $2::uuid[])`,
        [officerId, unitsFor(actor, 'accommodation.manage')],
      ),
    );
    return accountId;
  }
}
