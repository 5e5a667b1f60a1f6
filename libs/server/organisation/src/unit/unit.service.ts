/** The room where the tree of units changes. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, UnitRow } from '@tap-huan/contract';
import { toNfc, today } from '@tap-huan/rules';
import { type Actor, Failure, found, type Tx, unitsFor, Writer } from '@tap-huan/server/platform';
import { isInScope, requireScope } from './scope';
import { Unit } from './unit.entity';

export interface NewUnit {
  /** Drawn where absent. */
  id?: string;
  code: string;
  name: string;
  kind: UnitRow['kind'];
  /** Null makes a top unit, such as a province. */
  parentId: string | null;
  /** Place name on papers, e.g. "Đồng Nai"; inherited by the units below. */
  place?: string | null;
  /** Day `YYYY-MM-DD`; today where absent. */
  validFrom?: string;
}

type Change = InputOf<typeof endpoints.updateUnit>['body'];

/** The last label of a unit's path. */
export const labelOf = (unitId: string): string => unitId.replaceAll('-', '');

@Injectable()
export class UnitService {
  constructor(private readonly writer: Writer) {}

  /** Adds a unit below one in the actor's scope. @returns its id. @throws Failure `unit_code_taken` */
  add(actor: Actor, input: InputOf<typeof endpoints.createUnit>['body']): Promise<string> {
    return this.writer.write(actor, async (tx) => {
      await requireScope(tx, input.parentId, 'unit.manage');
      return this.create(tx, input);
    });
  }

  /** Adds a unit anywhere, for callers that have seen to the scope. @throws Failure `unit_code_taken` */
  async create(tx: Tx, input: NewUnit): Promise<string> {
    await lockTree(tx);
    await changesSince(tx, today(tx.now));
    const id = input.id ?? randomUUID();
    const parent = input.parentId === null ? null : await openUnit(tx, input.parentId);
    await refuseTakenCode(tx, input.code, id);
    await requireKindInForce(tx, input.kind, input.validFrom ?? today(tx.now));
    await tx.manager.insert(Unit, {
      id,
      code: toNfc(input.code),
      name: toNfc(input.name),
      kind: input.kind,
      parentId: input.parentId,
      path: parent ? `${parent.path}.${labelOf(id)}` : labelOf(id),
      place: input.place ? toNfc(input.place) : null,
      validFrom: input.validFrom ?? today(tx.now),
      validTo: null,
    });
    await tx.audit('unit_created', { kind: 'unit', id }, { code: input.code });
    return id;
  }

  /**
   * Renames a unit, changes its code or kind, moves it. A null parent leaves a top unit of the tree, or of the actor's
   * scope, where it is.
   */
  async update(actor: Actor, unitId: string, change: Change): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      await requireScope(tx, unitId, 'unit.manage');
      await lockTree(tx);
      await changesSince(tx, today(tx.now));
      const unit = found(await tx.manager.findOneBy(Unit, { id: unitId }));
      await refuseTakenCode(tx, change.code, unitId);
      if (change.kind !== unit.kind) await requireKindInForce(tx, change.kind, today(tx.now));
      await this.moveIfAsked(tx, unit, change.parentId);
      await tx.manager.update(Unit, unitId, {
        code: toNfc(change.code),
        name: toNfc(change.name),
        kind: change.kind,
      });
      await tx.audit(
        'unit_updated',
        { kind: 'unit', id: unitId },
        {
          before: { code: unit.code, name: unit.name, kind: unit.kind },
          after: { code: change.code, name: change.name, kind: change.kind },
        },
      );
    });
  }

  /** Ends a unit today. @throws Failure `unit_has_members` where officers or open units are in it */
  async close(actor: Actor, unitId: string): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      await requireScope(tx, unitId, 'unit.manage');
      await lockTree(tx);
      await changesSince(tx, today(tx.now));
      const unit = found(
        await tx.manager.findOne(Unit, {
          where: { id: unitId },
          lock: { mode: 'pessimistic_write' },
        }),
      );
      if (unit.validTo !== null) return;
      if (await hasMembers(tx, unitId)) throw new Failure('unit_has_members');
      const day = today(tx.now);
      // A unit that was to begin later never began.
      const validTo = day < unit.validFrom ? unit.validFrom : day;
      await tx.manager.update(Unit, unitId, { validTo });
      await tx.audit('unit_closed', { kind: 'unit', id: unitId }, { validTo });
    });
  }

  private async moveIfAsked(tx: Tx, unit: Unit, parentId: string | null): Promise<void> {
    if (parentId === unit.parentId) return;
    const roots = unitsFor(tx.actor, 'unit.manage');
    const mayTake = unit.parentId !== null && (await isInScope(tx, unit.parentId, roots));
    if (parentId === null && !mayTake) return;
    // Nobody's scope holds the place above all units, nor the place from which another's unit would be taken.
    if (parentId === null || !mayTake) throw new Failure('not_permitted');
    await requireScope(tx, parentId, 'unit.manage');
    const parent = await openUnit(tx, parentId);
    const path = `${parent.path}.${labelOf(unit.id)}`;
    if (`${parent.path}.`.startsWith(`${unit.path}.`)) {
      throw new Failure('unit_would_contain_itself');
    }
    await tx.rows(
      `update organisation.unit
       set path = case when id = $1 then $3::ltree
                       else $3::ltree || subpath(path, nlevel($2::ltree)) end,
           parent_id = case when id = $1 then $4::uuid else parent_id end
       where path <@ $2::ltree`,
      [unit.id, unit.path, path, parentId],
    );
    await tx.audit(
      'unit_moved',
      { kind: 'unit', id: unit.id },
      {
        from: unit.parentId,
        to: parentId,
      },
    );
  }
}

/** One change of the tree at a time, so that two moves cannot make a ring. */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtext('organisation.unit'))`);
}

/** Tells the table of units from which day the changes of this transaction hold; it writes their history itself. */
export async function changesSince(
  tx: Tx,
  day: string,
  reorganisationId: string | null = null,
): Promise<void> {
  await tx.rows(
    `select set_config('organisation.effective_on', $1, true),
            set_config('organisation.reorganisation', $2, true)`,
    [day, reorganisationId ?? ''],
  );
}

/**
 * The unit, kept from being closed until the transaction ends.
 * @throws Failure `not_found` where it is unknown or closed
 */
export async function openUnit(tx: Tx, unitId: string): Promise<{ id: string; path: string }> {
  return found(
    await tx.maybe<{ id: string; path: string }>(
      `select id, path::text as path from organisation.unit
       where id = $1 and valid_to is null for share`,
      [unitId],
    ),
  );
}

async function refuseTakenCode(tx: Tx, code: string, unitId: string): Promise<void> {
  const taken = await tx.rows(`select 1 from organisation.unit where code = $1 and id <> $2`, [
    toNfc(code),
    unitId,
  ]);
  if (taken.length > 0) throw new Failure('unit_code_taken');
}

/** @throws Failure `unit_kind_not_in_force` */
async function requireKindInForce(tx: Tx, kind: string, day: string): Promise<void> {
  const kinds = await tx.rows(
    `select 1 from organisation.unit_kind
     where kind = $1 and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)`,
    [kind, day],
  );
  if (kinds.length === 0) throw new Failure('unit_kind_not_in_force');
}

async function hasMembers(tx: Tx, unitId: string): Promise<boolean> {
  const members = await tx.rows(
    `select 1 from organisation.position where unit_id = $1 and valid_to is null
     union all
     select 1 from organisation.unit where parent_id = $1 and valid_to is null
     limit 1`,
    [unitId],
  );
  return members.length > 0;
}
