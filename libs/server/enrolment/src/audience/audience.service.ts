/** The room where HR saves whom it means, changes it, and puts it away. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { audienceEndpoints, AudienceRule, InputOf } from '@tap-huan/contract';
import {
  type Actor,
  Failure,
  found,
  SYSTEM,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { AudienceEntity } from './audience.entity';

type NewAudience = InputOf<typeof audienceEndpoints.createAudience>['body'];
type Change = InputOf<typeof audienceEndpoints.updateAudience>['body'];

/**
 * A condition on completion speaks of one course or of one programme.
 * @throws Failure audience_completion_unclear
 */
export function requireClear({ completed }: AudienceRule): void {
  if (completed && (completed.courseId === null) === (completed.programmeId === null)) {
    throw new Failure('audience_completion_unclear');
  }
}

@Injectable()
export class AudienceService {
  constructor(private readonly writer: Writer) {}

  /** Saves a rule under a name. @throws Failure not_found where the unit is not in the actor's scope */
  create(actor: Actor, input: NewAudience): Promise<{ id: string }> {
    return this.writer.write(actor, (tx) => this.make(tx, input));
  }

  /** The same inside a transaction. @throws Failure not_found, audience_completion_unclear */
  async make(tx: Tx, { name, unitId, rule }: NewAudience): Promise<{ id: string }> {
    requireClear(rule);
    await seeUnit(tx, unitId);
    const id = randomUUID();
    await tx.manager.insert(AudienceEntity, {
      ...{ id, name, unitId, rule, revision: 1, createdBy: tx.actor.accountId },
      ...{ createdAt: tx.now, updatedAt: tx.now, archivedAt: null },
    });
    await tx.audit('audience.create', { kind: 'audience', id }, { name, unitId });
    return { id };
  }

  /** Whoever is meant is computed anew from then on. @throws Failure not_found, stale_revision */
  update(actor: Actor, audienceId: string, change: Change): Promise<{ revision: number }> {
    const { name, unitId, rule } = change;
    requireClear(rule);
    return this.writer.write(actor, async (tx) => {
      const audience = await lock(tx, audienceId);
      if (audience.revision !== change.revision) throw new Failure('stale_revision');
      await seeUnit(tx, unitId);
      const revision = audience.revision + 1;
      await tx.manager.update(AudienceEntity, audienceId, {
        ...{ name, unitId, rule, revision, updatedAt: tx.now },
      });
      await tx.audit(
        'audience.update',
        { kind: 'audience', id: audienceId },
        { name, unitId, before: audience.rule, rule },
      );
      return { revision };
    });
  }

  /**
   * Puts it away, or takes it out again; assignments that have ended keep it.
   * @throws Failure not_found, audience_in_use
   */
  archive(actor: Actor, audienceId: string, archived: boolean): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      await lock(tx, audienceId);
      if (archived) await refuseInUse(tx, audienceId);
      await tx.manager.update(AudienceEntity, audienceId, { archivedAt: archived ? tx.now : null });
      const action = archived ? 'audience.archive' : 'audience.restore';
      await tx.audit(action, { kind: 'audience', id: audienceId });
      return { ok: true };
    });
  }
}

async function lock(tx: Tx, audienceId: string): Promise<{ revision: number; rule: AudienceRule }> {
  return found(
    await tx.maybe<{ revision: number; rule: AudienceRule }>(
      `select revision, rule from enrolment.audience
        where id = $1 and organisation.in_scope(unit_id, $2) for update`,
      [audienceId, unitsFor(tx.actor, 'enrolment.assign')],
    ),
  );
}

/** The system makes audiences anywhere. */
async function seeUnit(tx: Tx, unitId: string): Promise<void> {
  found(
    await tx.maybe(
      `select 1 from organisation.unit
        where id = $1 and ($2::boolean or organisation.in_scope(id, $3))`,
      [unitId, tx.actor === SYSTEM, unitsFor(tx.actor, 'enrolment.assign')],
    ),
  );
}

async function refuseInUse(tx: Tx, audienceId: string): Promise<void> {
  const used = await tx.maybe(
    `select 1 from enrolment.assignment where audience_id = $1 and state <> 'ended' limit 1`,
    [audienceId],
  );
  if (used) throw new Failure('audience_in_use');
}
