/** The room where reorganisations are planned, ordered, carried out on their day, and undone. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  ReorganisationInput,
  ReorganisationPreview,
  REORGANISATION_STATES,
} from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { Accounts } from '@tap-huan/server/identity';
import { type Actor, Failure, found, type Tx, unitsFor, Writer } from '@tap-huan/server/platform';
import { lockTree } from '../unit/unit.service';
import { carryOut, type Order } from './carry-out';
import { fatesOf, namedUnits } from './plan';
import { previewOf } from './preview';
import { figuresOf, knownUnits, problemsOf } from './reorganisation-facts.reader';
import { Reorganisation } from './reorganisation.entity';
import { markOf, readBefore, remembered, takeBack } from './taking-back';

type State = (typeof REORGANISATION_STATES)[number];

/** Thrown to roll a rehearsal back, with what was seen in it. */
class Rehearsed extends Error {
  constructor(readonly preview: ReorganisationPreview) {
    super('A rehearsal is always rolled back.');
  }
}

@Injectable()
export class ReorganisationService {
  constructor(
    private readonly writer: Writer,
    private readonly accounts: Accounts,
  ) {}

  /** Carries the plan out and rolls it back: what the preview says is what will happen. */
  async preview(actor: Actor, input: ReorganisationInput): Promise<ReorganisationPreview> {
    try {
      return await this.writer.write(actor, async (tx) => {
        await lockTree(tx);
        await requireAll(tx, namedUnits(input.plan));
        const known = await knownUnits(tx, input.plan);
        const problems = await problemsOf(tx, input.plan, input.effectiveOn, known);
        if (problems.length > 0) return previewOf(tx, { input, known, problems, done: null });
        // Lineage and states name their reorganisation.
        const id = randomUUID();
        await insert(tx, id, input);
        const order = { id, ...input };
        const done = await carryOut(tx, order, this.accounts);
        throw new Rehearsed(await previewOf(tx, { input, known, problems, done }));
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.preview;
      if (!(error instanceof Failure) || error.code !== 'unit_would_contain_itself') throw error;
      return this.writer.write(actor, async (tx) => {
        const known = await knownUnits(tx, input.plan);
        const problems = [{ code: 'contains_itself' as const, unitId: null }];
        return previewOf(tx, { input, known, problems, done: null });
      });
    }
  }

  /** Keeps a plan as a draft. @returns its id. @throws Failure `reorganisation_impossible` */
  create(actor: Actor, input: ReorganisationInput): Promise<string> {
    return this.writer.write(actor, async (tx) => {
      await requirePlan(tx, input);
      const id = randomUUID();
      await insert(tx, id, input);
      await tx.audit('reorganisation_drafted', subject(id), { title: input.title });
      return id;
    });
  }

  /** @returns the new revision. @throws Failure `stale_revision`, `reorganisation_not_open` */
  update(
    actor: Actor,
    id: string,
    { revision, ...input }: ReorganisationInput & { revision: number },
  ): Promise<number> {
    return this.writer.write(actor, async (tx) => {
      await this.draft(tx, id, revision);
      await requirePlan(tx, input);
      await tx.manager.update(Reorganisation, id, {
        ...input,
        scopeIds: namedUnits(input.plan),
        revision: revision + 1,
      });
      return revision + 1;
    });
  }

  /**
   * Carries a draft out now, or leaves it to its day.
   * @throws Failure `reorganisation_impossible` where something stands in the way
   */
  order(actor: Actor, id: string, revision: number): Promise<State> {
    return this.writer.write(actor, async (tx) => {
      await lockTree(tx);
      const row = await this.draft(tx, id, revision);
      const known = await knownUnits(tx, row.plan);
      const problems = await problemsOf(tx, row.plan, row.effectiveOn, known);
      if (problems.length > 0) throw new Failure('reorganisation_impossible');
      const ordered = { orderedAt: tx.now, orderedBy: actor.accountId, revision: revision + 1 };
      await tx.manager.update(Reorganisation, id, ordered);
      await tx.audit('reorganisation_ordered', subject(id), { effectiveOn: row.effectiveOn });
      if (row.effectiveOn > today(tx.now)) {
        await tx.manager.update(Reorganisation, id, { state: 'scheduled', failure: null });
        return 'scheduled';
      }
      await this.apply(tx, row);
      return 'applied';
    });
  }

  /**
   * Carries out one that waits and whose day has come, in the caller's transaction.
   * @throws Failure `reorganisation_impossible` where the units have changed meanwhile
   */
  async applyDue(tx: Tx, id: string): Promise<void> {
    await lockTree(tx);
    const row = await locked(tx, id);
    if (row.state !== 'scheduled' || row.effectiveOn > today(tx.now)) return;
    const known = await knownUnits(tx, row.plan);
    const gone = namedUnits(row.plan).some((unitId) => !known.has(unitId));
    const problems = await problemsOf(tx, row.plan, row.effectiveOn, known);
    if (gone || problems.length > 0) throw new Failure('reorganisation_impossible');
    await this.apply(tx, row);
  }

  /**
   * Withdraws what has not begun, and takes back what has been carried out while its day lasts, or the day on which it
   * was entered. @throws Failure `reorganisation_not_open`, `reorganisation_built_upon`
   */
  undo(actor: Actor, id: string): Promise<void> {
    return this.writer.write(actor, async (tx) => {
      await lockTree(tx);
      const row = await this.seen(tx, id);
      if (row.state === 'undone') throw new Failure('reorganisation_not_open');
      if (row.state === 'applied') {
        const { before, leftBehind } = row;
        if (!mayUndo(row, tx.now) || !before || !leftBehind) {
          throw new Failure('reorganisation_not_open');
        }
        await takeBack(tx, id, { before, leftBehind }, this.accounts);
      }
      await tx.manager.update(Reorganisation, id, {
        state: 'undone',
        undoneAt: tx.now,
        undoneBy: actor.accountId,
        before: null,
        leftBehind: null,
        revision: row.revision + 1,
      });
      await tx.audit('reorganisation_undone', subject(id), { state: row.state });
    });
  }

  private async apply(tx: Tx, row: Reorganisation): Promise<void> {
    const { id, effectiveOn, legalBasis, plan } = row;
    const order: Order = { id, effectiveOn, legalBasis, plan };
    const givingWay = fatesOf(plan).map(({ unitId }) => unitId);
    const earlier = await readBefore(tx, namedUnits(plan), givingWay, this.accounts);
    const done = await carryOut(tx, order, this.accounts);
    const newUnitIds = plan.units.map((unit) => unit.id);
    const before = remembered(earlier, done, newUnitIds);
    const figures = await figuresOf(tx, plan, done);
    const leftBehind = await markOf(tx, before);
    await tx.rows(
      `update organisation.reorganisation
       set state = 'applied', applied_at = $2, failure = null, figures = $3, before = $4, left_behind = $5
       where id = $1`,
      [id, tx.now, JSON.stringify(figures), JSON.stringify(before), leftBehind],
    );
    await tx.audit('reorganisation_applied', subject(id), { ...figures });
  }

  private async draft(tx: Tx, id: string, revision: number): Promise<Reorganisation> {
    const row = await this.seen(tx, id);
    if (row.state !== 'draft') throw new Failure('reorganisation_not_open');
    if (row.revision !== revision) throw new Failure('stale_revision');
    return row;
  }

  /** @throws Failure `not_found` where the actor does not hold everything that it names */
  private async seen(tx: Tx, id: string): Promise<Reorganisation> {
    const row = await locked(tx, id);
    await requireHeld(tx, row.scopeIds);
    return row;
  }
}

const subject = (id: string) => ({ kind: 'reorganisation', id });

/** Until the end of its day, or of the day on which it was carried out. */
export const mayUndo = (row: { effectiveOn: string; appliedAt: Date | null }, now: Date): boolean =>
  today(now) <= row.effectiveOn || (row.appliedAt !== null && today(row.appliedAt) === today(now));

async function locked(tx: Tx, id: string): Promise<Reorganisation> {
  const row = found(
    await tx.manager.findOne(Reorganisation, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    }),
  );
  const [days] = await tx.rows<{ day: string }>(
    `select effective_on::text as day from organisation.reorganisation where id = $1`,
    [id],
  );
  return Object.assign(row, { effectiveOn: days?.day ?? row.effectiveOn });
}

async function insert(tx: Tx, id: string, input: ReorganisationInput): Promise<void> {
  await tx.manager.insert(Reorganisation, {
    id,
    ...input,
    scopeIds: namedUnits(input.plan),
    state: 'draft',
    figures: {},
    createdAt: tx.now,
    createdBy: tx.actor.accountId,
    revision: 1,
  });
}

/** @throws Failure `not_found` where a unit lies outside the actor's scope */
async function requireHeld(tx: Tx, unitIds: readonly string[]): Promise<void> {
  const outside = await tx.rows(
    `select 1 from unnest($1::uuid[]) as named (id)
     where not organisation.in_scope(named.id, $2::uuid[]) limit 1`,
    [unitIds, unitsFor(tx.actor, 'unit.reorganise')],
  );
  if (outside.length > 0) throw new Failure('not_found');
}

/** A plan that names nothing would be in everybody's scope. @throws Failure `reorganisation_impossible` */
async function requirePlan(tx: Tx, { plan }: ReorganisationInput): Promise<void> {
  const named = namedUnits(plan);
  if (named.length === 0) throw new Failure('reorganisation_impossible');
  await requireAll(tx, named);
}

/** @throws Failure `not_found` where a unit is closed or lies outside the actor's scope */
async function requireAll(tx: Tx, unitIds: readonly string[]): Promise<void> {
  await requireHeld(tx, unitIds);
  const closed = await tx.rows(
    `select 1 from organisation.unit where id = any($1::uuid[]) and valid_to is not null limit 1`,
    [unitIds],
  );
  if (closed.length > 0) throw new Failure('not_found');
}
