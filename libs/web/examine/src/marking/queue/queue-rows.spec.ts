/** The room where the list of quizzes to mark is put to the test. */
import { expect, it } from '@jest/globals';
import { allQuizzes, daysBetween, hasWork, placeOfWork } from './queue-rows';

const queue = (quizId: string, part = {}) => ({
  quizId,
  quizTitle: quizId,
  courseTitle: null,
  waiting: 0,
  second: 0,
  toAgree: 0,
  done: 0,
  openAppeals: 0,
  oldestAt: null,
  ...part,
});

it('puts quizzes without a queue behind those with one', () => {
  const queues = [queue('b', { waiting: 1 }), queue('a', { done: 3 })];
  const quizzes = ['a', 'c'].map((quizId) => ({ quizId, quizTitle: quizId, courseTitle: 'K' }));
  const all = allQuizzes(queues, quizzes);
  expect(all.map(({ quizId }) => quizId)).toEqual(['b', 'a', 'c']);
  expect(all.map(hasWork)).toEqual([true, false, false]);
});

it('leads to what there is', () => {
  expect(placeOfWork(queue('q', { done: 1, openAppeals: 1 }))).toEqual(['q']);
  expect(placeOfWork(queue('q', { openAppeals: 1 }))).toEqual(['q', 'phuc-khao']);
  expect(placeOfWork(queue('q'))).toEqual(['q', 'cham-lai']);
});

it('counts whole days', () => {
  const to = Date.parse('2026-11-25T10:00:00Z');
  expect(daysBetween('2026-11-23T11:00:00Z', to)).toBe(1);
  expect(daysBetween('2026-11-25T11:00:00Z', to)).toBe(0);
});
