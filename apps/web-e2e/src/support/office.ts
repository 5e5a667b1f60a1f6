/** The room of HR's own units and accounts of a journey: a commune, a department, and who works there. */
import { endpoints, type UnitRow } from '@tap-huan/contract';
import { OWN_PASSWORD, Person } from './person';
import { mark, type Officer, unitNamed } from './scene';

/** A unit of this run below another, the province unless told otherwise. */
export async function found(
  name: string,
  kind: UnitRow['kind'] = 'commune',
  parent?: UnitRow,
): Promise<UnitRow> {
  const above = parent ?? (await unitNamed((unit) => unit.kind === 'province'));
  const administrator = await Person.signIn('quantri');
  const code = `E2E-${mark()}`;
  const { id } = await administrator.call(endpoints.createUnit, {
    body: { code, name: `${name} ${code}`, kind, parentId: above.id },
  });
  await administrator.leave();
  return unitNamed((unit) => unit.id === id);
}

/** An account of HR over a unit and all below it, without a record as an officer. */
export async function appoint(unit: UnitRow): Promise<Pick<Officer, 'username' | 'password'>> {
  const administrator = await Person.signIn('quantri');
  const username = `hr${mark().toLowerCase()}`;
  const { temporaryPassword } = await administrator.call(endpoints.createAccount, {
    body: {
      username,
      fullName: `Trần Thị ${username.toUpperCase()}`,
      grants: [{ role: 'hr', unitId: unit.id }],
      officerId: null,
    },
  });
  await administrator.leave();
  const own = await Person.signIn(username, temporaryPassword);
  await own.call(endpoints.changePassword, {
    body: { current: temporaryPassword, next: OWN_PASSWORD },
  });
  await own.leave();
  return { username, password: OWN_PASSWORD };
}

/** An officer of a unit without an account. */
export async function employed(
  unit: UnitRow,
  name: string,
  more: Partial<{ jobPosition: string; leadership: string; appointedOn: string }> = {},
): Promise<{ officerId: string; fullName: string; staffCode: string }> {
  const hr = await Person.signIn('daotao');
  const staffCode = `E2E${mark()}`;
  const fullName = `Lê Thị ${name} ${staffCode}`;
  const body = {
    staffCode,
    fullName,
    birthDate: '1988-03-12',
    jobPosition: 'Công chức một cửa',
    unitId: unit.id,
    ...more,
  };
  const { id } = await hr.call(endpoints.createOfficer, { body });
  await hr.leave();
  return { officerId: id, fullName, staffCode };
}
