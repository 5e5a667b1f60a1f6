/** The room of moving things in a list. */

/** The list with the item at `from` moved to `to`; the same list where that changes nothing. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length || from === to) return items;
  const rest = items.toSpliced(from, 1);
  return rest.toSpliced(to, 0, item);
}

/** The items in the order answered; those that the answer does not name keep their place at the end. */
export function inOrder<T extends { id: string }>(
  items: readonly T[],
  order: readonly string[],
): T[] {
  const named = order.flatMap((id) => items.find((item) => item.id === id) ?? []);
  return [...new Set([...named, ...items])];
}
