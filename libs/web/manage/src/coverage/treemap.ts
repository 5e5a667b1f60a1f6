/** The room of the picture beside the table: boxes whose size is the people who have to learn. Pure functions. */
import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import type { CoverageUnit } from '@tap-huan/contract';
import { obliged } from '@tap-huan/rules';
import { type Band, bandOf, personsOf, shareOf } from './view';

/** A box in percent of the picture. */
export interface Box {
  unit: CoverageUnit;
  x: number;
  y: number;
  width: number;
  height: number;
  share: number;
  band: Band;
  done: number;
  total: number;
  /** Has units inside that could be looked at. */
  deeper: boolean;
}

interface Node {
  unit: CoverageUnit | null;
  value: number;
  children?: Node[];
}

/**
 * The units right below one, or the unit itself where nothing is below it.
 * @param top null: all units without one above
 * @param ratio of the picture, width to height
 */
export function boxesOf(units: readonly CoverageUnit[], top: string | null, ratio: number): Box[] {
  const below = units.filter(({ parentId }) => parentId === top);
  const shown = below.length > 0 ? below : units.filter(({ id }) => id === top);
  const parents = new Set(units.map(({ parentId }) => parentId));
  const children = shown
    .map((unit): Node => ({ unit, value: obliged(personsOf(unit)) }))
    .filter(({ value }) => value > 0);
  const root = hierarchy<Node>({ unit: null, value: 0, children })
    .sum(({ unit, value }) => (unit ? value : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Node>()
    .tile(treemapSquarify)
    .size([100 * ratio, 100])
    .paddingInner(0.6)(root);
  return (laid.children ?? []).flatMap(({ data, x0, x1, y0, y1 }) => {
    if (!data.unit) return [];
    const persons = personsOf(data.unit);
    const share = shareOf(persons) ?? 0;
    return {
      unit: data.unit,
      x: x0 / ratio,
      y: y0,
      width: (x1 - x0) / ratio,
      height: y1 - y0,
      share,
      band: bandOf(share),
      done: persons.done,
      total: obliged(persons),
      deeper: data.unit.id !== top && parents.has(data.unit.id),
    };
  });
}

/** Where the picture begins: below the only top unit, or at the tops where there are several. */
export function firstTop(units: readonly CoverageUnit[]): string | null {
  const tops = units.filter(({ parentId }) => parentId === null);
  return tops.length === 1 ? (tops[0]?.id ?? null) : null;
}
