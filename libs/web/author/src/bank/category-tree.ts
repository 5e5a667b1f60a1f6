/** The room of a bank's categories as a tree. */
import type { CategoryRow } from '@tap-huan/contract';

export interface CategoryNode {
  row: CategoryRow;
  /** 0 for those at the top. */
  level: number;
  children: CategoryNode[];
  /** Questions in it and in all below it. */
  total: number;
}

const byName = new Intl.Collator('vi', { numeric: true });

/** The categories as a tree, sorted as Vietnamese is. One whose parent is unknown stands at the top. */
export function categoryTree(rows: readonly CategoryRow[]): CategoryNode[] {
  const known = new Set(rows.map(({ id }) => id));
  const below = (parentId: string | null, level: number): CategoryNode[] =>
    rows
      .filter((row) => (known.has(row.parentId ?? '') ? row.parentId : null) === parentId)
      .sort((a, b) => byName.compare(a.name, b.name))
      .map((row) => {
        const children = below(row.id, level + 1);
        const total = children.reduce((sum, child) => sum + child.total, row.questions);
        return { row, level, children, total };
      });
  return below(null, 0);
}

/** The nodes from top to bottom; below a folded one nothing is shown. */
export function shownNodes(
  tree: readonly CategoryNode[],
  folded: ReadonlySet<string> = new Set(),
): CategoryNode[] {
  return tree.flatMap((node) => [
    node,
    ...(folded.has(node.row.id) ? [] : shownNodes(node.children, folded)),
  ]);
}

/** A category with all that is below it. */
export function withBelow(rows: readonly CategoryRow[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const row of rows) if (row.parentId !== null && found.has(row.parentId)) found.add(row.id);
  }
  return found;
}

/** Whether a category may be put there: elsewhere than now, and not into itself. Null is the top. */
export function mayMove(
  rows: readonly CategoryRow[],
  id: string,
  parentId: string | null,
): boolean {
  const row = rows.find((one) => one.id === id);
  if (!row || row.parentId === parentId) return false;
  return parentId === null || !withBelow(rows, id).has(parentId);
}

/** Names from the top down to a category. */
export function categoryPath(rows: readonly CategoryRow[], id: string | null): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (
    let row = rows.find((one) => one.id === id);
    row && !seen.has(row.id);
    row = rows.find((one) => one.id === row?.parentId)
  ) {
    seen.add(row.id);
    path.unshift(row.name);
  }
  return path;
}

/** The categories for a list box, indented; without one of them and what is below it, if told. */
export function categoryOptions(
  rows: readonly CategoryRow[],
  without?: string,
): { value: string; label: string }[] {
  const left = without === undefined ? new Set<string>() : withBelow(rows, without);
  return shownNodes(categoryTree(rows))
    .filter(({ row }) => !left.has(row.id))
    .map(({ row, level }) => ({
      value: row.id,
      label: '\u00a0\u00a0\u00a0'.repeat(level) + row.name,
    }));
}
