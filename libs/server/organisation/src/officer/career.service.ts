/** The room where an officer's way through posts is changed: another post, leaving, coming back, a correction. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf, PostChange } from '@tap-huan/contract';
import { toNfc, today } from '@tap-huan/rules';
import { type Actor, Failure, found, type Tx, Writer } from '@tap-huan/server/platform';
import { requireScope } from '../unit/scope';
import { openUnit } from '../unit/unit.service';
import { locked } from './officer.service';
import { type Post, postAfter } from './post';
import { Position } from './position.entity';
import {
  beginPosition,
  followPosition,
  latestPosition,
  positionOf,
  presentPosition,
  refuseTakenDays,
  requireDays,
  requireUnitThen,
} from './positions';

type Correction = InputOf<typeof endpoints.correctPosition>['body'];

@Injectable()
export class CareerService {
  constructor(private readonly writer: Writer) {}

  /**
   * Another post from a day on; a day ahead is waited for.
   * @returns whether it waits. @throws Failure `positions_overlap`, `change_planned`
   */
  changePost(actor: Actor, officerId: string, change: PostChange): Promise<boolean> {
    return this.writer.write(actor, async (tx) => {
      await this.held(tx, officerId);
      await requireScope(tx, change.unitId, 'officer.manage');
      await openUnit(tx, change.unitId);
      if (change.effectiveOn > today(tx.now)) {
        const { effectiveOn, unitId, ...post } = change;
        await plan(tx, officerId, { kind: 'post', effectiveOn, unitId, post });
        return true;
      }
      await this.takePost(tx, officerId, change);
      return false;
    });
  }

  /** The post as of its day, for callers that have seen to the scope. @throws Failure `positions_overlap` */
  async takePost(tx: Tx, officerId: string, change: PostChange): Promise<void> {
    const latest = await latestPosition(tx, officerId);
    const post = postAfter(latest, change, change.effectiveOn);
    if (latest && latest.validTo === null) {
      await followPosition(tx, latest, post, change.effectiveOn);
      return;
    }
    if (latest?.validTo && latest.validTo > change.effectiveOn) {
      throw new Failure('positions_overlap');
    }
    await beginPosition(tx, officerId, post, change.effectiveOn);
    await tx.audit(
      'officer_returned',
      { kind: 'officer', id: officerId },
      { to: post, on: change.effectiveOn },
    );
  }

  /** @returns whether the day is waited for. @throws Failure `positions_overlap`, `change_planned` */
  leave(
    actor: Actor,
    officerId: string,
    { effectiveOn, reason }: { effectiveOn: string; reason: string },
  ): Promise<boolean> {
    return this.writer.write(actor, async (tx) => {
      await this.held(tx, officerId);
      found(await presentPosition(tx, officerId));
      if (effectiveOn > today(tx.now)) {
        const post = { endReason: toNfc(reason) };
        await plan(tx, officerId, { kind: 'leave', effectiveOn, unitId: null, post });
        return true;
      }
      await this.takeLeave(tx, officerId, effectiveOn, reason);
      return false;
    });
  }

  /** Ends the present position. @throws Failure `positions_overlap` where it began later */
  async takeLeave(tx: Tx, officerId: string, day: string, reason: string): Promise<void> {
    const position = found(await presentPosition(tx, officerId));
    if (position.validFrom >= day) throw new Failure('positions_overlap');
    const endReason = toNfc(reason);
    await tx.manager.update(Position, position.id, { validTo: day, endReason });
    await tx.audit('officer_left', { kind: 'officer', id: officerId }, { on: day, endReason });
  }

  /**
   * A position as it should have been written down.
   * @throws Failure `positions_overlap`, `position_days_taken`, `unit_not_then`
   */
  async correct(
    actor: Actor,
    officerId: string,
    positionId: string,
    wish: Correction,
  ): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      await this.held(tx, officerId);
      const position = found(await positionOf(tx, officerId, positionId));
      const { validFrom, validTo } = wish;
      requireDays(validFrom, validTo, today(tx.now));
      if (wish.unitId !== position.unitId) {
        await requireScope(tx, wish.unitId, 'officer.manage');
        await requireUnitThen(tx, wish.unitId, wish);
      }
      // Whoever holds a post leaves it by leaving, and has it back by coming back: both have a word and a reason.
      if ((validTo === null) !== (position.validTo === null))
        throw new Failure('positions_overlap');
      await refuseTakenDays(tx, officerId, wish, position.id);
      const post: Post = { ...postAfter(position, wish, validFrom) };
      await tx.manager.update(Position, position.id, { ...post, validFrom, validTo });
      await tx.audit(
        'officer_position_corrected',
        { kind: 'officer', id: officerId },
        { positionId, before: position, after: wish },
      );
    });
  }

  /** Takes back what waits for its day. */
  async cancel(actor: Actor, officerId: string, plannedId: string): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      await this.held(tx, officerId);
      const [gone] = await tx.rows<{ effectiveOn: string }>(
        `delete from organisation.planned_change where id = $1 and officer_id = $2
         returning effective_on::text as "effectiveOn"`,
        [plannedId, officerId],
      );
      if (!gone) throw new Failure('not_found');
      await tx.audit('officer_plan_cancelled', { kind: 'officer', id: officerId }, gone);
    });
  }

  /** The officer, locked, whose present or last unit is in the actor's scope. @throws Failure `not_found` */
  private async held(tx: Tx, officerId: string): Promise<void> {
    await locked(tx, officerId);
    const latest = found(await latestPosition(tx, officerId));
    await requireScope(tx, latest.unitId, 'officer.manage');
  }
}

interface Plan {
  kind: 'post' | 'leave';
  effectiveOn: string;
  unitId: string | null;
  post: object;
}

async function plan(tx: Tx, officerId: string, { kind, effectiveOn, unitId, post }: Plan) {
  const made = await tx.rows(
    `insert into organisation.planned_change
       (id, officer_id, effective_on, kind, unit_id, post, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    [
      ...[randomUUID(), officerId, effectiveOn, kind, unitId],
      ...[JSON.stringify(post), tx.actor.accountId, tx.now],
    ],
  );
  if (made.length === 0) throw new Failure('change_planned');
  await tx.audit(
    'officer_change_planned',
    { kind: 'officer', id: officerId },
    { kind, effectiveOn, unitId, post },
  );
}
