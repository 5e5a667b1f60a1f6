/** The room of when a pointer drags, and when the page moves below it. Pure. */

/** Pixels before a press becomes a drag. */
const SLACK = 6;
/** Pixels from the edge where the page begins to move, and its fastest step in a frame. */
const EDGE = 72;
const FASTEST = 14;

/** Whether a pointer has left the place where it was pressed. */
export const farEnough = (from: { x: number; y: number }, to: { x: number; y: number }): boolean =>
  Math.hypot(to.x - from.x, to.y - from.y) > SLACK;

/** Pixels that the page scrolls in a frame while something is held at `y`; below 0 is upwards. */
export function edgeSpeed(y: number, height: number): number {
  const above = EDGE - y;
  const below = y - (height - EDGE);
  if (above > 0) return -Math.ceil((Math.min(above, EDGE) / EDGE) * FASTEST);
  if (below > 0) return Math.ceil((Math.min(below, EDGE) / EDGE) * FASTEST);
  return 0;
}

/** What a `data-drop` of "owner/place" names, where it belongs to this owner; null where it does not. */
export function ownDrop(owner: string, drop: string | null): string | null {
  return drop?.startsWith(`${owner}/`) ? drop.slice(owner.length + 1) : null;
}
