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

/**
 * A unit in the scope, or above a part of it: what is asked of it is answered for that part.
 * @throws Failure `not_found`
 */
export async function unitMeetsScope(
  sql: Pick<Sql | Tx, 'maybe'>,
  actor: Actor,
  unitId: string,
): Promise<void> {
  found(
    await sql.maybe(
      `select 1 from organisation.unit u
        where u.id = $1 and (organisation.in_scope(u.id, $2::uuid[]) or exists (
          select 1 from unnest($2::uuid[]) r where organisation.in_scope(r, array[u.id])))`,
      [unitId, unitsFor(actor, 'completion.read')],
    ),
  );
}
