/** The room of areas on a picture while they are drawn: by two points, by keys, by numbers. All in thousandths. */
import type { ImageArea } from '@tap-huan/contract';

export interface Point {
  x: number;
  y: number;
}
export type ShapeName = ImageArea['shape'];
export const SHAPES = ['rectangle', 'circle', 'polygon'] as const satisfies readonly ShapeName[];
/** The proportion of the picture makes a circle round. */
export interface Proportion {
  width: number;
  height: number;
}

const LARGEST = 1000;
const SMALLEST = 10;

/** A whole number of thousandths on the picture. */
export const onPicture = (value: number, most = LARGEST): number =>
  Math.round(Math.min(Math.max(value, 0), most));

const shift = (place: number, by: number, size: number): number =>
  onPicture(place + by, LARGEST - size);

/** The area between two points: the corners of a rectangle, or the middle and the edge of a circle. */
export function drawnArea(
  shape: 'rectangle' | 'circle',
  from: Point,
  to: Point,
  { width, height }: Proportion,
): ImageArea {
  if (shape === 'circle') {
    const down = ((to.y - from.y) * height) / width;
    const radius = onPicture(Math.hypot(to.x - from.x, down));
    return { shape, x: onPicture(from.x), y: onPicture(from.y), radius };
  }
  const [left, right] = [from.x, to.x].sort((a, b) => a - b).map((one) => onPicture(one));
  const [top, bottom] = [from.y, to.y].sort((a, b) => a - b).map((one) => onPicture(one));
  return {
    shape,
    x: left ?? 0,
    y: top ?? 0,
    width: (right ?? 0) - (left ?? 0),
    height: (bottom ?? 0) - (top ?? 0),
  };
}

/** An area in the middle of the picture, for whoever draws by keys or numbers. */
export function middleArea(shape: ShapeName): ImageArea {
  switch (shape) {
    case 'rectangle':
      return { shape, x: 400, y: 400, width: 200, height: 200 };
    case 'circle':
      return { shape, x: 500, y: 500, radius: 100 };
    case 'polygon':
      return {
        shape,
        points: [
          { x: 500, y: 380 },
          { x: 620, y: 600 },
          { x: 380, y: 600 },
        ],
      };
  }
}

/** The area moved; it stays on the picture. */
export function movedArea(area: ImageArea, dx: number, dy: number): ImageArea {
  switch (area.shape) {
    case 'rectangle':
      return { ...area, x: shift(area.x, dx, area.width), y: shift(area.y, dy, area.height) };
    case 'circle':
      return { ...area, x: shift(area.x, dx, 0), y: shift(area.y, dy, 0) };
    case 'polygon': {
      const within = (values: number[], by: number) =>
        Math.min(Math.max(by, -Math.min(...values)), LARGEST - Math.max(...values));
      const across = within(
        area.points.map(({ x }) => x),
        dx,
      );
      const down = within(
        area.points.map(({ y }) => y),
        dy,
      );
      return {
        ...area,
        points: area.points.map(({ x, y }) => ({
          x: onPicture(x + across),
          y: onPicture(y + down),
        })),
      };
    }
  }
}

/** The area made wider and higher; a polygon grows around its middle. It never gets too small to be hit. */
export function grownArea(area: ImageArea, dx: number, dy: number): ImageArea {
  const size = (now: number, by: number, place: number) =>
    Math.max(SMALLEST, onPicture(now + by, LARGEST - place));
  switch (area.shape) {
    case 'rectangle':
      return {
        ...area,
        width: size(area.width, dx, area.x),
        height: size(area.height, dy, area.y),
      };
    case 'circle':
      return { ...area, radius: size(area.radius, dx || dy, 0) };
    case 'polygon': {
      const grow = (values: number[], by: number) => {
        const [low, high] = [Math.min(...values), Math.max(...values)];
        const ratio = Math.max(SMALLEST, high - low + by) / Math.max(1, high - low);
        return values.map((value) =>
          onPicture((low + high) / 2 + (value - (low + high) / 2) * ratio),
        );
      };
      const across = grow(
        area.points.map(({ x }) => x),
        dx,
      );
      const down = grow(
        area.points.map(({ y }) => y),
        dy,
      );
      return { ...area, points: across.map((x, at) => ({ x, y: down[at] ?? 0 })) };
    }
  }
}

/** A number of an area that can be typed; `corner` counts the corners of a polygon from 1, else it is 0. */
export interface AreaNumber {
  key: string;
  name: 'x' | 'y' | 'width' | 'height' | 'radius';
  corner: number;
  value: number;
}

/** The four numbers of a rectangle, the three of a circle, two for each corner of a polygon. */
export function numbersOf(area: ImageArea): AreaNumber[] {
  if (area.shape === 'polygon')
    return area.points.flatMap(({ x, y }, at) => [
      { key: `x${at + 1}`, name: 'x' as const, corner: at + 1, value: x },
      { key: `y${at + 1}`, name: 'y' as const, corner: at + 1, value: y },
    ]);
  const one = (name: AreaNumber['name'], value: number) => ({ key: name, name, corner: 0, value });
  const place = [one('x', area.x), one('y', area.y)];
  return area.shape === 'circle'
    ? [...place, one('radius', area.radius)]
    : [...place, one('width', area.width), one('height', area.height)];
}

/** The area with one of its numbers typed. */
export function withNumber(area: ImageArea, key: string, value: number): ImageArea {
  const typed = onPicture(value);
  if (area.shape !== 'polygon') return { ...area, [key]: typed };
  const place = Number(key.slice(1)) - 1;
  const points = area.points.map((point, at) =>
    at === place ? { ...point, [key[0] ?? 'x']: typed } : point,
  );
  return { ...area, points };
}

/** A polygon with one corner more, half-way between the last and the first. */
export function withCorner(area: Extract<ImageArea, { shape: 'polygon' }>): ImageArea {
  const [first, last] = [area.points[0], area.points.at(-1)];
  if (!first || !last || area.points.length >= 24) return area;
  const corner = { x: onPicture((first.x + last.x) / 2), y: onPicture((first.y + last.y) / 2) };
  return { ...area, points: [...area.points, corner] };
}

/** Where an area lies in plain words: its middle, in thousandths. */
export function middleOf(area: ImageArea): Point {
  if (area.shape === 'circle') return { x: area.x, y: area.y };
  if (area.shape === 'rectangle')
    return { x: onPicture(area.x + area.width / 2), y: onPicture(area.y + area.height / 2) };
  const mean = (values: number[]) =>
    onPicture(values.reduce((sum, value) => sum + value, 0) / values.length);
  return { x: mean(area.points.map(({ x }) => x)), y: mean(area.points.map(({ y }) => y)) };
}
