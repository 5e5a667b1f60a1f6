/** The room of items sorted into groups. Pure. */
import type { PaperOf, ResponseOf } from '@tap-huan/contract';

export type Placements = ResponseOf<'categorise'>['placements'];
type Paper = PaperOf<'categorise'>;
type Shown = Paper['items'][number];

/** Items put into a group, or with null those in no group of the paper; in the order of the paper. */
export function itemsIn(paper: Paper, placements: Placements, group: string | null): Shown[] {
  return paper.items.filter(({ id }) => groupOf(paper, placements, id) === group);
}

/** The group in which an item lies; null where it lies in none of the paper. */
export function groupOf(paper: Paper, placements: Placements, item: string): string | null {
  const group = placements[item];
  return paper.groups.some(({ id }) => id === group) ? (group ?? null) : null;
}

/** An item put into a group; null takes it out. */
export function put(placements: Placements, item: string, group: string | null): Placements {
  const { [item]: _, ...others } = placements;
  return group === null ? others : { ...others, [item]: group };
}

/** The item to go on with after one was placed: the next in no group, from there on around; null where none is left. */
export function nextUnplaced(paper: Paper, placements: Placements, after: string): string | null {
  const at = paper.items.findIndex(({ id }) => id === after);
  const around = [...paper.items.slice(at + 1), ...paper.items.slice(0, Math.max(at, 0))];
  return around.find(({ id }) => groupOf(paper, placements, id) === null)?.id ?? null;
}
