/** The room where what a plan has done, or what keeps it from being done, becomes a preview in names. */
import type { ReorganisationInput, ReorganisationPreview } from '@tap-huan/contract';
import type { Tx } from '@tap-huan/server/platform';
import type { Done } from './carry-out';
import type { KnownUnit, Problem } from './plan';
import { figuresOf } from './reorganisation-facts.reader';

interface Seen {
  input: ReorganisationInput;
  known: ReadonlyMap<string, KnownUnit>;
  problems: Problem[];
  /** Null where nothing could be tried. */
  done: Done | null;
}

/** Most lines of each list; the figures count everything. */
const MOST = 500;

export async function previewOf(tx: Tx, seen: Seen): Promise<ReorganisationPreview> {
  const { input, known, problems } = seen;
  const { plan } = input;
  const done = seen.done ?? { fates: [], positions: [], grants: [], followed: [] };
  const names = new Map<string, string>([
    ...[...known.values()].map(({ id, name }) => [id, name] as const),
    ...plan.units.map(({ id, name }) => [id, name] as const),
  ]);
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''));
  const people = await namesOf(tx, done);
  return {
    problems: problems.map(({ code, unitId }) => ({ code, unitId, unitName: nameOf(unitId) })),
    figures: await figuresOf(tx, seen.done ? plan : { units: [], steps: [] }, done),
    units: seen.done ? unitsOf(seen, done, nameOf) : [],
    officers: waysOf(done, nameOf),
    grants: done.grants
      .filter(({ role }) => role !== 'learner')
      .slice(0, MOST)
      .map(({ accountId, role, unitId, toId }) => ({
        fullName: people.get(accountId) ?? '',
        role,
        fromName: nameOf(unitId),
        toName: nameOf(toId),
      })),
  };
}

function unitsOf(
  { input: { plan }, known }: Seen,
  done: Done,
  nameOf: (id: string | null) => string,
): ReorganisationPreview['units'] {
  const at = (id: string) => [{ id, name: nameOf(id), isMain: true }];
  const count = (id: string, side: 'fromId' | 'toId') =>
    done.positions.filter((position) => position[side] === id).length;
  const begins = plan.units.map(({ id, name, parentId }) => ({
    id,
    name,
    what: 'begins' as const,
    to: at(parentId),
    officers: count(id, 'toId'),
  }));
  const ends = done.fates.map(({ unitId, into, mainId, ends: isOver }) => ({
    id: unitId,
    name: nameOf(unitId),
    what: isOver ? ('ends' as const) : ('changes' as const),
    to: into.map((id) => ({ id, name: nameOf(id), isMain: id === mainId })),
    officers: count(unitId, 'fromId'),
  }));
  const changes = plan.steps.flatMap((step) => {
    const unit = { id: step.unitId, name: nameOf(step.unitId), what: 'changes' as const };
    const officers = known.get(step.unitId)?.officers ?? 0;
    if (step.kind === 'move') return [{ ...unit, to: at(step.parentId), officers }];
    if (step.kind === 'rename') {
      return [{ ...unit, to: [{ id: step.unitId, name: step.name, isMain: true }], officers }];
    }
    return step.kind === 'change_of_kind' ? [{ ...unit, to: at(step.unitId), officers }] : [];
  });
  const follows = done.followed.map(({ id, toId }) => ({
    id,
    name: nameOf(id),
    what: 'follows' as const,
    to: at(toId),
    officers: known.get(id)?.officers ?? 0,
  }));
  return [...begins, ...ends, ...changes, ...follows];
}

function waysOf(
  done: Done,
  nameOf: (id: string | null) => string,
): ReorganisationPreview['officers'] {
  const ways = new Map<string, { fromName: string; toName: string; officers: number }>();
  for (const { fromId, toId } of done.positions) {
    const key = `${fromId} ${toId}`;
    const way = ways.get(key) ?? { fromName: nameOf(fromId), toName: nameOf(toId), officers: 0 };
    way.officers += 1;
    ways.set(key, way);
  }
  return [...ways.values()];
}

async function namesOf(tx: Tx, { grants }: Done): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; name: string }>(
    `select id, full_name as name from identity.account where id = any($1::uuid[])`,
    [grants.map(({ accountId }) => accountId)],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
