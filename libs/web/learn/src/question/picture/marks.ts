/** The room of marks on a picture: places in thousandths of its width and height. Pure. */
import type { PaperOf, ResponseOf } from '@tap-huan/contract';

export type Mark = ResponseOf<'hotspot'>['marks'][number];
/** A place on a picture in thousandths of its width and height. */
export interface Point {
  x: number;
  y: number;
}
type Picture = PaperOf<'hotspot'>['image'];

export const isPoint = (mark: Mark): mark is Point => !('area' in mark);

const within = (value: number): number => Math.min(1000, Math.max(0, Math.round(value)));

/** The place at `x`, `y` pixels of a picture shown `width` by `height` pixels large. */
export const pointAt = (
  x: number,
  y: number,
  { width, height }: { width: number; height: number },
): Point => ({ x: within((x / width) * 1000), y: within((y / height) * 1000) });

/**
 * The place of the nearest mark in the list; -1 where none is near.
 * @param reach thousandths of the picture's width
 */
export function markNear(
  marks: readonly Mark[],
  at: Point,
  { width, height }: Picture,
  reach: number,
): number {
  let best = -1;
  let least = reach;
  marks.forEach((mark, place) => {
    if (!isPoint(mark)) return;
    const away = Math.hypot(mark.x - at.x, ((mark.y - at.y) * height) / width);
    if (away > least) return;
    best = place;
    least = away;
  });
  return best;
}

/** What pointing did; `number` is that of the mark, 1 and up. */
export interface Pointed {
  did: 'placed' | 'moved' | 'removed' | 'full';
  marks: Mark[];
  number: number;
}

/**
 * Points at a place: removes the mark that is there; else places one more. Where only one is asked for it moves; where all
 * are placed nothing happens.
 * @param near the mark that is there, as `markNear` tells
 */
export function pointed(
  marks: readonly Mark[],
  at: Point,
  { wanted, near }: { wanted: number; near: number },
): Pointed {
  if (near >= 0) return { did: 'removed', marks: without(marks, near), number: near + 1 };
  if (marks.length < wanted) {
    return { did: 'placed', marks: [...marks, at], number: marks.length + 1 };
  }
  if (wanted === 1) return { did: 'moved', marks: [at], number: 1 };
  return { did: 'full', marks: [...marks], number: 0 };
}

/** The marks without the one at a place of the list. */
export const without = (marks: readonly Mark[], place: number): Mark[] => marks.toSpliced(place, 1);

/** An area chosen from the list, or no longer; one instead of another where only one is asked for. */
export function areaToggled(marks: readonly Mark[], area: string, wanted: number): Mark[] {
  const place = marks.findIndex((mark) => !isPoint(mark) && mark.area === area);
  if (place >= 0) return without(marks, place);
  if (wanted === 1) return [{ area }];
  return marks.length < wanted ? [...marks, { area }] : [...marks];
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const STEP = 10;
const FAST = 50;

/** Where an arrow key moves the crosshair; null for other keys. A step is as long down as across. */
export function stepped(from: Point, key: string, fast: boolean, image: Picture): Point | null {
  const step = STEPS[key];
  if (!step) return null;
  const by = fast ? FAST : STEP;
  return {
    x: within(from.x + step[0] * by),
    y: within(from.y + (step[1] * by * image.width) / image.height),
  };
}
