/** Cases for the form of an assignment. */
import { describe, expect, it } from '@jest/globals';
import { type AssignmentModel, freshModel, gapsOf, inputOf, modelOf } from './assignment-model';

const FULL: AssignmentModel = {
  ...freshModel('2026-11-23', 'unit'),
  title: 'Bồi dưỡng một cửa',
  audienceId: 'audience',
  target: 'course/c1',
  day: '2026-12-31',
  reason: 'Kế hoạch năm 2026',
};

describe('the form of an assignment', () => {
  it('says what is missing, and sends nothing until it is there', () => {
    const fresh = freshModel('2026-11-23', null);
    expect(gapsOf(fresh)).toEqual(['title', 'audienceId', 'unitId', 'target', 'day', 'reason']);
    expect(inputOf(fresh)).toBeNull();
    expect(gapsOf(FULL)).toEqual([]);
  });

  it('previews before it has a name and a reason', () => {
    const model = { ...FULL, title: '', reason: '' };
    expect([inputOf(model), inputOf(model, true)?.target]).toEqual([
      null,
      { kind: 'course', id: 'c1' },
    ]);
  });

  it.each<[Partial<AssignmentModel>, string[]]>([
    [{ dueKind: 'after_appointment', days: 0 }, ['days']],
    [{ dueKind: 'after_completion', months: null }, ['months']],
    [{ dueKind: 'after_completion', day: null }, []],
    [{ graceDays: -1, lateDays: 1.5 }, ['graceDays', 'lateDays']],
    [{ recurs: true, validityMonths: 121 }, ['validityMonths']],
    [{ recurs: false, validityMonths: null }, []],
  ])('minds the bounds of %j', (part, gaps) => expect(gapsOf({ ...FULL, ...part })).toEqual(gaps));

  it.each<Partial<AssignmentModel>>([
    {},
    { dueKind: 'after_assignment', days: 30, day: null },
    { dueKind: 'after_completion', months: 24, day: null },
    { target: 'programme/p1', recurs: true, renewalCourseId: 'c2' },
  ])('comes back as it was sent: %j', (part) => {
    const model = { ...FULL, ...part };
    const sent = inputOf(model);
    const row = { ...sent, id: 'a', revision: 1 } as unknown as Parameters<typeof modelOf>[0];
    expect(inputOf(modelOf(row))).toEqual(sent);
  });
});
