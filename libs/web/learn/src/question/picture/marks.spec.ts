/** The room where marks on a picture are put to the test. */
import { describe, expect, it } from '@jest/globals';
import { areaToggled, type Mark, markNear, pointAt, pointed, stepped } from './marks';
import { outlineOf } from './outline';

const image = { url: '', alt: '', width: 1000, height: 500 };
const at = (x: number, y: number) => ({ x, y });

describe('pointAt', () => {
  it.each([
    [0, 0, at(0, 0)],
    [100, 50, at(500, 500)],
    [33.4, 66.6, at(167, 666)],
    [250, -3, at(1000, 0)],
  ])('%d, %d', (x, y, point) => {
    expect(pointAt(x, y, { width: 200, height: 100 })).toEqual(point);
  });
});

describe('markNear', () => {
  const marks: Mark[] = [at(100, 100), { area: 'o1' }, at(130, 100)];
  it.each([
    [at(110, 100), 0],
    [at(125, 100), 2],
    [at(100, 130), 0],
    // Half as high as wide: 50 thousandths down are as far as 25 across.
    [at(100, 150), -1],
    [at(500, 500), -1],
  ])('%j', (point, place) => expect(markNear(marks, point, image, 20)).toBe(place));
});

describe('pointed', () => {
  it('places as many as are asked for', () => {
    const one = pointed([], at(1, 1), { wanted: 2, near: -1 });
    expect(one).toEqual({ did: 'placed', marks: [at(1, 1)], number: 1 });
    const two = pointed(one.marks, at(2, 2), { wanted: 2, near: -1 });
    expect(two).toEqual({ did: 'placed', marks: [at(1, 1), at(2, 2)], number: 2 });
    expect(pointed(two.marks, at(3, 3), { wanted: 2, near: -1 })).toEqual({
      did: 'full',
      marks: two.marks,
      number: 0,
    });
  });

  it('moves the only one, and removes what is pointed at again', () => {
    expect(pointed([{ area: 'o1' }], at(3, 3), { wanted: 1, near: -1 })).toEqual({
      did: 'moved',
      marks: [at(3, 3)],
      number: 1,
    });
    expect(pointed([at(1, 1), at(2, 2)], at(1, 1), { wanted: 2, near: 0 })).toEqual({
      did: 'removed',
      marks: [at(2, 2)],
      number: 1,
    });
  });
});

describe('areaToggled', () => {
  it.each<[Mark[], number, Mark[]]>([
    [[], 2, [{ area: 'o1' }]],
    [[{ area: 'o1' }, at(1, 1)], 2, [at(1, 1)]],
    [[at(1, 1), { area: 'o2' }], 2, [at(1, 1), { area: 'o2' }]],
    [[at(1, 1)], 1, [{ area: 'o1' }]],
  ])('%j of %d', (marks, wanted, result) => {
    expect(areaToggled(marks, 'o1', wanted)).toEqual(result);
  });
});

describe('stepped', () => {
  it.each([
    ['ArrowRight', false, at(510, 500)],
    ['ArrowLeft', true, at(450, 500)],
    // A step is as long down as across on the screen.
    ['ArrowDown', false, at(500, 520)],
    ['ArrowUp', true, at(500, 400)],
    ['Tab', false, null],
  ])('%s', (key, fast, point) => {
    expect(stepped(at(500, 500), key, fast, image)).toEqual(point);
  });

  it('stays on the picture', () => {
    expect(stepped(at(990, 0), 'ArrowRight', true, image)).toEqual(at(1000, 0));
    expect(stepped(at(990, 0), 'ArrowUp', false, image)).toEqual(at(990, 0));
  });
});

describe('outlineOf', () => {
  it('draws each shape in pixels', () => {
    const box = { shape: 'rectangle', x: 100, y: 200, width: 300, height: 400 } as const;
    expect(outlineOf(box, image)).toBe('M100 100h300v200h-300z');
    expect(outlineOf({ shape: 'circle', x: 500, y: 500, radius: 50 }, image)).toBe(
      'M450 250a50 50 0 1 0 100 0a50 50 0 1 0 -100 0z',
    );
    const points = [at(0, 0), at(1000, 0), at(500, 1000)];
    expect(outlineOf({ shape: 'polygon', points }, image)).toBe('M0 0L1000 0L500 500z');
  });
});
