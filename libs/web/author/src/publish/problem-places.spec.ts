/** The room where the way to a problem is put to the test. */
import { expect, it } from '@jest/globals';
import { placesOf } from './problem-places';

const lesson = (id: string, title: string, quizId: string | null = null) => ({
  id,
  key: id,
  title,
  kind: quizId ? ('quiz' as const) : ('reading' as const),
  minutes: 5,
  quizId,
});
const modules = [
  {
    id: 'm1',
    title: 'Mở đầu',
    lessons: [lesson('l1', 'Bài'), lesson('l2', 'Bài'), lesson('l3', 'Bài', 'q1')],
  },
  { id: 'm2', title: 'Mở đầu', lessons: [] },
];

it('leads to each place', () => {
  expect(
    placesOf(
      [
        { code: 'lesson_without_text', where: 'Bài' },
        { code: 'lesson_without_text', where: 'Bài' },
        { code: 'quiz_without_questions', where: 'Bài' },
        { code: 'module_without_lessons', where: 'Mở đầu' },
        { code: 'no_quiz', where: '' },
        { code: 'lesson_without_text', where: 'gone' },
      ],
      modules,
    ),
  ).toEqual([
    { path: ['bai', 'l1'] },
    { path: ['bai', 'l2'] },
    { path: ['bai-kiem-tra', 'q1'] },
    { path: [], fragment: 'phan-m2' },
    { path: [] },
    { path: [] },
  ]);
});
