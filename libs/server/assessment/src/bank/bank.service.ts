/** The room where banks of their own are made, renamed, and shared with other units. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { BankRight, InputOf, questionBankEndpoints } from '@tap-huan/contract';
import { type Actor, found, type Tx, Writer } from '@tap-huan/server/platform';
import { authorUnits, bankInScope } from '../scope';
import { Bank } from './bank.entity';

@Injectable()
export class BankService {
  constructor(private readonly writer: Writer) {}

  /** Makes a bank for a unit in the actor's scope; it belongs to no course. */
  create(
    actor: Actor,
    { name, unitId }: InputOf<typeof questionBankEndpoints.createBank>['body'],
  ): Promise<{ id: string }> {
    return this.writer.write(actor, async (tx) => {
      found(
        await tx.maybe(`select 1 where organisation.in_scope($1, $2::uuid[])`, [
          unitId,
          authorUnits(actor),
        ]),
      );
      const id = randomUUID();
      await tx.manager.insert(Bank, {
        id,
        unitId,
        name,
        createdAt: tx.now,
        createdBy: actor.accountId,
      });
      await tx.audit('bank.create', { kind: 'bank', id }, { name, unitId });
      return { id };
    });
  }

  /**
   * Renames a bank and says with whom it is shared. Only authors of its own units may: with the right to edit one
   * changes its questions, and hands nothing on.
   */
  update(
    actor: Actor,
    bankId: string,
    { name, shares }: InputOf<typeof questionBankEndpoints.updateBank>['body'],
  ): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      found(
        await tx.maybe(
          `select 1 from assessment.bank b where b.id = $1 and ${bankInScope(2)} for no key update of b`,
          [bankId, authorUnits(actor)],
        ),
      );
      await tx.manager.update(Bank, { id: bankId }, { name });
      await share(tx, bankId, shares);
      await tx.audit('bank.update', { kind: 'bank', id: bankId }, { name, shares });
      return { ok: true };
    });
  }
}

/** Makes these the shares of the bank. A unit that is named twice gets the wider right. */
async function share(
  tx: Tx,
  bankId: string,
  shares: readonly { unitId: string; right: BankRight }[],
): Promise<void> {
  const rights = new Map<string, BankRight>();
  for (const { unitId, right } of shares) {
    if (rights.get(unitId) !== 'edit') rights.set(unitId, right);
  }
  const unitIds = [...rights.keys()];
  const known = await tx.rows(`select 1 from organisation.unit where id = any($1::uuid[])`, [
    unitIds,
  ]);
  found(known.length === unitIds.length || null);
  await tx.rows(
    `delete from assessment.bank_share where bank_id = $1 and unit_id <> all($2::uuid[])`,
    [bankId, unitIds],
  );
  await tx.rows(
    `insert into assessment.bank_share (bank_id, unit_id, may)
     select $1, unit_id, may from unnest($2::uuid[], $3::text[]) as given (unit_id, may)
     on conflict (bank_id, unit_id) do update set may = excluded.may`,
    [bankId, unitIds, [...rights.values()]],
  );
}
