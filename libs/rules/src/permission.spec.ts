/** The room where permissions are put to the test. */
import { expect, it } from '@jest/globals';
import { PERMISSIONS, ROLE_PERMISSIONS, ROLES } from '@tap-huan/contract';
import { can, permissionsOf, unitsFor } from './permission';

it('nothing is allowed to nobody', () => {
  for (const permission of PERMISSIONS) expect(can([], permission)).toBe(false);
  expect(permissionsOf([])).toEqual([]);
});

it.each(ROLES)('%s may do what its role carries and nothing else', (role) => {
  for (const permission of PERMISSIONS) {
    const carries = ROLE_PERMISSIONS[role].includes(permission);
    expect(can([{ role }], permission)).toBe(carries);
    expect(can(permissionsOf([{ role }]), permission)).toBe(carries);
  }
});

it('grants add up, each permission once', () => {
  const permissions = permissionsOf([{ role: 'hr' }, { role: 'administrator' }, { role: 'hr' }]);
  expect(new Set(permissions).size).toBe(permissions.length);
  expect(permissions).toEqual(PERMISSIONS.filter((permission) => permissions.includes(permission)));
  expect(permissions).toContain('officer.read');
  expect(permissions).not.toContain('learning.take');
});

it('unitsFor names the units whose grants carry the permission', () => {
  const grants = [
    { role: 'hr' as const, unitId: 'u1' },
    { role: 'administrator' as const, unitId: 'u1' },
    { role: 'instructor' as const, unitId: 'u2' },
    { role: 'administrator' as const, unitId: 'u3' },
  ];
  expect(unitsFor(grants, 'officer.read')).toEqual(['u1', 'u3']);
  expect(unitsFor(grants, 'completion.read')).toEqual(['u1']);
  expect(unitsFor(grants, 'course.author')).toEqual(['u2']);
  expect(unitsFor(grants, 'learning.take')).toEqual([]);
});
