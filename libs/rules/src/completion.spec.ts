/** The room where progress and completion are put to the test. */
import { describe, expect, it } from '@jest/globals';
import type { CourseLesson, LessonFacts } from './completion';
import {
  courseScore,
  isCompleted,
  lessonsLeft,
  lessonState,
  nextLesson,
  progressOf,
} from './completion';

const lessons: CourseLesson[] = [
  { key: 'a', kind: 'reading' },
  { key: 'b', kind: 'quiz' },
  { key: 'c', kind: 'reading' },
  { key: 'd', kind: 'quiz' },
];
const started: LessonFacts = { started: true, finished: false, score: null };
const read: LessonFacts = { started: true, finished: true, score: null };
const scored = (score: number, finished = true) => ({ started: true, finished, score });
const facts = (entries: Record<string, LessonFacts>) => new Map(Object.entries(entries));

const standing = (done: number, next: string | null, left: number, score: number | null) => ({
  done,
  next,
  left,
  score,
});
type Standing = ReturnType<typeof standing>;

describe('a course', () => {
  it.each<[string, Record<string, LessonFacts>, Standing]>([
    ['untouched', {}, standing(0, 'a', 2, null)],
    ['begun', { a: started }, standing(0, 'a', 2, null)],
    ['quiz failed', { a: read, b: scored(400, false) }, standing(1, 'b', 1, 400)],
    ['later lessons first', { c: read, d: scored(900) }, standing(2, 'a', 1, 900)],
    [
      'all but a reading lesson',
      { a: read, b: scored(500), c: started, d: scored(900) },
      standing(3, 'c', 1, 700),
    ],
    [
      'all but a pass',
      { a: read, b: scored(499, false), c: read, d: scored(900) },
      standing(3, 'b', 0, 700),
    ],
    ['done', { a: read, b: scored(501), c: read, d: scored(900) }, standing(4, null, 0, 701)],
  ])('%s', (_, entries, { done, next, left, score }) => {
    const map = facts(entries);
    expect(progressOf(lessons, map)).toEqual({ done, total: 4 });
    expect(nextLesson(lessons, map)?.key ?? null).toBe(next);
    expect(lessonsLeft(lessons, map)).toBe(left);
    expect(courseScore(lessons, map)).toBe(score);
    expect(isCompleted(lessons, map)).toBe(done === 4);
  });

  it('without lessons is never completed, and without quizzes has no score', () => {
    expect(isCompleted([], new Map())).toBe(false);
    expect(nextLesson([], new Map())).toBeNull();
    expect(courseScore([{ key: 'a', kind: 'reading' }], facts({ a: read }))).toBeNull();
  });

  it('does not count lessons of another version', () => {
    expect(progressOf(lessons, facts({ z: read }))).toEqual({ done: 0, total: 4 });
  });
});

it('lessonState', () => {
  expect(lessonState(undefined)).toBe('not_started');
  expect(lessonState(started)).toBe('started');
  expect(lessonState(read)).toBe('done');
});
