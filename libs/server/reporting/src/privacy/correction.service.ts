/** The room where an officer asks for a correction, and HR acknowledges and answers it. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Correction, CorrectionInput } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import {
  accountOf,
  type Actor,
  Failure,
  found,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { CorrectionEntity } from './correction.entity';
import { CorrectionReader } from './correction.reader';

/** Law 91/2025/QH15 and Decree 356/2025/NĐ-CP: a request is acknowledged within two working days. */
const ACKNOWLEDGE_WITHIN = 2;

@Injectable()
export class CorrectionService {
  constructor(
    private readonly writer: Writer,
    private readonly reader: CorrectionReader,
  ) {}

  /** @throws Failure `not_found` for an account that is no officer's */
  async ask(actor: Actor, input: CorrectionInput): Promise<Correction> {
    const id = randomUUID();
    await this.writer.write(actor, async (tx) => {
      const officer = found(
        await tx.maybe<{ id: string }>(
          `select id from organisation.officer where account_id = $1`,
          [accountOf(actor)],
        ),
      );
      const { acknowledgeBy } = found(
        await tx.maybe<{ acknowledgeBy: string }>(
          `select organisation.working_days_after($1::date, $2)::text as "acknowledgeBy"`,
          [today(tx.now), ACKNOWLEDGE_WITHIN],
        ),
      );
      await tx.manager.insert(CorrectionEntity, {
        ...input,
        id,
        officerId: officer.id,
        state: 'asked',
        askedAt: tx.now,
        acknowledgeBy,
      });
      await tx.audit(
        'correction_asked',
        { kind: 'officer', id: officer.id },
        { field: input.field },
      );
    });
    const { items } = await this.reader.own(actor);
    return found(items.find((one) => one.id === id));
  }

  /** Once acknowledged it stays so; a repeat changes nothing. @throws Failure `not_found`, `correction_closed` */
  async acknowledge(actor: Actor, correctionId: string): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      const request = await this.locked(tx, correctionId);
      if (request.state === 'acknowledged') return;
      if (request.state !== 'asked') throw new Failure('correction_closed');
      await tx.manager.update(CorrectionEntity, correctionId, {
        state: 'acknowledged',
        acknowledgedAt: tx.now,
        acknowledgedBy: accountOf(actor),
      });
      await tx.audit('correction_acknowledged', { kind: 'officer', id: request.officerId });
    });
  }

  /** An answer acknowledges as well. @throws Failure `not_found`, `correction_closed` */
  async answer(
    actor: Actor,
    correctionId: string,
    { state, answer }: { state: 'corrected' | 'declined'; answer: string },
  ): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      const request = await this.locked(tx, correctionId);
      if (request.state !== 'asked' && request.state !== 'acknowledged') {
        throw new Failure('correction_closed');
      }
      await tx.manager.update(CorrectionEntity, correctionId, {
        state,
        answer,
        acknowledgedAt: request.acknowledgedAt ?? tx.now,
        acknowledgedBy: request.acknowledgedBy ?? accountOf(actor),
        answeredAt: tx.now,
        answeredBy: accountOf(actor),
      });
      await tx.audit('correction_answered', { kind: 'officer', id: request.officerId }, { state });
    });
  }

  /** A request of an officer in the scope, with its row held. @throws Failure `not_found` */
  private async locked(tx: Tx, correctionId: string): Promise<CorrectionEntity> {
    found(
      await tx.maybe(
        `select c.id from reporting.correction c
          cross join lateral reporting.post_at(c.officer_id, $2::date) p
          where c.id = $1 and p.unit_id in (select reporting.record_units($3::uuid[]))
            for update of c`,
        [correctionId, today(tx.now), unitsFor(tx.actor, 'officer.manage')],
      ),
    );
    return tx.manager.findOneByOrFail(CorrectionEntity, { id: correctionId });
  }
}
