/** The room of the gate before a bank: whoever may not pass learns nothing of it. */
import type { Sql } from '@tap-huan/server/platform';
import { type Actor, found } from '@tap-huan/server/platform';
import { refused } from '../refused';
import { authorUnits, bankEditable, bankUsable } from '../scope';

type Source = Pick<Sql, 'maybe'>;

/** @throws Failure `not_found` where the actor may not see the bank. */
export async function seeBank(source: Source, actor: Actor, bankId: string): Promise<void> {
  found(
    await source.maybe(`select 1 from assessment.bank b where b.id = $1 and ${bankUsable(2)}`, [
      bankId,
      authorUnits(actor),
    ]),
  );
}

/** @throws Failure `not_found` where the actor may not change what is in the bank. */
export async function changeBank(source: Source, actor: Actor, bankId: string): Promise<void> {
  found(
    await source.maybe(`select 1 from assessment.bank b where b.id = $1 and ${bankEditable(2)}`, [
      bankId,
      authorUnits(actor),
    ]),
  );
}

/**
 * Holds a category until the transaction ends, so that it is not removed meanwhile; none is always there.
 * @throws Failure `validation_failed` with the issue `category_not_in_bank`
 */
export async function holdCategory(
  source: Source,
  bankId: string,
  categoryId: string | null | undefined,
): Promise<void> {
  if (!categoryId) return;
  const held = await source.maybe(
    `select 1 from assessment.category where id = $1 and bank_id = $2 for key share`,
    [categoryId, bankId],
  );
  if (!held) throw refused({ path: 'categoryId', code: 'category_not_in_bank' });
}
