/** The room of grants while they are edited: a role may wait for its unit. Pure functions. */
import type { AccountRow, Grant, Role } from '@tap-huan/contract';

export interface GrantDraft {
  role: Role;
  unitId: string | null;
}

export type GrantsProblem = 'grantMissing' | 'grantTwice';

/** What is wrong with the rows, the worst first; null where they can be sent. */
export function grantsProblem(rows: readonly GrantDraft[]): GrantsProblem | null {
  if (rows.some(({ unitId }) => unitId === null)) return 'grantMissing';
  const keys = new Set(rows.map(({ role, unitId }) => `${role}/${unitId}`));
  return keys.size < rows.length ? 'grantTwice' : null;
}

/** The rows as the contract has them. */
export const grantsOf = (rows: readonly GrantDraft[]): Grant[] =>
  rows.flatMap(({ role, unitId }) => (unitId === null ? [] : [{ role, unitId }]));

/** Units that the account has grants on and that are not among those offered: closed ones, or out of scope. */
export function missingUnits(
  grants: AccountRow['grants'],
  units: readonly { id: string }[],
): { id: string; name: string; parentId: null }[] {
  const known = new Set(units.map(({ id }) => id));
  const missing = grants.filter(({ unitId }) => !known.has(unitId));
  return [...new Map(missing.map((grant) => [grant.unitId, grant])).values()].map(
    ({ unitId, unitName }) => ({ id: unitId, name: unitName, parentId: null }),
  );
}
