/** The room where programmes on the home are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { MyEnrolment, MyProgramme } from '@tap-huan/contract';
import { programmesOf, programmeWith, progressOf } from './programmes';

const course = (id: string, state: MyEnrolment['state'] = 'not_started') =>
  ({ id, state }) as MyEnrolment;
const set = (kind: MyProgramme['sets'][number]['kind'], done: number, needed: number) => ({
  ...{ title: 'Phần', kind, done, needed, complete: done >= needed },
});
const programme = (id: string, part: Partial<MyProgramme> = {}) =>
  ({ id, state: 'in_progress', sets: [], enrolmentIds: [], ...part }) as unknown as MyProgramme;

describe('programmes on the home', () => {
  const items = [course('a'), course('b', 'completed'), course('c'), course('d', 'completed')];

  it('hold their courses, which stand nowhere else while the programme is open', () => {
    const open = programme('p', { enrolmentIds: ['b', 'c'] });
    const over = programme('q', { state: 'completed', enrolmentIds: ['d', 'b'] });
    const home = programmesOf([open, over], items);
    expect(home.open.map(({ courses }) => courses.map(({ id }) => id))).toEqual([['c', 'b']]);
    expect(home.completed.map(({ programme: { id } }) => id)).toEqual(['q']);
    expect(home.loose.map(({ id }) => id)).toEqual(['a', 'd']);
    expect(programmeWith(home, 'c')?.id).toBe('p');
    expect(programmeWith(home, 'd')).toBeNull();
  });

  it('leave everything loose where there are none', () => {
    expect(programmesOf([], items)).toEqual({ open: [], completed: [], loose: items });
  });

  it.each([
    [[set('all', 3, 5)], { done: 3, needed: 5 }, { done: 0, needed: 0 }],
    [[set('all', 2, 2), set('some', 3, 1)], { done: 3, needed: 3 }, { done: 0, needed: 0 }],
    [[set('all', 1, 2), set('hours', 48, 40)], { done: 1, needed: 2 }, { done: 40, needed: 40 }],
  ])('%j', (sets, courses, hours) => {
    expect(progressOf({ sets })).toEqual({ courses, hours });
  });
});
