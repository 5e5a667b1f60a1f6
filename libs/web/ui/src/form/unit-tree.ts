/** The room of the tree of units as pure values: built from the flat list, searched without diacritics. */
import type { UnitRow } from '@tap-huan/contract';
import { fold } from '../format/format';

/** What the tree needs of a unit; coverage rows and others can be shaped to it. */
export type UnitLike = Pick<UnitRow, 'id' | 'name' | 'parentId'> &
  Partial<Pick<UnitRow, 'code' | 'officers' | 'validTo'>>;

export interface UnitNode {
  unit: UnitLike;
  level: number;
  children: UnitNode[];
  /** Folded name and code. */
  words: string;
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Roots with their children, sorted as Vietnamese is. A unit whose parent is out of scope is a root. */
export function unitTree(units: readonly UnitLike[]): UnitNode[] {
  const nodes = new Map(
    units.map((unit) => [
      unit.id,
      { unit, level: 0, children: [], words: fold(`${unit.name} ${unit.code ?? ''}`) } as UnitNode,
    ]),
  );
  const roots: UnitNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.unit.parentId ? nodes.get(node.unit.parentId) : undefined;
    (parent?.children ?? roots).push(node);
  }
  const arrange = (list: UnitNode[], level: number) => {
    list.sort((a, b) => collator.compare(a.unit.name, b.unit.name));
    for (const node of list) {
      node.level = level;
      arrange(node.children, level + 1);
    }
  };
  arrange(roots, 0);
  return roots;
}

/** The rows to draw: those below open nodes. */
export function openRows(roots: readonly UnitNode[], open: ReadonlySet<string>): UnitNode[] {
  return roots.flatMap((node) => [
    node,
    ...(open.has(node.unit.id) ? openRows(node.children, open) : []),
  ]);
}

/** Whether name and code hold every typed word, diacritics and case aside. */
export function matches(node: UnitNode, typed: string): boolean {
  return fold(typed)
    .split(' ')
    .every((word) => node.words.includes(word));
}

/** Nodes that match what was typed, with all nodes above them. */
export function searchRows(roots: readonly UnitNode[], typed: string): UnitNode[] {
  if (fold(typed) === '') return [];
  const visit = (node: UnitNode): UnitNode[] => {
    const below = node.children.flatMap(visit);
    return matches(node, typed) || below.length ? [node, ...below] : [];
  };
  return roots.flatMap(visit);
}

/** Names from the root to the unit, e.g. for a hint below a chosen unit. */
export function unitPath(units: readonly UnitLike[], id: string): string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path: string[] = [];
  for (let unit = byId.get(id); unit && path.length < 20; unit = byId.get(unit.parentId ?? '')) {
    path.unshift(unit.name);
  }
  return path;
}
