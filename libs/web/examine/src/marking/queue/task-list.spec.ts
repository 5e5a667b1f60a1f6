/** The room where the list of answers to mark is put to the test. */
import { expect, it } from '@jest/globals';
import type { MarkingState } from '@tap-huan/contract';
import { filterOf, filterTasks, nextToMark, papersDone, placeOf } from './task-list';

const row = (id: string, state: MarkingState, mayMark: boolean, questionId = 'q1') => ({
  id,
  state,
  mayMark,
  questionId,
  paperNumber: Number(id.slice(1)),
});
const ROWS = [
  row('a1', 'done', false),
  row('a2', 'waiting', true),
  row('a3', 'second', false),
  row('b1', 'to_agree', false, 'q2'),
  row('b2', 'waiting', true, 'q2'),
];
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

it('shows what there is to do, by question and by state', () => {
  expect(ids(filterTasks(ROWS, 'todo', null))).toEqual(['a2', 'b1', 'b2']);
  expect(ids(filterTasks(ROWS, 'todo', 'q1'))).toEqual(['a2']);
  expect(ids(filterTasks(ROWS, 'second', null))).toEqual(['a3']);
  expect(filterTasks(ROWS, 'all', null)).toHaveLength(5);
  expect([filterOf('done'), filterOf('x')]).toEqual(['done', 'todo']);
});

it.each([
  [null, null, 'a2'],
  ['a1', null, 'a2'],
  ['a2', null, 'b2'],
  ['b2', null, 'a2'],
  ['b2', 'q2', null],
  ['a2', 'q1', null],
  ['elsewhere', null, 'a2'],
])('after %j of %j comes %j', (after, questionId, next) => {
  expect(nextToMark(ROWS, after, questionId)).toBe(next);
});

it('knows the place of an answer and how many are left', () => {
  expect(placeOf(ROWS, 'b1', null)).toEqual({ place: 4, total: 5, left: 2 });
  expect(placeOf(ROWS, 'b1', 'q2')).toEqual({ place: 1, total: 2, left: 1 });
  expect(placeOf(ROWS, 'b1', 'q1').place).toBe(0);
  expect(papersDone(ROWS)).toEqual({ done: 0, total: 3 });
  expect(papersDone(ROWS.slice(0, 1))).toEqual({ done: 1, total: 1 });
});
