/** The room where a command asks whether a unit lies where the actor may work. */
import type { Permission } from '@tap-huan/contract';
import { Failure, type Tx, unitsFor } from '@tap-huan/server/platform';

/** Whether the unit lies in the subtree of any root. */
export async function isInScope(tx: Tx, unitId: string, roots: string[]): Promise<boolean> {
  const [row] = await tx.rows<{ inside: boolean }>(
    `select organisation.in_scope($1, $2::uuid[]) as inside`,
    [unitId, roots],
  );
  return row?.inside === true;
}

/** @throws Failure `not_found` where the actor does not hold the permission there: what is outside does not exist. */
export async function requireScope(tx: Tx, unitId: string, permission: Permission): Promise<void> {
  if (!(await isInScope(tx, unitId, unitsFor(tx.actor, permission)))) {
    throw new Failure('not_found');
  }
}
