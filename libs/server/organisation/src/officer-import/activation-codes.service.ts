/** The room where first passwords of accounts that an import opened are drawn to be printed, once. */
import { Injectable } from '@nestjs/common';
import type { ActivationCode, ImportState } from '@tap-huan/contract';
import { AccountBatches, NEVER_USED } from '@tap-huan/server/identity';
import {
  type Actor,
  disclose,
  Failure,
  found,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';

/** Codes in one reply; more are drawn by another call. */
const AT_ONCE = 1_000;

interface Waiting extends Omit<ActivationCode, 'code'> {
  accountId: string;
  officerId: string;
}

/** $1 the import · $2 also of those who have been told already */
const WAITING = `
  from organisation.import_account m
  join identity.account a on a.id = m.account_id and ${NEVER_USED}
  join organisation.present_officer o on o.account_id = a.id
  where m.import_id = $1
    and ($2 or (m.mail_state in ('none', 'refused') and m.handed_at is null))`;

@Injectable()
export class ActivationCodes {
  constructor(
    private readonly writer: Writer,
    private readonly batches: AccountBatches,
  ) {}

  /** @throws Failure `not_found`, `import_not_ready` where nothing was applied */
  draw(
    actor: Actor,
    importId: string,
    again: boolean,
  ): Promise<{ items: ActivationCode[]; left: number }> {
    return this.writer.write(actor, async (tx) => {
      await requireApplied(tx, importId);
      const all = await tx.rows<Waiting>(
        `select a.id as "accountId", o.id as "officerId", o.full_name as "fullName",
                o.staff_code as "staffCode", o.unit_name as "unitName", a.username
         ${WAITING} and o.unit_id in (select * from organisation.units_in($3::uuid[]))
         order by m.handed_at nulls first, m.row`,
        [importId, again, unitsFor(actor, 'officer.manage')],
      );
      const waiting = all.slice(0, AT_ONCE);
      const codes = await this.batches.drawCodes(
        tx,
        waiting.map(({ accountId }) => accountId),
      );
      // A mail that still waits would void the paper.
      await tx.rows(
        `update organisation.import_account
         set handed_at = $3, mail_state = case mail_state when 'waiting' then 'none' else mail_state end
         where import_id = $1 and account_id = any ($2::uuid[])`,
        [importId, [...codes.keys()], tx.now],
      );
      const personIds = waiting.map(({ officerId }) => officerId);
      await disclose(tx, { kind: 'exported', what: 'activation_codes', personIds });
      await tx.audit(
        'activation_codes_drawn',
        { kind: 'officer_import', id: importId },
        { count: codes.size, again },
      );
      const items = waiting.flatMap(({ accountId, officerId: _, ...rest }) => {
        const code = codes.get(accountId);
        return code ? [{ ...rest, code }] : [];
      });
      return { items, left: again ? 0 : all.length - waiting.length };
    });
  }
}

async function requireApplied(tx: Tx, importId: string): Promise<void> {
  const { state } = found(
    await tx.maybe<{ state: ImportState }>(
      `select state from organisation.officer_import
       where id = $1 and organisation.in_scope(unit_id, $2::uuid[]) for update`,
      [importId, unitsFor(tx.actor, 'officer.manage')],
    ),
  );
  if (state !== 'applied') throw new Failure('import_not_ready');
}
