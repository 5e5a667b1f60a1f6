/** The room where drawing on a picture is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ImageArea } from '@tap-huan/contract';
import fc from 'fast-check';
import {
  drawnArea,
  grownArea,
  middleArea,
  middleOf,
  movedArea,
  numbersOf,
  SHAPES,
  withCorner,
  withNumber,
} from './area-shapes';

const square = { width: 1000, height: 1000 };
const rectangle: ImageArea = { shape: 'rectangle', x: 100, y: 200, width: 300, height: 100 };

describe('areas on a picture', () => {
  it('draws a rectangle between two corners, whichever comes first', () => {
    const area = drawnArea('rectangle', { x: 400, y: 300 }, { x: 100, y: 200 }, square);
    expect(area).toEqual(rectangle);
    expect(drawnArea('rectangle', { x: -50, y: 0 }, { x: 2000, y: 10.4 }, square)).toEqual({
      shape: 'rectangle',
      x: 0,
      y: 0,
      width: 1000,
      height: 10,
    });
  });

  it('draws a circle that is round on any picture', () => {
    const from = { x: 500, y: 500 };
    const wide = { width: 1000, height: 500 };
    expect(drawnArea('circle', from, { x: 600, y: 500 }, wide)).toMatchObject({ radius: 100 });
    expect(drawnArea('circle', from, { x: 500, y: 700 }, wide)).toMatchObject({ radius: 100 });
  });

  it('keeps an area on the picture, whatever keys are pressed', () => {
    const step = fc.record({
      dx: fc.integer({ min: -900, max: 900 }),
      dy: fc.integer({ min: -900, max: 900 }),
      grow: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), fc.array(step, { maxLength: 12 }), (shape, steps) => {
        let area = middleArea(shape);
        for (const { dx, dy, grow } of steps)
          area = grow ? grownArea(area, dx, dy) : movedArea(area, dx, dy);
        for (const { value } of numbersOf(area)) {
          expect(Number.isInteger(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1000);
        }
        if (area.shape === 'rectangle') {
          expect(area.x + area.width).toBeLessThanOrEqual(1000);
          expect(area.y + area.height).toBeLessThanOrEqual(1000);
        }
      }),
    );
  });

  it('moves without changing its size', () => {
    expect(movedArea(rectangle, 1000, -1000)).toEqual({ ...rectangle, x: 700, y: 0 });
    const polygon = middleArea('polygon');
    expect(movedArea(movedArea(polygon, 30, 40), -30, -40)).toEqual(polygon);
  });

  it('takes numbers as they are typed', () => {
    expect(withNumber(rectangle, 'width', 20.6)).toEqual({ ...rectangle, width: 21 });
    expect(withNumber(rectangle, 'x', -4)).toEqual({ ...rectangle, x: 0 });
    const polygon = withNumber(middleArea('polygon'), 'y2', 777);
    expect(polygon).toMatchObject({ points: [{}, { x: 620, y: 777 }, {}] });
  });

  it('adds a corner between the last and the first', () => {
    const polygon = middleArea('polygon');
    if (polygon.shape !== 'polygon') throw new Error('no polygon');
    expect(numbersOf(withCorner(polygon))).toHaveLength(8);
    expect(middleOf(polygon)).toEqual({ x: 500, y: 527 });
  });
});
