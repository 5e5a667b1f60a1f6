/** The room of the units that were there between two days. */
import type { UnitRow } from '@tap-huan/contract';

/**
 * Units that a position of those days can be in; a day that is not said yet leaves out nothing.
 * @param from first day · @param to first day after it
 * @param keptId a unit that is offered whatever its days: the one that is written down already
 */
export const unitsThen = (
  units: readonly UnitRow[],
  { from, to, keptId }: { from: string | null; to: string | null; keptId: string | null },
): UnitRow[] =>
  units.filter(
    ({ id, validFrom, validTo }) =>
      id === keptId ||
      ((from === null || validFrom <= from) &&
        (validTo === null ||
          ((to === null || to <= validTo) && (from === null || from < validTo)))),
  );
