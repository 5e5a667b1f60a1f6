/** Cases for service centres whose communes come together. */
import { describe, expect, it } from '@jest/globals';
import type { ReorganisationPlan } from '@tap-huan/contract';
import { centresTogether, type OpenUnit, withCentres } from './centres';
import { groupsOf, withoutGroup } from './plan-model';

const unit = (id: string, kind: OpenUnit['kind'], parentId: string | null): OpenUnit => ({
  ...{ id, kind, parentId },
  ...{ name: id.toUpperCase(), code: id },
});
const open = [
  unit('tinh', 'province', null),
  unit('a', 'commune', 'tinh'),
  unit('ta', 'commune_service_centre', 'a'),
  unit('b', 'commune', 'tinh'),
  unit('tb', 'commune_service_centre', 'b'),
  unit('c', 'commune', 'tinh'),
];
const merge = (unitId: string, intoId: string) => ({ kind: 'merge' as const, unitId, intoId });
const intoNew: ReorganisationPlan = {
  units: [{ id: 'moi', code: 'M', name: 'Phường Mới', kind: 'commune', parentId: 'tinh' }],
  steps: [merge('a', 'moi'), merge('b', 'moi')],
};

describe('service centres whose communes come together', () => {
  it('come together in a new one of the new commune', () => {
    const [found, ...others] = centresTogether(intoNew, open);
    expect(others).toEqual([]);
    expect(found).toEqual({
      commune: { id: 'moi', name: 'Phường Mới', code: 'M' },
      keptId: null,
      endingIds: ['ta', 'tb'],
    });
    if (!found) return;
    const plan = withCentres(intoNew, found, 'tm', 'Trung tâm Phường Mới');
    expect(plan.units[1]).toEqual({
      ...{ id: 'tm', code: 'M-TT', name: 'Trung tâm Phường Mới' },
      ...{ kind: 'commune_service_centre', parentId: 'moi' },
    });
    expect(plan.steps.slice(2)).toEqual([merge('ta', 'tm'), merge('tb', 'tm')]);
    // What was taken is not offered again, and can be taken back.
    expect(centresTogether(plan, open)).toEqual([]);
    const group = groupsOf(plan).find(({ mainId }) => mainId === 'tm');
    expect(group && withoutGroup(plan, group)).toEqual(intoNew);
  });

  it('come together in the one of the commune that goes on', () => {
    const plan = { units: [], steps: [merge('a', 'b')] };
    const [found] = centresTogether(plan, open);
    expect(found).toMatchObject({ keptId: 'tb', endingIds: ['ta'] });
    expect(found && withCentres(plan, found, 'neu', 'x')).toEqual({
      units: [],
      steps: [merge('a', 'b'), merge('ta', 'tb')],
    });
  });

  it('are left alone where there is only one, or the plan says what becomes of them', () => {
    expect(centresTogether({ units: [], steps: [merge('a', 'c')] }, open)).toEqual([]);
    const dissolved = { kind: 'dissolve' as const, unitId: 'ta', intoId: 'tb' };
    const plan = { units: [], steps: [merge('a', 'b'), dissolved] };
    expect(centresTogether(plan, open)).toEqual([]);
  });
});
