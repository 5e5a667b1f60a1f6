/** The room where pointing at pictures is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { ContentOf, ImageArea, ResponseOf } from '@tap-huan/contract';
import fc from 'fast-check';
import { seededRandom } from '../../random';
import { plain } from '../testing/plain';
import { hasNoSize, isInArea, leavesPicture } from './areas';
import { hotspot } from './hotspot';

const square = { width: 1000, height: 1000 };
const wide = { width: 2000, height: 1000 };
const triangle: ImageArea = {
  shape: 'polygon',
  points: [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 0, y: 100 },
  ],
};
/** A U open at the top. */
const bay: ImageArea = {
  shape: 'polygon',
  points: [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 20 },
    { x: 20, y: 20 },
    { x: 20, y: 0 },
    { x: 30, y: 0 },
    { x: 30, y: 30 },
    { x: 0, y: 30 },
  ],
};
const box: ImageArea = { shape: 'rectangle', x: 10, y: 20, width: 30, height: 40 };
const disc: ImageArea = { shape: 'circle', x: 100, y: 100, radius: 50 };

describe('areas', () => {
  it.each<[ImageArea, { width: number; height: number }, number, number, boolean]>([
    [box, square, 10, 20, true],
    [box, square, 40, 60, true],
    [box, square, 41, 60, false],
    [box, square, 40, 61, false],
    [box, square, 9, 30, false],
    [disc, square, 150, 100, true],
    [disc, square, 151, 100, false],
    [disc, square, 130, 140, true],
    [disc, square, 131, 140, false],
    // On a picture twice as wide as high a circle is twice as many thousandths high.
    [disc, wide, 100, 200, true],
    [disc, wide, 100, 201, false],
    [disc, wide, 150, 100, true],
    [triangle, square, 30, 30, true],
    [triangle, square, 50, 50, true],
    [triangle, square, 51, 50, false],
    [triangle, square, 0, 0, true],
    [triangle, square, 100, 0, true],
    [triangle, square, 101, 0, false],
    [bay, square, 15, 10, false],
    [bay, square, 15, 20, true],
    [bay, square, 5, 10, true],
    [bay, square, 25, 0, true],
    [bay, square, 15, 25, true],
  ])('%j on %j holds %d, %d: %s', (area, image, x, y, inside) => {
    expect(isInArea({ x, y }, area, image)).toBe(inside);
  });

  it('a polygon that is a rectangle holds the same points', () => {
    const number = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(number, number, number, number, number, number, (x, y, w, h, px, py) => {
        const rectangle: ImageArea = { shape: 'rectangle', x, y, width: w + 1, height: h + 1 };
        const polygon: ImageArea = {
          shape: 'polygon',
          points: [
            { x, y },
            { x: x + w + 1, y },
            { x: x + w + 1, y: y + h + 1 },
            { x, y: y + h + 1 },
          ],
        };
        const point = { x: px, y: py };
        expect(isInArea(point, polygon, square)).toBe(isInArea(point, rectangle, square));
      }),
    );
  });

  it.each<[ImageArea, boolean, boolean]>([
    [box, false, false],
    [{ ...box, width: 0 }, true, false],
    [{ ...box, width: 991 }, false, true],
    [{ ...box, height: 981 }, false, true],
    [{ ...disc, radius: 0 }, true, false],
    [{ ...disc, radius: 500 }, false, false],
    [triangle, false, false],
    [
      {
        shape: 'polygon',
        points: [
          { x: 1, y: 1 },
          { x: 2, y: 2 },
          { x: 3, y: 3 },
        ],
      },
      true,
      false,
    ],
  ])('%j has no size: %s, leaves the picture: %s', (area, none, leaves) => {
    expect(hasNoSize(area)).toBe(none);
    expect(leavesPicture(area)).toBe(leaves);
  });
});

const rectangle = (x: number, width: number): ImageArea => ({
  shape: 'rectangle',
  x,
  y: 0,
  width,
  height: 100,
});
/** a: 0-100, b: 80-200 (they overlap), c: 90-95 inside both and wrong, d: 300-400 wrong. */
const content: ContentOf<'hotspot'> = {
  kind: 'hotspot',
  ...plain,
  image: { url: '/api/media/6b0f4d0e-6e4b-4c39-8d3a-1f0a3a5b7c11', alt: 'Mẫu', ...square },
  areas: [
    { id: 'a', label: 'Quốc hiệu', area: rectangle(0, 100), feedback: 'Đúng chỗ' },
    { id: 'b', label: 'Số, ký hiệu', area: rectangle(80, 120) },
    { id: 'c', label: 'Dấu', area: rectangle(90, 5) },
    { id: 'd', label: 'Nơi nhận', area: rectangle(300, 100), feedback: 'Sai chỗ' },
  ],
  correct: ['a', 'b'],
};
const frozen = hotspot.paperOf(content, { random: seededRandom('h'), shuffleOptions: false });
const at = (x: number) => ({ x, y: 50 });
const named = (id: string) => ({ area: frozen.paper.areas[frozen.order.indexOf(id)]?.id ?? id });
type Marks = ResponseOf<'hotspot'>['marks'];

describe('hotspot', () => {
  it.each<[string, Marks, number, string, string]>([
    ['both', [at(10), at(150)], 2, 'right', 'a+b'],
    ['both from the list', [named('b'), named('a')], 2, 'right', 'a+b'],
    ['a place and a name', [named('b'), at(10)], 2, 'right', 'a+b'],
    ['the overlap first', [at(85), at(10)], 2, 'right', 'a+b'],
    ['the overlap twice', [at(85), at(86)], 2, 'right', 'a+b'],
    ['right inside a wrong one', [at(92), at(150)], 2, 'right', 'a+b'],
    ['one', [at(10)], 1, 'partly', 'a'],
    ['the same twice', [at(10), at(20)], 1, 'partly', 'a'],
    ['the same name twice', [named('a'), named('a'), named('b')], 2, 'right', 'a+b'],
    ['one and one wrong', [at(10), at(350)], 0, 'wrong', 'a+d'],
    ['one and outside', [at(10), at(900)], 0, 'wrong', 'a+outside'],
    ['outside', [at(900)], 0, 'wrong', 'outside'],
    ['more than asked for', [at(900), at(10), at(150)], 0, 'wrong', 'a+outside'],
    ['a wrong one too many', [at(10), at(150), at(900)], 2, 'right', 'a+b'],
    ['a wrong name', [named('c')], 0, 'wrong', 'c'],
    ['no such name', [{ area: 'o9' }, { area: 'a' }], 0, 'unanswered', 'unanswered'],
    ['nothing', [], 0, 'unanswered', 'unanswered'],
  ])('%s', (_, marks, earned, outcome, label) => {
    const response = { kind: 'hotspot' as const, marks };
    const grade = hotspot.grade(content, frozen, response);
    expect(grade).toMatchObject({ outcome, fraction: earned / 2 });
    expect(hotspot.classify(content, frozen, response)).toBe(label);
  });

  it('never depends on the order of as many marks as are asked for', () => {
    const mark = fc.oneof(
      fc.constantFrom(...['a', 'b', 'c', 'd'].map(named)),
      fc.integer({ min: 0, max: 450 }).map(at),
    );
    fc.assert(
      fc.property(mark, mark, (one, two) => {
        const grade = (marks: Marks) => hotspot.grade(content, frozen, { kind: 'hotspot', marks });
        expect(grade([one, two])).toEqual(grade([two, one]));
      }),
    );
  });

  it('asks for as many places as are right, and tells nothing of where they lie', () => {
    expect(frozen.paper.wanted).toBe(2);
    expect(frozen.paper.areas.map(({ id }) => id)).toEqual(['o1', 'o2', 'o3', 'o4']);
    expect(JSON.stringify(frozen.paper)).not.toMatch(/rectangle|"x"|chỗ|correct/);
    const one = { kind: 'hotspot' as const, marks: [at(1)] };
    expect(hotspot.isComplete(one, frozen.paper)).toBe(false);
    expect(hotspot.isComplete({ ...one, marks: [at(1), named('d')] }, frozen.paper)).toBe(true);
    expect(hotspot.isComplete({ ...one, marks: [at(1), { area: 'd' }] }, frozen.paper)).toBe(false);
  });

  it('always shuffles the list', () => {
    const drawn = Array.from({ length: 40 }, (_, seed) =>
      hotspot
        .paperOf(content, { random: seededRandom(`s${seed}`), shuffleOptions: false })
        .order.join(),
    );
    expect(new Set(drawn).size).toBeGreaterThan(10);
  });

  it('explains the areas meant, and names the right ones', () => {
    const response = { kind: 'hotspot' as const, marks: [at(350), at(10)] };
    const { optionFeedback, correct, rightAreas } = hotspot.explain(content, frozen, response);
    expect(new Set(optionFeedback)).toEqual(
      new Set([
        { id: named('a').area, text: 'Đúng chỗ' },
        { id: named('d').area, text: 'Sai chỗ' },
      ]),
    );
    expect(correct).toEqual({ kind: 'hotspot', marks: [named('a'), named('b')] });
    expect(rightAreas).toEqual(content.areas.slice(0, 2).map(({ area }) => area));
  });
});
