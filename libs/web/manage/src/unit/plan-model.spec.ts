/** Cases for plans in the making. */
import { describe, expect, it } from '@jest/globals';
import {
  EMPTY_PLAN,
  endingUnits,
  groupsOf,
  isComplete,
  type StepDraft,
  type Target,
  withoutGroup,
  withStep,
} from './plan-model';

const fresh = (id: string): Target => ({
  isNew: true,
  unitId: null,
  id,
  name: `Phường ${id}`,
  code: id,
  kind: 'commune',
  parentId: 'tinh',
});
const known = (unitId: string): Target => ({ ...fresh('-'), isNew: false, unitId });
const draft = (more: Partial<StepDraft>): StepDraft => ({
  kind: 'merge',
  unitIds: ['a', 'b'],
  targets: [fresh('moi')],
  main: 0,
  chosen: {},
  name: '',
  code: '',
  unitKind: 'commune',
  parentId: null,
  ...more,
});

describe('a plan in the making', () => {
  it('takes a merge of several into a new unit, and reads it as one', () => {
    const plan = withStep(EMPTY_PLAN, draft({}));
    expect(plan.units).toEqual([
      { id: 'moi', name: 'Phường moi', code: 'moi', kind: 'commune', parentId: 'tinh' },
    ]);
    expect(plan.steps).toHaveLength(2);
    expect(groupsOf(plan)).toMatchObject([{ kind: 'merge', unitIds: ['a', 'b'], toIds: ['moi'] }]);
    expect([...endingUnits(plan)]).toEqual(['a', 'b']);
  });

  it('takes the group away with the unit that only it led to', () => {
    const first = withStep(EMPTY_PLAN, draft({}));
    const both = withStep(first, draft({ unitIds: ['c'], targets: [known('moi')] }));
    const [group] = groupsOf(first);
    if (!group) throw new Error('no group');
    expect(withoutGroup(first, group)).toEqual(EMPTY_PLAN);
    const split = withStep(both, {
      ...draft({ kind: 'split', unitIds: ['d'], targets: [known('moi'), known('e')] }),
    });
    expect(withoutGroup(split, group).units).toHaveLength(1);
  });

  it('sends chosen officers of a split to their part', () => {
    const { steps } = withStep(
      EMPTY_PLAN,
      draft({
        kind: 'split',
        unitIds: ['a'],
        targets: [known('a'), known('b')],
        chosen: { an: 1, binh: 0 },
      }),
    );
    expect(steps).toEqual([
      {
        kind: 'split',
        unitId: 'a',
        mainId: 'a',
        parts: [
          { unitId: 'a', officerIds: [] },
          { unitId: 'b', officerIds: ['an'] },
        ],
      },
    ]);
    expect([...endingUnits({ units: [], steps })]).toEqual([]);
  });

  it.each<[boolean, Partial<StepDraft>]>([
    [true, {}],
    [false, { unitIds: [] }],
    [false, { targets: [known('a')] }],
    [false, { targets: [{ ...fresh('x'), name: ' ' }] }],
    [false, { kind: 'split', targets: [known('b')] }],
    [false, { kind: 'split', targets: [known('b'), known('b')] }],
    [true, { kind: 'dissolve', targets: [] }],
    [false, { kind: 'move' }],
    [true, { kind: 'move', parentId: 'b' }],
    [false, { kind: 'rename', name: 'Phường', code: '' }],
  ])('is complete: %s', (complete, more) => expect(isComplete(draft(more))).toBe(complete));
});
