/** The room where positions of the past are written down, or removed where they never were. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PastPosition } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { type Actor, Failure, found, type Tx, Writer } from '@tap-huan/server/platform';
import { requireScope } from '../unit/scope';
import { locked } from './officer.service';
import { postAfter } from './post';
import { Position } from './position.entity';
import {
  latestPosition,
  positionOf,
  refuseTakenDays,
  requireDays,
  requireUnitThen,
} from './positions';

@Injectable()
export class PastPositions {
  constructor(private readonly writer: Writer) {}

  /**
   * A position between two days, in whatever unit there was: nothing of the present changes.
   * @returns its id. @throws Failure `position_days_taken`, `unit_not_then`, `validation_failed`
   */
  add(actor: Actor, officerId: string, wish: PastPosition): Promise<string> {
    return this.writer.write(actor, async (tx) => {
      await heldOfficer(tx, officerId);
      const { validFrom, validTo } = wish;
      requireDays(validFrom, validTo, today(tx.now));
      await requireScope(tx, wish.unitId, 'officer.manage');
      await requireUnitThen(tx, wish.unitId, wish);
      await refuseTakenDays(tx, officerId, wish, null);
      const id = randomUUID();
      const post = postAfter(null, wish, validFrom);
      await tx.manager.insert(Position, {
        ...{ id, officerId, ...post, endReason: null, validFrom, validTo },
      });
      await tx.audit(
        'officer_past_position_added',
        { kind: 'officer', id: officerId },
        { positionId: id, ...post, validFrom, validTo },
      );
      return id;
    });
  }

  /** @throws Failure `not_found`, `position_not_removable` for the present one, and for the only one */
  async remove(actor: Actor, officerId: string, positionId: string): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      await heldOfficer(tx, officerId);
      const before = found(await positionOf(tx, officerId, positionId));
      const others = await tx.rows(
        `select 1 from organisation.position where officer_id = $1 and id <> $2 limit 1`,
        [officerId, positionId],
      );
      if (before.validTo === null || others.length === 0) {
        throw new Failure('position_not_removable');
      }
      await requireScope(tx, before.unitId, 'officer.manage');
      await tx.manager.delete(Position, positionId);
      await tx.audit(
        'officer_past_position_removed',
        { kind: 'officer', id: officerId },
        { before },
      );
    });
  }
}

/** Holds the officer, whose present or last unit is in the actor's scope. @throws Failure `not_found` */
export async function heldOfficer(tx: Tx, officerId: string): Promise<void> {
  await locked(tx, officerId);
  const latest = found(await latestPosition(tx, officerId));
  await requireScope(tx, latest.unitId, 'officer.manage');
}
