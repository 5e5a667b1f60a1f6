/** The room where moves in an outline are put to the test. */
import { describe, expect, it } from '@jest/globals';
import { arrangement, type Modules, putLesson, stepLesson, stepModule } from './outline-moves';

const lesson = (id: string) => ({
  id,
  key: id,
  title: id,
  kind: 'reading' as const,
  minutes: 5,
  quizId: null,
});
const outline: Modules = [
  { id: 'A', title: 'A', lessons: ['1', '2', '3'].map(lesson) },
  { id: 'B', title: 'B', lessons: [] },
  { id: 'C', title: 'C', lessons: ['4'].map(lesson) },
];
const words = (modules: Modules) =>
  arrangement(modules)
    .map(({ id, lessonIds }) => id + lessonIds.join(''))
    .join(' ');

describe('outline moves', () => {
  it.each([
    ['1', 1, 'A213 B C4'],
    ['3', 1, 'A12 B3 C4'],
    ['4', -1, 'A123 B4 C'],
    ['1', -1, 'A123 B C4'],
    ['4', 1, 'A123 B C4'],
    ['9', 1, 'A123 B C4'],
  ] as const)('steps lesson %s by %d', (id, step, result) => {
    expect(words(stepLesson(outline, id, step))).toBe(result);
  });

  it.each([
    ['1', { module: 0, lesson: 2 }, 'A231 B C4'],
    ['1', { module: 2, lesson: 1 }, 'A23 B C41'],
    ['1', { module: 2, lesson: 99 }, 'A23 B C41'],
    ['4', { module: 0, lesson: 0 }, 'A4123 B C'],
    ['4', { module: 7, lesson: 0 }, 'A123 B C4'],
  ])('puts lesson %s at %j', (id, to, result) => {
    expect(words(putLesson(outline, id, to))).toBe(result);
  });

  it.each([
    ['A', 1, 'B A123 C4'],
    ['A', -1, 'A123 B C4'],
    ['C', -1, 'A123 C4 B'],
  ] as const)('steps module %s by %d', (id, step, result) => {
    expect(words(stepModule(outline, id, step))).toBe(result);
  });
});
