/** The room of a tree as a flat list of rows: folded, searched, filtered. Pure functions. */
import { fold } from '@tap-huan/rules';

export interface TreeRow<T> {
  id: string;
  item: T;
  /** 0 for a root. */
  level: number;
  /** Has rows below it that could be shown. */
  expandable: boolean;
  open: boolean;
  /** Shown only because something below it matches. */
  context: boolean;
  /** Its place among its siblings, from 1, and their number. */
  place: number;
  siblings: number;
}

export interface TreeShape<T> {
  id: (item: T) => string;
  parentId: (item: T) => string | null;
  /** What the search reads. */
  words: (item: T) => string;
}

export interface TreeView<T> {
  open: ReadonlySet<string>;
  search?: string;
  /** Rows that do not pass are left out, unless something below them passes. */
  keep?: (item: T) => boolean;
}

/** Items by parent, in the order given; an item whose parent is not among them is a root (key null). */
export function childrenOf<T>(items: readonly T[], shape: TreeShape<T>): Map<string | null, T[]> {
  const known = new Set(items.map(shape.id));
  const children = new Map<string | null, T[]>();
  for (const item of items) {
    const parent = shape.parentId(item);
    const key = parent !== null && known.has(parent) ? parent : null;
    const list = children.get(key);
    if (list) list.push(item);
    else children.set(key, [item]);
  }
  return children;
}

/**
 * The rows to draw. A search opens everything on the way to what matches; without one, rows below folded
 * rows are left out.
 */
export function treeRows<T>(
  items: readonly T[],
  shape: TreeShape<T>,
  view: TreeView<T>,
): TreeRow<T>[] {
  const children = childrenOf(items, shape);
  const words = fold(view.search ?? '')
    .split(' ')
    .filter(Boolean);
  const hits = (item: T): boolean => {
    const text = words.length ? fold(shape.words(item)) : '';
    return words.every((word) => text.includes(word)) && (view.keep?.(item) ?? true);
  };
  const shown = new Map<T, boolean>();
  const isShown = (item: T): boolean => {
    let answer = shown.get(item);
    if (answer === undefined) {
      const below = (children.get(shape.id(item)) ?? []).map(isShown);
      answer = below.includes(true) || hits(item);
      shown.set(item, answer);
    }
    return answer;
  };
  const visit = (list: readonly T[], level: number): TreeRow<T>[] => {
    const here = list.filter(isShown);
    return here.flatMap((item, index) => {
      const id = shape.id(item);
      const below = (children.get(id) ?? []).filter(isShown);
      const open = below.length > 0 && (words.length > 0 || view.open.has(id));
      const row: TreeRow<T> = {
        id,
        item,
        level,
        expandable: below.length > 0,
        open,
        context: !hits(item),
        place: index + 1,
        siblings: here.length,
      };
      return [row, ...(open ? visit(below, level + 1) : [])];
    });
  };
  return visit(children.get(null) ?? [], 0);
}

/** Ids of the roots: what is open on arrival. */
export const rootsOf = <T>(items: readonly T[], shape: TreeShape<T>): ReadonlySet<string> =>
  new Set((childrenOf(items, shape).get(null) ?? []).map(shape.id));

/** Ids of everything that has something below it. */
export const parentsOf = <T>(items: readonly T[], shape: TreeShape<T>): ReadonlySet<string> =>
  new Set([...childrenOf(items, shape).keys()].filter((id) => id !== null));
