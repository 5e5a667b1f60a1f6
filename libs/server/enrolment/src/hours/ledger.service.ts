/** The room where HR writes into the ledger: enters a training, corrects an entry, takes one out. */
import { Injectable } from '@nestjs/common';
import type { hoursEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import {
  accountOf,
  type Actor,
  Failure,
  found,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { checkDays, enterTraining } from './new-entries';

type Enter = typeof hoursEndpoints.recordHours;
type Correct = typeof hoursEndpoints.correctHours;
type Void = typeof hoursEndpoints.voidHours;

@Injectable()
export class LedgerService {
  constructor(private readonly writer: Writer) {}

  /** One training for many; it counts at once. @throws Failure hours_in_future, dates_reversed, not_found */
  record(actor: Actor, body: InputOf<Enter>['body']): Promise<OutputOf<Enter>> {
    const { officerIds, ...training } = body;
    return this.writer.write(actor, async (tx) => {
      checkDays(training, tx.now);
      const allowed = await tx.rows<{ id: string }>(
        `select p.id from organisation.present_officer p
          where p.id = any ($1::uuid[]) and organisation.in_scope(p.unit_id, $2::uuid[])`,
        [officerIds, unitsFor(actor, 'enrolment.assign')],
      );
      const ids = allowed.map(({ id }) => id);
      const entered = await enterTraining(tx, ids, training, { state: 'approved' });
      for (const id of entered) {
        await tx.audit('hours.record', { kind: 'hours_entry', id }, { hours: training.hours });
      }
      return {
        entered: entered.length,
        already: ids.length - entered.length,
        skipped: new Set(officerIds).size - ids.length,
      };
    });
  }

  /**
   * Puts another entry in the place of one that counts; what was there before stays readable.
   * @throws Failure not_found, hours_entry_closed, hours_in_future, dates_reversed
   */
  correct(actor: Actor, { params, body }: InputOf<Correct>): Promise<OutputOf<Correct>> {
    const { reason, ...training } = body;
    return this.writer.write(actor, async (tx) => {
      checkDays(training, tx.now);
      const officerId = await this.close(tx, params.entryId, 'replaced', reason);
      const terms = { state: 'approved', corrects: params.entryId } as const;
      const [id] = await enterTraining(tx, [officerId], training, terms);
      // Somebody else's entry says the same: the old one would be gone without a successor.
      if (id === undefined) throw new Failure('hours_entry_closed');
      const subject = { kind: 'hours_entry', id };
      await tx.audit('hours.correct', subject, { corrects: params.entryId, reason });
      return { id };
    });
  }

  /** Takes an entry out of the count. @throws Failure not_found, hours_entry_closed */
  void(actor: Actor, { params, body }: InputOf<Void>): Promise<OutputOf<Void>> {
    return this.writer.write(actor, async (tx) => {
      await this.close(tx, params.entryId, 'void', body.reason);
      const subject = { kind: 'hours_entry', id: params.entryId };
      await tx.audit('hours.void', subject, { reason: body.reason });
      return { ok: true };
    });
  }

  /** @returns whose entry it was */
  private async close(
    tx: Tx,
    entryId: string,
    state: 'replaced' | 'void',
    reason: string,
  ): Promise<string> {
    const entry = found(
      await tx.maybe<{ officerId: string; state: string }>(
        `select e.officer_id as "officerId", e.state
           from enrolment.hours_entry e
           join organisation.present_officer p on p.id = e.officer_id
          where e.id = $1 and organisation.in_scope(p.unit_id, $2::uuid[])
            for update of e`,
        [entryId, unitsFor(tx.actor, 'enrolment.assign')],
      ),
    );
    if (entry.state !== 'approved') throw new Failure('hours_entry_closed');
    await tx.rows(
      `update enrolment.hours_entry set state = $2, reason = $3, decided_at = $4, decided_by = $5
        where id = $1`,
      [entryId, state, reason, tx.now, accountOf(tx.actor)],
    );
    return entry.officerId;
  }
}
