/** The room of areas on a picture: whether a point lies in one. All places are thousandths of width and height. */
import type { ImageArea } from '@tap-huan/contract';

/** A place on a picture in thousandths of its width and height. */
export interface Point {
  x: number;
  y: number;
}

type Polygon = Extract<ImageArea, { shape: 'polygon' }>;

const sidesOf = ({ points }: Polygon): [Point, Point][] =>
  points.map((point, place) => [point, points[(place + 1) % points.length] ?? point]);

/** Twice the area of the triangle a b c, with its turn as the sign. */
const turn = (a: Point, b: Point, c: Point): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

const isOnSide = (point: Point, [a, b]: [Point, Point]): boolean =>
  turn(a, b, point) === 0 &&
  Math.min(a.x, b.x) <= point.x &&
  point.x <= Math.max(a.x, b.x) &&
  Math.min(a.y, b.y) <= point.y &&
  point.y <= Math.max(a.y, b.y);

/** Even-odd rule (a ray to the right crosses an odd number of sides); the sides belong to the polygon. */
function isInPolygon(point: Point, polygon: Polygon): boolean {
  const sides = sidesOf(polygon);
  if (sides.some((side) => isOnSide(point, side))) return true;
  const crossed = sides.filter(([a, b]) => {
    if (a.y > point.y === b.y > point.y) return false;
    return point.x < a.x + ((point.y - a.y) * (b.x - a.x)) / (b.y - a.y);
  });
  return crossed.length % 2 === 1;
}

/**
 * Whether a point lies in an area, borders included.
 * @param image its proportion makes a circle round: a thousandth of the width is not one of the height
 */
export function isInArea(
  point: Point,
  area: ImageArea,
  image: { width: number; height: number },
): boolean {
  switch (area.shape) {
    case 'rectangle':
      return (
        point.x >= area.x &&
        point.x <= area.x + area.width &&
        point.y >= area.y &&
        point.y <= area.y + area.height
      );
    case 'circle': {
      const down = ((point.y - area.y) * image.height) / image.width;
      return (point.x - area.x) ** 2 + down ** 2 <= area.radius ** 2;
    }
    case 'polygon':
      return isInPolygon(point, area);
  }
}

/** Whether an area is a point or a line: nobody could hit it. */
export function hasNoSize(area: ImageArea): boolean {
  switch (area.shape) {
    case 'rectangle':
      return area.width === 0 || area.height === 0;
    case 'circle':
      return area.radius === 0;
    case 'polygon': {
      const [first] = area.points;
      if (first === undefined) return true;
      return sidesOf(area).reduce((sum, [a, b]) => sum + turn(first, a, b), 0) === 0;
    }
  }
}

/** Whether a rectangle reaches beyond the picture; circles may be cut by its edge, polygons cannot leave it. */
export const leavesPicture = (area: ImageArea): boolean =>
  area.shape === 'rectangle' && (area.x + area.width > 1000 || area.y + area.height > 1000);
