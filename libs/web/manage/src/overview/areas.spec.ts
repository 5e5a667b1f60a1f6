/** Cases for "where are we not at 100 %?". */
import { describe, expect, it } from '@jest/globals';
import type { CoverageRow } from '@tap-huan/contract';
import { areasOf, leftOf, levelOf, whereBehind } from './areas';

const row = (unitId: string, parentId: string | null, more: Partial<CoverageRow> = {}) => ({
  unitId,
  parentId,
  unitName: unitId,
  kind: 'commune' as const,
  officers: 6,
  persons: 6,
  enrolments: 8,
  completed: 8,
  inProgress: 0,
  notStarted: 0,
  overdue: 0,
  covered: true,
  ...more,
});
const behind = { covered: false, completed: 6 };
const rows = [
  row('province', null, behind),
  row('a', 'province'),
  row('b', 'province', behind),
  row('c', 'province', { ...behind, overdue: 2 }),
  row('d', 'province', { covered: false, enrolments: 0, completed: 0 }),
  row('e', 'province', { covered: false, enrolments: 0, completed: 0, officers: 0 }),
  row('centre-b', 'b', behind),
];

describe('whereBehind', () => {
  it('names areas, not what is above or below them, overdue first', () => {
    expect(whereBehind(rows).behind.map(({ unitId }) => unitId)).toEqual(['c', 'b']);
  });

  it('counts areas with officers of whom nobody is enrolled', () => {
    expect(whereBehind(rows).unassigned).toBe(1);
  });

  it('takes the top unit where nothing is below it', () => {
    expect(areasOf([row('ward', 'elsewhere', behind)]).map(({ unitId }) => unitId)).toEqual([
      'ward',
    ]);
  });
});

describe('one row', () => {
  it('says its level and what is left', () => {
    expect(rows.slice(1, 5).map(levelOf)).toEqual(['covered', 'behind', 'behind', 'unassigned']);
    expect(leftOf(row('b', null, behind))).toBe(2);
  });
});
