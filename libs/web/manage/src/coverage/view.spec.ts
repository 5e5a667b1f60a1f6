/** Cases for what the figures of coverage say, and for the picture of them. */
import { describe, expect, it } from '@jest/globals';
import type { CoverageUnit } from '@tap-huan/contract';
import { boxesOf, firstTop } from './treemap';
import { bandOf, communesBehind, VIEW_STATE, viewParams, viewQuery } from './view';

const unit = (
  id: string,
  parentId: string | null,
  [done, due, overdue]: [number, number, number],
  more: Partial<CoverageUnit> = {},
): CoverageUnit => ({
  id,
  name: id,
  kind: 'commune',
  parentId,
  officers: done + due + overdue,
  complete: done,
  figures: [done, due, overdue, 0, done, due, overdue, 0],
  verdict: due + overdue > 0 ? 'behind' : done > 0 ? 'covered' : 'none',
  ...more,
});
const UNITS = [
  unit('province', null, [30, 6, 4], { kind: 'province' }),
  unit('a', 'province', [10, 0, 0]),
  unit('b', 'province', [10, 5, 0]),
  unit('c', 'province', [10, 1, 4]),
  unit('d', 'province', [0, 0, 0]),
];

describe('what coverage says', () => {
  it('names the communes that are behind, most overdue first', () => {
    expect(communesBehind(UNITS).map(({ id }) => id)).toEqual(['c', 'b']);
  });

  it.each([
    [1, 'full'],
    [0.999, 'high'],
    [0.8, 'high'],
    [0.79, 'middle'],
    [0.49, 'low'],
    [0, 'low'],
  ])('puts a share of %s into the band %s', (share, band) => {
    expect(bandOf(share)).toBe(band);
  });

  it('drops from the address what is nonsense, and leaves out what is usual', () => {
    const id = 'f218259a-fc9e-4934-9fa9-7ebed2455aec';
    const state = { ...VIEW_STATE, asOf: '2026-99-99', by: 'x', subjects: `x,${id}`, percent: 400 };
    expect(viewQuery(state)).toEqual({
      asOf: undefined,
      by: 'then',
      audienceId: undefined,
      subjects: id,
      rule: 'assigned',
      percent: 100,
    });
    expect(viewParams({ ...VIEW_STATE, asOf: '2025-06-30' })).toEqual({ asOf: '2025-06-30' });
  });
});

describe('the picture', () => {
  it('fills the space with boxes as large as the people who have to learn', () => {
    const top = firstTop(UNITS);
    expect(top).toBe('province');
    const boxes = boxesOf(UNITS, top, 2);
    expect(boxes.map(({ unit: { id } }) => id).toSorted()).toEqual(['a', 'b', 'c']);
    const area = (id: string) => {
      const box = boxes.find((one) => one.unit.id === id);
      return (box?.width ?? 0) * (box?.height ?? 0);
    };
    expect(area('b') / area('a')).toBeGreaterThan(1.35);
    expect(area('b') / area('a')).toBeLessThan(1.65);
    for (const { x, y, width, height } of boxes) {
      expect(x + width).toBeLessThanOrEqual(100.001);
      expect(y + height).toBeLessThanOrEqual(100.001);
    }
  });

  it('shows a unit without others below it as one box', () => {
    expect(boxesOf(UNITS, 'a', 2)).toMatchObject([{ share: 1, band: 'full', deeper: false }]);
    expect(boxesOf(UNITS, 'd', 2)).toEqual([]);
  });
});
