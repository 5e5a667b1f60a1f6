/** The room of who acts: a person with grants, or the system itself. */
import { type Grant, type Permission, ROLE_PERMISSIONS } from '@tap-huan/contract';

export interface Actor {
  /** Null for the system and for a visitor who has not signed in. */
  readonly accountId: string | null;
  readonly grants: readonly Grant[];
  readonly sessionId: string | null;
  /** Network address, for the audit trail; null for the system. */
  readonly address: string | null;
}

/** The worker, the scheduler, the demo loader. */
export const SYSTEM: Actor = { accountId: null, grants: [], sessionId: null, address: null };

export function may(actor: Actor, permission: Permission): boolean {
  return actor.grants.some((grant) => ROLE_PERMISSIONS[grant.role].includes(permission));
}

/** The roots of the subtrees in which the actor holds the permission; goes into SQL as `uuid[]`. */
export function unitsFor(actor: Actor, permission: Permission): string[] {
  return actor.grants
    .filter((grant) => ROLE_PERMISSIONS[grant.role].includes(permission))
    .map((grant) => grant.unitId);
}

/** The account id of somebody who has signed in; the guard has seen to it. */
export function accountOf(actor: Actor): string {
  if (actor.accountId === null) throw new Error('This handler needs a signed-in account.');
  return actor.accountId;
}
