/** Units that were there between two days. */
import { describe, expect, it } from '@jest/globals';
import type { UnitRow } from '@tap-huan/contract';
import { unitsThen } from './units-then';

const unit = (id: string, validFrom: string, validTo: string | null): UnitRow => ({
  ...{ id, code: id, name: id, kind: 'commune', parentId: null, officers: 0, validFrom, validTo },
});
const UNITS = [unit('old', '2010-01-01', '2025-07-01'), unit('new', '2025-07-01', null)];
const ids = (from: string | null, to: string | null, keptId: string | null = null) =>
  unitsThen(UNITS, { from, to, keptId }).map(({ id }) => id);

describe('units between two days', () => {
  it.each([
    ['2015-01-01', '2025-07-01', ['old']],
    ['2015-01-01', '2025-07-02', []],
    ['2009-12-31', '2012-01-01', []],
    ['2025-07-01', '2026-01-01', ['new']],
    [null, null, ['old', 'new']],
    ['2015-01-01', null, ['old']],
    ['2025-07-01', null, ['new']],
    [null, '2026-01-01', ['new']],
  ])('from %s until before %s: %j', (from, to, expected) => {
    expect(ids(from, to)).toEqual(expected);
  });

  it('keep the one that is written down', () => {
    expect(ids('2026-01-01', '2026-02-01', 'old')).toEqual(['old', 'new']);
  });
});
