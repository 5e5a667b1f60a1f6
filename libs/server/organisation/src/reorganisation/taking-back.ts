/** The room where a reorganisation is remembered well enough to be taken back, and is taken back. */
import { createHash } from 'node:crypto';
import type { Grant } from '@tap-huan/contract';
import type { Accounts } from '@tap-huan/server/identity';
import { Failure, type Tx } from '@tap-huan/server/platform';
import type { Done, MovedPosition } from './carry-out';

/** Rows as they were. */
export interface Before {
  units: Record<string, unknown>[];
  versions: Record<string, unknown>[];
  positions: MovedPosition[];
  /** All grants of everybody who holds one in a unit that gives way. */
  grants: (Grant & { accountId: string })[];
  newUnitIds: string[];
}

type Earlier = Pick<Before, 'units' | 'versions' | 'grants'>;

/**
 * What stands before a plan is carried out.
 * @param named units of the plan: their rows may change, and those of all that stand below them
 * @param givingWay units whose grants may be handed over
 */
export async function readBefore(
  tx: Tx,
  named: readonly string[],
  givingWay: readonly string[],
  accounts: Accounts,
): Promise<Earlier> {
  const [row] = await tx.rows<Pick<Before, 'units' | 'versions'>>(
    `with touched as (
       select u.* from organisation.unit u
       where exists (select 1 from organisation.unit r where r.id = any($1::uuid[]) and r.path @> u.path)
     )
     select (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from touched t) as units,
            (select coalesce(jsonb_agg(to_jsonb(v)), '[]') from organisation.unit_version v
             where v.unit_id in (select id from touched)) as versions`,
    [named],
  );
  const holders = await accounts.grantsAt(tx, givingWay);
  const grants = await accounts.grantsOf(tx, [...new Set(holders.map((g) => g.accountId))]);
  return { units: row?.units ?? [], versions: row?.versions ?? [], grants };
}

/** Everything that taking back needs. */
export const remembered = (earlier: Earlier, done: Done, newUnitIds: string[]): Before => ({
  ...earlier,
  positions: done.positions,
  newUnitIds,
});

const holdersOf = ({ grants }: Before): string[] => [
  ...new Set(grants.map(({ accountId }) => accountId)),
];

/** A mark of everything that taking back would touch: equal marks mean that nothing has changed since. */
export async function markOf(tx: Tx, before: Before): Promise<string> {
  const unitIds = [...before.units.map(({ id }) => id), ...before.newUnitIds];
  const officerIds = before.positions.map(({ officerId }) => officerId);
  const [row] = await tx.rows<{ text: string }>(
    `select concat(
       (select jsonb_agg(to_jsonb(u) order by u.id) from organisation.unit u
        where u.id = any($1::uuid[]) or u.parent_id = any($4::uuid[])),
       (select jsonb_agg(to_jsonb(p) order by p.id) from organisation.position p
        where p.officer_id = any($2::uuid[]) or p.unit_id = any($4::uuid[])),
       (select jsonb_agg(to_jsonb(g) order by g.account_id, g.role, g.unit_id)
        from identity.access_grant g
        where g.account_id = any($3::uuid[]) or g.unit_id = any($4::uuid[]))) as text`,
    [unitIds, officerIds, holdersOf(before), before.newUnitIds],
  );
  return createHash('sha256')
    .update(row?.text ?? '')
    .digest('hex');
}

/** Puts everything back. @throws Failure `reorganisation_built_upon` where something has changed since */
export async function takeBack(
  tx: Tx,
  id: string,
  { before, leftBehind }: { before: Before; leftBehind: string },
  accounts: Accounts,
): Promise<void> {
  if ((await markOf(tx, before)) !== leftBehind) throw new Failure('reorganisation_built_upon');
  await tx.rows(`select set_config('organisation.recording', 'off', true)`);
  await tx.rows(`delete from organisation.unit_lineage where reorganisation_id = $1`, [id]);
  await positionsBack(tx, before.positions);
  await grantsBack(tx, before, accounts);
  await unitsBack(tx, before);
  await tx.rows(`select set_config('organisation.recording', '', true)`);
}

async function positionsBack(tx: Tx, positions: MovedPosition[]): Promise<void> {
  await tx.rows(`delete from organisation.position where id = any($1::uuid[])`, [
    positions.flatMap(({ nextId }) => (nextId === null ? [] : [nextId])),
  ]);
  await tx.rows(
    `update organisation.position p
     set unit_id = (r.before->>'unit_id')::uuid, valid_to = (r.before->>'valid_to')::date
     from jsonb_to_recordset($1::jsonb) as r (id uuid, before jsonb) where r.id = p.id`,
    [JSON.stringify(positions)],
  );
}

async function grantsBack(tx: Tx, before: Before, accounts: Accounts): Promise<void> {
  for (const accountId of holdersOf(before)) {
    await accounts.setGrants(
      tx,
      accountId,
      before.grants.filter((grant) => grant.accountId === accountId),
    );
  }
}

async function unitsBack(tx: Tx, before: Before): Promise<void> {
  await tx.rows(
    `update organisation.unit u
     set code = r.code, name = r.name, kind = r.kind, parent_id = r.parent_id, path = r.path,
         valid_to = r.valid_to
     from jsonb_populate_recordset(null::organisation.unit, $1::jsonb) r where r.id = u.id`,
    [JSON.stringify(before.units)],
  );
  const ids = before.units.map(({ id }) => id);
  await tx.rows(`delete from organisation.unit_version where unit_id = any($1::uuid[])`, [
    [...ids, ...before.newUnitIds],
  ]);
  await tx.rows(
    `insert into organisation.unit_version
     select * from jsonb_populate_recordset(null::organisation.unit_version, $1::jsonb)`,
    [JSON.stringify(before.versions)],
  );
  try {
    await tx.rows(`delete from organisation.unit where id = any($1::uuid[])`, [before.newUnitIds]);
  } catch (error) {
    // Something that this room knows nothing of stands in a unit that would never have been.
    if ((error as { driverError?: { code?: string } }).driverError?.code !== '23503') throw error;
    throw new Failure('reorganisation_built_upon');
  }
}
