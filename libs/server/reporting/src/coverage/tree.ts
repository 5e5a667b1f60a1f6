/** The room of the tree of a day, and of which of its units the actor may see. */
import type { CoverageUnit } from '@tap-huan/contract';
import type { Columns } from './columns';
import { HIDDEN, UNPLACED } from './count';

export interface DayTree {
  rows: { id: string; name: string; kind: CoverageUnit['kind']; unit: number }[];
  /** By row: a row before it, or -1. */
  parents: Int32Array;
  /** By unit: the row under which its officers are counted, `HIDDEN` or `UNPLACED`. */
  rowOf: Int32Array;
}

/**
 * By unit, 1 where it lies today in the subtree of a root. A unit that is no more lies where its successor does: what was
 * granted is granted as of today, whatever the day that is looked at.
 */
export function visibleUnits(columns: Columns, roots: readonly string[]): Uint8Array {
  const { units, above, home } = columns;
  const granted = new Uint8Array(units.length);
  for (const root of roots) {
    const unit = columns.numberOfUnit(root);
    if (unit !== undefined) granted[unit] = 1;
  }
  const inside = (unit: number): boolean => {
    for (let at = unit, steps = 0; at >= 0 && steps < 100; at = above[at] ?? -1, steps++) {
      if (granted[at] === 1) return true;
    }
    return false;
  };
  return Uint8Array.from(units, (_, unit) => {
    const stands = home[unit] ?? -1;
    return inside(stands >= 0 ? stands : unit) ? 1 : 0;
  });
}

/**
 * The visible units of a day, parents before children, brothers by name.
 * @param day whose tree is drawn
 * @param now counts officers under the unit that stands for theirs today
 */
export function treeOf(columns: Columns, visible: Uint8Array, day: number, now: boolean): DayTree {
  const alive = columns.versions.filter(
    ({ unit, from, to }) => from <= day && day < to && visible[unit] === 1,
  );
  const known = new Set(alive.map(({ unit }) => unit));
  const below = new Map<number, typeof alive>();
  for (const version of alive) {
    const parent = known.has(version.parent) ? version.parent : -1;
    const list = below.get(parent);
    if (list) list.push(version);
    else below.set(parent, [version]);
  }
  const rows: DayTree['rows'] = [];
  const parents: number[] = [];
  const placed = new Map<number, number>();
  const visit = (unit: number, parent: number): void => {
    for (const version of below.get(unit) ?? []) {
      if (placed.has(version.unit)) continue;
      const { name, kind } = version;
      const row =
        rows.push({ id: columns.units[version.unit] ?? '', name, kind, unit: version.unit }) - 1;
      placed.set(version.unit, row);
      parents.push(parent);
      visit(version.unit, row);
    }
  };
  visit(-1, -1);
  const rowOf = Int32Array.from(columns.units, (_, unit) => {
    if (visible[unit] !== 1) return HIDDEN;
    return placed.get(now ? (columns.home[unit] ?? -1) : unit) ?? UNPLACED;
  });
  return { rows, parents: Int32Array.from(parents), rowOf };
}
