/** The room of permission: what grants allow, and where; the same answer in the server and in the browser. */
import type { Grant, Permission, Role } from '@tap-huan/contract';
import { PERMISSIONS, ROLE_PERMISSIONS } from '@tap-huan/contract';

/** Permissions that the grants carry together, each once, in the order of the contract. */
export const permissionsOf = (grants: readonly { role: Role }[]): Permission[] =>
  PERMISSIONS.filter((permission) =>
    grants.some(({ role }) => ROLE_PERMISSIONS[role].includes(permission)),
  );

/** Whether somebody with these permissions, or with these grants, may do it somewhere. Nothing is allowed unless said. */
export const can = (
  who: readonly (Permission | { role: Role })[],
  permission: Permission,
): boolean =>
  who.some((own) =>
    typeof own === 'string' ? own === permission : ROLE_PERMISSIONS[own.role].includes(permission),
  );

/** Units in whose subtrees the grants carry the permission, each once; readers make a SQL predicate of them. */
export const unitsFor = (grants: readonly Grant[], permission: Permission): string[] => [
  ...new Set(grants.filter((grant) => can([grant], permission)).map(({ unitId }) => unitId)),
];
