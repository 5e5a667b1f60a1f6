/** The room of what may stand above a unit, and of the usual kind below one. Pure functions. */
import type { UnitRow } from '@tap-huan/contract';

type Node = Pick<UnitRow, 'id' | 'parentId'>;

/** Units that the given one may be moved below: all but itself and what is below it. */
export function possibleParents<T extends Node>(units: readonly T[], unitId: string): T[] {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const isBelow = (id: string): boolean => {
    let at: string | null | undefined = id;
    for (let steps = 0; at && steps < 50; steps++, at = parents.get(at)) {
      if (at === unitId) return true;
    }
    return false;
  };
  return units.filter(({ id }) => !isBelow(id));
}

/** True for a unit whose parent is not among the units: nothing stands above it here. */
export const isTop = (unit: Node, units: readonly Node[]): boolean =>
  unit.parentId === null || !units.some(({ id }) => id === unit.parentId);

/** What is usually made below a unit of that kind. */
export const USUAL_BELOW: Record<UnitRow['kind'], UnitRow['kind']> = {
  province: 'commune',
  district: 'commune',
  department: 'division',
  provincial_service_centre: 'division',
  commune: 'commune_service_centre',
  commune_service_centre: 'branch',
  branch: 'division',
  division: 'division',
};
