/** The room of a plan as a list of fates: which units end and who takes over. Pure functions. */
import type { LineageKind, PlanProblem, PlanStep, ReorganisationPlan } from '@tap-huan/contract';

/** A unit whose officers go elsewhere; it ends unless it is among those who take over. */
export interface Fate {
  unitId: string;
  kind: Extract<LineageKind, 'merge' | 'split' | 'dissolve'>;
  into: string[];
  mainId: string | null;
  ends: boolean;
  /** Officers who do not go to the main successor. */
  chosen: { officerId: string; unitId: string }[];
}

/** What the plan's checks need to know of a unit that exists. */
export interface KnownUnit {
  id: string;
  name: string;
  code: string;
  kind: string;
  parentId: string | null;
  /** First day of its present state. */
  since: string;
  officers: number;
}

export interface Problem {
  code: PlanProblem;
  unitId: string | null;
}

const ENDING = new Set<PlanStep['kind']>(['merge', 'split', 'dissolve']);

/** Fates of the units that the plan merges, splits or dissolves. */
export function fatesOf(plan: ReorganisationPlan): Fate[] {
  return plan.steps.flatMap((step): Fate[] => {
    if (step.kind === 'merge' || step.kind === 'dissolve') {
      const into = step.intoId === null ? [] : [step.intoId];
      const { kind, unitId, intoId } = step;
      return [{ unitId, kind, into, mainId: intoId, ends: true, chosen: [] }];
    }
    if (step.kind !== 'split') return [];
    const into = step.parts.map(({ unitId }) => unitId);
    const chosen = step.parts.flatMap(({ unitId, officerIds }) =>
      officerIds.map((officerId) => ({ officerId, unitId })),
    );
    const { kind, unitId, mainId } = step;
    return [{ unitId, kind, into, mainId, ends: !into.includes(unitId), chosen }];
  });
}

/** Existing units that the plan names in any part. */
export function namedUnits({ units, steps }: ReorganisationPlan): string[] {
  const planned = new Set(units.map(({ id }) => id));
  const named = [
    ...units.map(({ parentId }) => parentId),
    ...steps.flatMap((step): (string | null)[] => {
      if (step.kind === 'merge' || step.kind === 'dissolve') return [step.unitId, step.intoId];
      if (step.kind === 'split')
        return [step.unitId, step.mainId, ...step.parts.map(({ unitId }) => unitId)];
      return step.kind === 'move' ? [step.unitId, step.parentId] : [step.unitId];
    }),
  ];
  return [...new Set(named)].filter((id): id is string => id !== null && !planned.has(id));
}

/** Everything in the plan that can be seen to be wrong before anything is tried. */
export function planProblems(
  plan: ReorganisationPlan,
  effectiveOn: string,
  known: ReadonlyMap<string, KnownUnit>,
  kindsInForce: ReadonlySet<string>,
): Problem[] {
  const fates = fatesOf(plan);
  const ending = new Set(fates.filter(({ ends }) => ends).map(({ unitId }) => unitId));
  const moved = new Set(plan.steps.flatMap((s) => (s.kind === 'move' ? [s.unitId] : [])));
  const problems: Problem[] = plan.steps.length + plan.units.length ? [] : [nothing];
  const tell = (code: PlanProblem, unitId: string) => problems.push({ code, unitId });
  for (const { unitId, into, mainId, ends } of fates) {
    if (into.some((id) => ending.has(id))) tell('successor_ends', unitId);
    if (into.length > 0 && (mainId === null || !into.includes(mainId))) {
      tell('no_main_successor', unitId);
    }
    const left = [...known.values()].some(
      ({ id, parentId }) => parentId === unitId && !ending.has(id) && !moved.has(id),
    );
    if (ends && into.length === 0 && (left || (known.get(unitId)?.officers ?? 0) > 0)) {
      tell('nobody_takes_over', unitId);
    }
  }
  for (const id of twice(plan)) tell('two_fates', id);
  if (inOrder(plan).length < plan.units.length) tell('contains_itself', plan.units[0]?.id ?? '');
  for (const { id, parentId, kind } of plan.units) {
    if (ending.has(parentId)) tell('parent_ends', id);
    if (!kindsInForce.has(kind)) tell('kind_not_in_force', id);
  }
  for (const step of plan.steps) {
    const unit = known.get(step.unitId);
    if (unit && unit.since > effectiveOn) tell('too_early', unit.id);
    if (step.kind === 'move' && ending.has(step.parentId)) tell('parent_ends', step.unitId);
    if (step.kind === 'change_of_kind' && !kindsInForce.has(step.unitKind)) {
      tell('kind_not_in_force', step.unitId);
    }
  }
  return problems;
}

const nothing: Problem = { code: 'nothing_to_do', unitId: null };

/** Units with two fates, or with a fate and a change at once, or with the same change twice. */
function twice({ steps }: ReorganisationPlan): string[] {
  const seen = new Map<string, string[]>();
  for (const { unitId, kind } of steps) {
    const what = ENDING.has(kind) ? 'fate' : kind;
    seen.set(unitId, [...(seen.get(unitId) ?? []), what]);
  }
  return [...seen]
    .filter(([, kinds]) => new Set(kinds).size < kinds.length)
    .map(([unitId]) => unitId);
}

/** Planned units so that each comes after its parent; a ring is left out. */
export function inOrder(plan: ReorganisationPlan): ReorganisationPlan['units'] {
  const waiting = [...plan.units];
  const ids = new Set(waiting.map(({ id }) => id));
  const ordered: ReorganisationPlan['units'] = [];
  for (let before = -1; before !== ordered.length;) {
    before = ordered.length;
    for (const unit of waiting.splice(0)) {
      if (ids.has(unit.parentId)) waiting.push(unit);
      else {
        ordered.push(unit);
        ids.delete(unit.id);
      }
    }
  }
  return ordered;
}
