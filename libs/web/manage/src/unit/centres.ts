/** The room where service centres follow their communes: where communes come together, so may their centres. Pure functions. */
import type { PlannedUnit, ReorganisationPlan } from '@tap-huan/contract';
import { endingUnits } from './plan-model';

const COMMUNE = 'commune';
const CENTRE = 'commune_service_centre';

/** The part of an open unit that is looked at. */
export interface OpenUnit {
  id: string;
  name: string;
  code: string;
  kind: PlannedUnit['kind'];
  parentId: string | null;
}

/** Centres that would stand side by side in one commune. */
export interface CentresTogether {
  /** The commune, open or planned, in which they would stand. */
  commune: { id: string; name: string; code: string };
  /** The one that goes on; null where a new one begins. */
  keptId: string | null;
  /** Those that end. */
  endingIds: string[];
}

/** Communes of the plan that would have several service centres, as long as the plan says nothing of these. */
export function centresTogether(
  plan: ReorganisationPlan,
  open: readonly OpenUnit[],
): CentresTogether[] {
  const named = new Set(plan.steps.map(({ unitId }) => unitId));
  const ending = endingUnits(plan);
  const communes = [...open.filter(({ id }) => !ending.has(id)), ...plan.units].filter(
    ({ kind }) => kind === COMMUNE,
  );
  return communes.flatMap((commune): CentresTogether[] => {
    const merged = new Set(
      plan.steps.flatMap((step) =>
        step.kind === 'merge' && step.intoId === commune.id ? [step.unitId] : [],
      ),
    );
    const below = (parentIds: ReadonlySet<string>) =>
      open.filter(
        ({ id, kind, parentId }) =>
          kind === CENTRE && parentId !== null && parentIds.has(parentId) && !named.has(id),
      );
    const coming = below(merged).map(({ id }) => id);
    const [own] = [
      ...plan.units.filter(({ kind, parentId }) => kind === CENTRE && parentId === commune.id),
      ...below(new Set([commune.id])),
    ];
    if (coming.length === 0 || coming.length + (own ? 1 : 0) < 2) return [];
    const { id, name, code } = commune;
    return [{ commune: { id, name, code }, keptId: own?.id ?? null, endingIds: coming }];
  });
}

/**
 * The plan in which these centres come together as well, in the one that is there or in a new one.
 * @param newId id of the new one, where there is none
 * @param name its name
 */
export function withCentres(
  plan: ReorganisationPlan,
  { commune, keptId, endingIds }: CentresTogether,
  newId: string,
  name: string,
): ReorganisationPlan {
  const intoId = keptId ?? newId;
  const begins: PlannedUnit[] =
    keptId === null
      ? [{ id: newId, code: `${commune.code}-TT`, name, kind: CENTRE, parentId: commune.id }]
      : [];
  return {
    units: [...plan.units, ...begins],
    steps: [
      ...plan.steps,
      ...endingIds.map((unitId) => ({ kind: 'merge' as const, unitId, intoId })),
    ],
  };
}
