/** The room of facts about the circumstances of an attempt, for the inspector: logged, never judged. */
import { Injectable } from '@nestjs/common';
import type { attemptEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import {
  accountOf,
  type Actor,
  Clock,
  found,
  Sql,
  type Tx,
  Writer,
} from '@tap-huan/server/platform';
import type { LockedAttempt } from './locked-attempt';

type Told = InputOf<typeof attemptEndpoints.recordAttemptEvents>['body']['events'];

/** Facts that only the server can know; a page cannot tell them. */
const OWN_FACTS: readonly string[] = ['taken_over', 'address_changed'];
/** Facts kept of one attempt: a page that tells without end fills no disk. */
const MOST_FACTS = 5_000;
/** Attempts whose address is remembered in the process; asked with every save, so the oldest simply goes. */
const REMEMBERED = 20_000;

@Injectable()
export class AttemptFacts {
  /** Where the page of an attempt was last heard from, so that only a change costs a statement. */
  private readonly addresses = new Map<string, string>();

  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  /** Makes a page the writer of a locked attempt; that another page was it, or another address, is a fact. */
  async opened(tx: Tx, attempt: LockedAttempt, clientId: string): Promise<void> {
    const { address } = tx.actor;
    const takesOver = attempt.holder !== null && attempt.holder !== clientId;
    const moved = attempt.address !== null && attempt.address !== address;
    if (attempt.holder !== clientId || attempt.address !== address) {
      await tx.rows(`update assessment.attempt set holder = $2, address = $3 where id = $1`, [
        attempt.id,
        clientId,
        address,
      ]);
    }
    if (takesOver) await insertFact(tx, attempt.id, 'taken_over', { address });
    if (moved) {
      await insertFact(tx, attempt.id, 'address_changed', { from: attempt.address, to: address });
    }
    if (address !== null) this.remember(attempt.id, address);
  }

  /** Whether the page of an attempt is heard from another address than the last time, as far as is remembered. */
  isElsewhere({ address }: Actor, attemptId: string): boolean {
    return address !== null && this.addresses.get(attemptId) !== address;
  }

  /** Notes from where the page of an own attempt was heard. */
  async heard(actor: Actor, attemptId: string): Promise<void> {
    const { address } = actor;
    if (address === null) return;
    this.remember(attemptId, address);
    await this.writer.write(actor, async (tx) => {
      const before = await tx.maybe<{ address: string | null }>(
        `select address from assessment.attempt where id = $1 and taker_id = $2 and phase = 'open' for no key update`,
        [attemptId, accountOf(actor)],
      );
      if (!before || before.address === address) return;
      await tx.rows(`update assessment.attempt set address = $2 where id = $1`, [
        attemptId,
        address,
      ]);
      if (before.address !== null) {
        const detail = { from: before.address, to: address };
        await insertFact(tx, attemptId, 'address_changed', detail);
      }
    });
  }

  private remember(attemptId: string, address: string): void {
    this.addresses.set(attemptId, address);
    if (this.addresses.size <= REMEMBERED) return;
    const oldest = this.addresses.keys().next();
    if (!oldest.done) this.addresses.delete(oldest.value);
  }

  /** Logs what the page of an own attempt tells. */
  async record(
    actor: Actor,
    attemptId: string,
    events: Told,
  ): Promise<OutputOf<typeof attemptEndpoints.recordAttemptEvents>> {
    const told = events.filter(({ kind }) => !OWN_FACTS.includes(kind));
    // One statement is its own transaction.
    const own = await this.sql.maybe(
      `with own as (
         select id from assessment.attempt where id = $1 and taker_id = $2 and phase <> 'prepared'
       ), told as (
         insert into assessment.attempt_event (attempt_id, kind, at, received_at, slot, seconds)
         select own.id, e.kind, e.at, $3, e.slot, e.seconds
         from own, jsonb_to_recordset($4::jsonb) as e(kind text, at timestamptz, slot int, seconds int)
         where (select count(*) from assessment.attempt_event x where x.attempt_id = $1) < $5
       )
       select id from own`,
      [attemptId, accountOf(actor), this.clock.now(), JSON.stringify(told), MOST_FACTS],
    );
    found(own);
    return { ok: true };
  }
}

async function insertFact(
  tx: Tx,
  attemptId: string,
  kind: 'taken_over' | 'address_changed',
  detail: Record<string, unknown>,
): Promise<void> {
  await tx.rows(
    `insert into assessment.attempt_event (attempt_id, kind, at, received_at, detail) values ($1, $2, $3, $3, $4)`,
    [attemptId, kind, tx.now, JSON.stringify(detail)],
  );
}
