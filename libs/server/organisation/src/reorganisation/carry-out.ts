/** The room where a plan is carried out: units, positions, grants and lineage, inside the caller's transaction. */
import { randomUUID } from 'node:crypto';
import type { Grant, LineageKind, ReorganisationPlan } from '@tap-huan/contract';
import type { Accounts } from '@tap-huan/server/identity';
import { Failure, type Tx } from '@tap-huan/server/platform';
import { changesSince } from '../unit/unit.service';
import { type Fate, fatesOf, inOrder } from './plan';

export interface Order {
  id: string;
  effectiveOn: string;
  legalBasis: string;
  plan: ReorganisationPlan;
}

/** A position whose holder goes on in another unit. */
export interface MovedPosition {
  id: string;
  officerId: string;
  accountId: string | null;
  fromId: string;
  toId: string;
  /** As the row was. */
  before: { unit_id: string; valid_to: string | null };
  /** The position that goes on where the old one ended; null where the old one itself went over. */
  nextId: string | null;
}

export interface HandedGrant extends Grant {
  accountId: string;
  toId: string;
}

/** Everything that was done. */
export interface Done {
  fates: Fate[];
  positions: MovedPosition[];
  grants: HandedGrant[];
  /** Units that went along with one that ended, to its main successor. */
  followed: { id: string; toId: string }[];
}

/** @throws Failure `unit_would_contain_itself` */
export async function carryOut(tx: Tx, order: Order, accounts: Accounts): Promise<Done> {
  await changesSince(tx, order.effectiveOn, order.id);
  const fates = fatesOf(order.plan);
  await beginUnits(tx, order);
  await changeUnits(tx, order);
  const positions = await movePositions(tx, order.effectiveOn, fates);
  const followed = await takeAlong(tx, fates);
  const grants = await handOver(tx, fates, positions, accounts);
  await endUnits(tx, order.effectiveOn, fates);
  await rewritePaths(tx);
  await writeLineage(tx, order, fates);
  return { fates, positions, grants, followed };
}

async function beginUnits(tx: Tx, { plan, effectiveOn }: Order): Promise<void> {
  const rows = inOrder(plan).map((unit) => ({ ...unit, parent_id: unit.parentId }));
  // The paths are provisional: they are all written anew at the end.
  await tx.rows(
    `insert into organisation.unit (id, code, name, kind, parent_id, path, place, valid_from, valid_to)
     select r.id, r.code, r.name, r.kind, r.parent_id,
            (replace(r.parent_id::text, '-', '') || '.' || replace(r.id::text, '-', ''))::ltree,
            null, $2::date, null
     from jsonb_to_recordset($1::jsonb)
       as r (id uuid, code text, name text, kind text, parent_id uuid)`,
    [JSON.stringify(rows), effectiveOn],
  );
}

async function changeUnits(tx: Tx, { plan }: Order): Promise<void> {
  const rows = plan.steps.flatMap((step): Record<string, string>[] => {
    if (step.kind === 'rename') return [{ id: step.unitId, name: step.name, code: step.code }];
    if (step.kind === 'change_of_kind') return [{ id: step.unitId, kind: step.unitKind }];
    return step.kind === 'move' ? [{ id: step.unitId, parent_id: step.parentId }] : [];
  });
  for (const column of ['name', 'code', 'kind', 'parent_id'] as const) {
    await tx.rows(
      `update organisation.unit u set ${column} = r.${column}
       from jsonb_to_recordset($1::jsonb)
         as r (id uuid, name text, code text, kind text, parent_id uuid)
       where r.id = u.id and r.${column} is not null and r.${column} <> u.${column}`,
      [JSON.stringify(rows)],
    );
  }
}

/** Positions that reach beyond the day are ended there and go on in the successor; later ones go over whole. */
async function movePositions(tx: Tx, day: string, fates: Fate[]): Promise<MovedPosition[]> {
  const ways = fates.map(({ unitId, mainId }) => ({ from_id: unitId, to_id: mainId }));
  const chosen = fates.flatMap(({ unitId, chosen: some }) =>
    some.map(({ officerId, unitId: toId }) => ({
      from_id: unitId,
      officer_id: officerId,
      to_id: toId,
    })),
  );
  const found = await tx.rows<Omit<MovedPosition, 'nextId'> & { begun: boolean }>(
    `with way as (select * from jsonb_to_recordset($1::jsonb) as w (from_id uuid, to_id uuid)),
     chosen as (select * from jsonb_to_recordset($2::jsonb) as c (from_id uuid, officer_id uuid, to_id uuid))
     select p.id, p.officer_id as "officerId", o.account_id as "accountId", p.unit_id as "fromId",
            coalesce(c.to_id, w.to_id) as "toId", p.valid_from < $3::date as begun,
            jsonb_build_object('unit_id', p.unit_id, 'valid_to', p.valid_to) as before
     from way w
     join organisation.position p on p.unit_id = w.from_id
      and (p.valid_to is null or p.valid_to > $3::date)
     join organisation.officer o on o.id = p.officer_id
     left join chosen c on c.from_id = p.unit_id and c.officer_id = p.officer_id
     where coalesce(c.to_id, w.to_id) <> p.unit_id
     order by p.id for update of p`,
    [JSON.stringify(ways), JSON.stringify(chosen), day],
  );
  const moved = found.map(({ begun, ...position }) => ({
    ...position,
    nextId: begun ? randomUUID() : null,
  }));
  await tx.rows(
    `update organisation.position p
     set valid_to = case when r."nextId" is null then p.valid_to else $2::date end,
         unit_id = case when r."nextId" is null then r."toId" else p.unit_id end
     from jsonb_to_recordset($1::jsonb) as r (id uuid, "toId" uuid, "nextId" uuid)
     where r.id = p.id`,
    [JSON.stringify(moved), day],
  );
  // Whatever else a position says goes on as it was.
  await tx.rows(
    `insert into organisation.position
     select (jsonb_populate_record(p, r.before || jsonb_build_object(
              'id', r."nextId", 'unit_id', r."toId", 'valid_from', $2::date))).*
     from jsonb_to_recordset($1::jsonb) as r (id uuid, "toId" uuid, "nextId" uuid, before jsonb)
     join organisation.position p on p.id = r.id
     where r."nextId" is not null`,
    [JSON.stringify(moved), day],
  );
  return moved;
}

/** What stands below a unit that ends, and has no way of its own, goes along to the main successor. */
function takeAlong(tx: Tx, fates: Fate[]): Promise<Done['followed']> {
  const ending = fates.filter(({ ends, mainId }) => ends && mainId !== null);
  return tx.rows(
    `update organisation.unit u set parent_id = f."mainId"
     from jsonb_to_recordset($1::jsonb) as f ("unitId" uuid, "mainId" uuid)
     where u.parent_id = f."unitId" and u.valid_to is null and u.id <> all($2::uuid[])
     returning u.id, f."mainId" as "toId"`,
    [JSON.stringify(ending), fates.filter(({ ends }) => ends).map(({ unitId }) => unitId)],
  );
}

/** Learners' grants go where the officer goes, all others to every successor. */
async function handOver(
  tx: Tx,
  fates: Fate[],
  positions: MovedPosition[],
  accounts: Accounts,
): Promise<HandedGrant[]> {
  const fateOf = new Map(fates.map((fate) => [fate.unitId, fate]));
  const wayOf = new Map(positions.map((p) => [`${p.accountId} ${p.fromId}`, p.toId]));
  const held = await accounts.grantsAt(tx, [...fateOf.keys()]);
  const moves = held.flatMap((grant) => {
    const fate = fateOf.get(grant.unitId);
    if (!fate) return [];
    const way = wayOf.get(`${grant.accountId} ${grant.unitId}`);
    if (grant.role === 'learner') {
      const to = way ?? (fate.ends ? fate.mainId : null);
      return to === null ? [] : [{ ...grant, into: [to] }];
    }
    return fate.ends && fate.into.length > 0 ? [{ ...grant, into: fate.into }] : [];
  });
  await accounts.handOver(tx, moves);
  return moves.flatMap(({ into, ...grant }) => into.map((toId) => ({ ...grant, toId })));
}

/** An ended unit stands below its main successor: what it owned lies in the scope of whoever took over. */
async function endUnits(tx: Tx, day: string, fates: Fate[]): Promise<void> {
  await tx.rows(
    `update organisation.unit u
     set valid_to = greatest($2::date, u.valid_from), parent_id = coalesce(f."mainId", u.parent_id)
     from jsonb_to_recordset($1::jsonb) as f ("unitId" uuid, "mainId" uuid, ends boolean)
     where u.id = f."unitId" and f.ends`,
    [JSON.stringify(fates), day],
  );
}

/** Every path from what the parents say; units that cannot be reached from the top stand in a ring. */
async function rewritePaths(tx: Tx): Promise<void> {
  const [row] = await tx.rows<{ lost: boolean }>(
    `with recursive tree (id, path) as (
       select id, replace(id::text, '-', '')::ltree from organisation.unit where parent_id is null
       union all
       select u.id, t.path || replace(u.id::text, '-', '')
       from tree t join organisation.unit u on u.parent_id = t.id
     ), moved as (
       update organisation.unit u set path = t.path from tree t
       where t.id = u.id and t.path <> u.path returning 1
     )
     select (select count(*) from tree) <> (select count(*) from organisation.unit) as lost,
            (select count(*) from moved)`,
  );
  if (row?.lost) throw new Failure('unit_would_contain_itself');
}

interface Step {
  from: string;
  to: string | null;
  kind: LineageKind;
  main: boolean;
}

async function writeLineage(tx: Tx, order: Order, fates: Fate[]): Promise<void> {
  const itself = order.plan.steps.flatMap(({ kind, unitId }): Step[] =>
    kind === 'rename' || kind === 'change_of_kind' || kind === 'move'
      ? [{ from: unitId, to: unitId, kind, main: true }]
      : [],
  );
  const others = fates.flatMap(({ unitId, kind, into, mainId }): Step[] =>
    into.length === 0
      ? [{ from: unitId, to: null, kind, main: true }]
      : into.map((to) => ({ from: unitId, to, kind, main: to === mainId })),
  );
  const steps = [...itself, ...others].map((step) => ({ ...step, id: randomUUID() }));
  await tx.rows(
    `insert into organisation.unit_lineage
       (id, from_unit_id, to_unit_id, kind, effective_on, legal_basis, is_main, reorganisation_id)
     select s.id, s."from", s."to", s.kind, $2::date, $3, s.main, $4
     from jsonb_to_recordset($1::jsonb) as s (id uuid, "from" uuid, "to" uuid, kind text, main boolean)`,
    [JSON.stringify(steps), order.effectiveOn, order.legalBasis, order.id],
  );
}
