/** The room where everything is read that the lines of a list are held against. */
import { type Grant, ROLE_PERMISSIONS } from '@tap-huan/contract';
import type { Sql, Tx } from '@tap-huan/server/platform';
import { codeKey, type KnownOfficer, type Person, sameKey } from './judge';
import type { Post } from '../officer/post';
import { type KnownUnit, UnitNames } from './unit-names';

export type Source = Pick<Sql | Tx, 'rows'>;

/** $1 roots · $2 the unit that the list speaks of */
const UNITS = `
  select u.id, u.code, u.name, u.valid_to is not null as closed,
         u.id in (select * from organisation.units_in(array[$2::uuid])) as near,
         s.name || ' (' || s.code || ')' as successor
  from organisation.unit u
  left join organisation.unit s
    on u.valid_to is not null and s.id = organisation.main_successor(u.id) and s.id <> u.id
  where u.id in (select * from organisation.units_in($1::uuid[]))`;

interface OfficerRow extends Omit<Person, 'email' | 'phone'>, Post {
  email: string | null;
  phone: string | null;
  id: string;
  accountId: string | null;
  inScope: boolean;
  unitName: string;
  unitCode: string;
  validFrom: string;
  validTo: string | null;
}

/** Officers `o` in the post `p` that is or was the last; $1 roots */
const OFFICER = `
  select o.id, o.account_id as "accountId", o.staff_code as "staffCode", o.full_name as "fullName",
         o.birth_date as "birthDate", o.email, o.phone, p.unit_id as "unitId",
         u.name as "unitName", u.code as "unitCode", p.job_position as "jobPosition", p.rank, p.leadership,
         p.appointed_on::text as "appointedOn", p.staff_category as "staffCategory",
         p.decision_no as "decisionNo", p.valid_from::text as "validFrom",
         p.valid_to::text as "validTo",
         p.unit_id in (select * from organisation.units_in($1::uuid[])) as "inScope"
  from organisation.officer o
  cross join lateral (select * from organisation.position p where p.officer_id = o.id
                      order by p.valid_from desc limit 1) p
  join organisation.unit u on u.id = p.unit_id`;

/** Roots of the subtrees in which the account may change officers today. */
export async function rootsOf(source: Source, accountId: string): Promise<string[]> {
  const grants = await source.rows<Grant>(
    `select g.role, g.unit_id as "unitId" from identity.access_grant g
     join identity.account a on a.id = g.account_id and a.disabled_at is null
     where g.account_id = $1`,
    [accountId],
  );
  return grants
    .filter(({ role }) => ROLE_PERMISSIONS[role].includes('officer.manage'))
    .map(({ unitId }) => unitId);
}

/** The units of the scope. */
export async function unitNames(
  source: Source,
  roots: string[],
  unitId: string,
): Promise<UnitNames> {
  return new UnitNames(await source.rows<KnownUnit>(UNITS, [roots, unitId]));
}

/** The officers who bear one of the staff codes, in whatever unit they are. */
export async function officersByCode(
  source: Source,
  roots: string[],
  codes: readonly string[],
): Promise<Map<string, KnownOfficer>> {
  const rows = await source.rows<OfficerRow>(`${OFFICER} where lower(o.staff_code) = any ($2)`, [
    roots,
    codes.map(codeKey),
  ]);
  return new Map(rows.map((row) => [codeKey(row.staffCode), officerOf(row)]));
}

/** Staff codes of those in scope who bear one of the names, by name and birth. */
export async function personsNamed(
  source: Source,
  roots: string[],
  names: readonly string[],
): Promise<Map<string, string>> {
  const rows = await source.rows<{ staffCode: string; fullName: string; birthDate: string }>(
    `select staff_code as "staffCode", full_name as "fullName", birth_date as "birthDate"
     from organisation.present_officer
     where full_name = any ($2) and unit_id in (select * from organisation.units_in($1::uuid[]))`,
    [roots, names],
  );
  return new Map(
    rows.map(({ staffCode, fullName, birthDate }) => [sameKey(fullName, birthDate), staffCode]),
  );
}

/** Who is in the unit's subtree today and bears none of the staff codes, in the order of a list. */
export async function officersBeside(
  source: Source,
  unitId: string,
  codes: readonly string[],
): Promise<KnownOfficer[]> {
  const rows = await source.rows<OfficerRow>(
    `${OFFICER} where p.valid_to is null
       and p.unit_id in (select * from organisation.units_in($1::uuid[]))
       and lower(o.staff_code) <> all ($2)
     order by u.path, o.sort_key collate "vi-x-icu", o.staff_code`,
    [[unitId], codes.map(codeKey)],
  );
  return rows.map(officerOf);
}

function officerOf(row: OfficerRow): KnownOfficer {
  const { id, accountId, inScope, unitName, unitCode, validFrom, validTo } = row;
  const { staffCode, fullName, birthDate, email, phone } = row;
  const { unitId, jobPosition, rank, leadership, appointedOn, staffCategory, decisionNo } = row;
  return {
    ...{ id, accountId, inScope, unitName, unitCode, validFrom, validTo },
    person: { staffCode, fullName, birthDate, email, phone },
    post: { unitId, jobPosition, rank, leadership, appointedOn, staffCategory, decisionNo },
  };
}
