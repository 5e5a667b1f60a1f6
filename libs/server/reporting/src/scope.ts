/** The room where a report asks whether a unit lies where the actor may look. */
import type { Permission } from '@tap-huan/contract';
import { type Actor, found, type Sql, type Tx, unitsFor } from '@tap-huan/server/platform';

/** The unit's name. @throws Failure `not_found`: what is outside the scope does not exist */
export async function unitInScope(
  sql: Pick<Sql | Tx, 'maybe'>,
  actor: Actor,
  unitId: string,
  permission: Permission = 'completion.read',
): Promise<{ id: string; name: string }> {
  return found(
    await sql.maybe<{ id: string; name: string }>(
      `select id, name from organisation.unit where id = $1 and organisation.in_scope(id, $2::uuid[])`,
      [unitId, unitsFor(actor, permission)],
    ),
  );
}
