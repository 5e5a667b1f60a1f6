/** The room of proposals: an officer asks that training elsewhere be counted, and HR decides. */
import { Injectable } from '@nestjs/common';
import type { hoursEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { accountOf, type Actor, Failure, found, unitsFor, Writer } from '@tap-huan/server/platform';
import { checkDays, enterTraining, type Training } from './new-entries';

type Decide = typeof hoursEndpoints.decideHours;

@Injectable()
export class ProposalsService {
  constructor(private readonly writer: Writer) {}

  /**
   * Asks for a training of one's own to be counted.
   * @throws Failure not_found, evidence_missing, hours_in_future, dates_reversed, hours_entered_already
   */
  propose(actor: Actor, training: Training): Promise<{ id: string }> {
    return this.writer.write(actor, async (tx) => {
      checkDays(training, tx.now);
      if (training.evidenceIds.length === 0) throw new Failure('evidence_missing');
      const officer = found(
        await tx.maybe<{ id: string }>(
          `select p.id from organisation.present_officer p where p.account_id = $1`,
          [accountOf(actor)],
        ),
      );
      const [id] = await enterTraining(tx, [officer.id], training, { state: 'proposed' });
      if (id === undefined) throw new Failure('hours_entered_already');
      await tx.audit('hours.propose', { kind: 'hours_entry', id }, { officerId: officer.id });
      return { id };
    });
  }

  /** Takes an own proposal back. @throws Failure not_found, hours_entry_closed */
  withdraw(actor: Actor, entryId: string): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      const { state } = found(
        await tx.maybe<{ state: string }>(
          `select e.state from enrolment.hours_entry e
            where e.id = $1
              and e.officer_id in (select o.id from organisation.officer o where o.account_id = $2)
              for update`,
          [entryId, accountOf(actor)],
        ),
      );
      if (state !== 'proposed') throw new Failure('hours_entry_closed');
      await tx.rows(
        `update enrolment.hours_entry set state = 'withdrawn', decided_at = $2, decided_by = $3
          where id = $1`,
        [entryId, tx.now, accountOf(actor)],
      );
      await tx.audit('hours.withdraw', { kind: 'hours_entry', id: entryId });
      return { ok: true };
    });
  }

  /**
   * Approves or rejects what waits in the scope; what was decided meanwhile stays decided, and nobody decides their own.
   * @throws Failure reason_missing
   */
  decide(actor: Actor, body: InputOf<Decide>['body']): Promise<OutputOf<Decide>> {
    const { entryIds, decision, reason } = body;
    if (decision === 'rejected' && reason === '') throw new Failure('reason_missing');
    return this.writer.write(actor, async (tx) => {
      const open = await tx.rows<{ id: string }>(
        `select e.id from enrolment.hours_entry e
           join organisation.present_officer p on p.id = e.officer_id
          where e.id = any ($1::uuid[]) and e.state = 'proposed'
            and organisation.in_scope(p.unit_id, $2::uuid[])
            and p.account_id is distinct from $3::uuid
          order by e.id for update of e`,
        [entryIds, unitsFor(actor, 'enrolment.assign'), accountOf(actor)],
      );
      const ids = open.map(({ id }) => id);
      await tx.rows(
        `update enrolment.hours_entry set state = $2, reason = $3, decided_at = $4, decided_by = $5
          where id = any ($1::uuid[])`,
        [ids, decision, reason, tx.now, accountOf(actor)],
      );
      for (const id of ids) {
        await tx.audit(`hours.${decision}`, { kind: 'hours_entry', id }, { reason });
      }
      return { decided: ids.length, skipped: new Set(entryIds).size - ids.length };
    });
  }
}
