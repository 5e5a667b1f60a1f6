/** The room where "what comes first" is put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { MyEnrolment } from '@tap-huan/contract';
import { groupsOf, mostUrgent } from './urgency';

const enrolment = (id: string, part: Partial<MyEnrolment> = {}): MyEnrolment => ({
  id,
  courseCode: id,
  courseTitle: id,
  summary: '',
  hours: 8,
  state: 'in_progress',
  progress: { done: 1, total: 10 },
  dueOn: '2026-12-31',
  dueState: 'later',
  daysLeft: 30,
  completedAt: null,
  scoreOfTen: null,
  nextLesson: { id: 'l', title: 'L', kind: 'reading' },
  assigned: null,
  ...part,
});
const names = (list: readonly MyEnrolment[]) => list.map(({ id }) => id).join(' ');

describe('home', () => {
  const late = enrolment('late', { state: 'not_started', dueState: 'overdue', daysLeft: -2 });
  const begun = enrolment('begun');
  const further = enrolment('further', { progress: { done: 5, total: 10 } });
  const soon = enrolment('soon', { state: 'not_started', dueState: 'soon', daysLeft: 3 });
  const free = enrolment('free', { dueOn: null, dueState: 'none', daysLeft: null });
  const old = enrolment('old', {
    state: 'completed',
    completedAt: '2026-01-02T00:00:00Z',
    nextLesson: null,
  });
  const fresh = enrolment('fresh', {
    state: 'completed',
    completedAt: '2026-11-02T00:00:00Z',
    nextLesson: null,
  });
  const gone = enrolment('gone', { state: 'withdrawn' });

  it('groups and sorts', () => {
    const groups = groupsOf([old, free, soon, begun, gone, further, late, fresh]);
    expect(names(groups.active)).toBe('late further begun free');
    expect(names(groups.waiting)).toBe('soon');
    expect(names(groups.completed)).toBe('fresh old gone');
  });

  it.each([
    ['overdue first', [begun, soon, late], 'late'],
    ['due within a week before what was begun', [begun, soon], 'soon'],
    [
      'what was begun before what was not',
      [enrolment('w', { state: 'not_started', daysLeft: 20 }), begun],
      'begun',
    ],
    [
      'nothing without a lesson to go to',
      [enrolment('x', { nextLesson: null, daysLeft: 1, dueState: 'soon' })],
      undefined,
    ],
    ['nothing that is over', [old, gone], undefined],
  ])('%s', (_, list, first) => {
    expect(mostUrgent(groupsOf(list))?.id).toBe(first);
  });
});
