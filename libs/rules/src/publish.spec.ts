/** The room where what keeps a course from publishing is put to the test. */
import { expect, it } from '@jest/globals';
import type { OutlineModule } from './publish';
import { publishProblems } from './publish';

const reading = (title: string, bodyHtml: string) => ({
  title,
  kind: 'reading' as const,
  bodyHtml,
  questions: 0,
});
const quiz = (title: string, questions: number) => ({
  title,
  kind: 'quiz' as const,
  bodyHtml: '',
  questions,
});

it.each<[string, OutlineModule[], [string, string][]]>([
  ['nothing', [], [['no_modules', '']]],
  [
    'an empty module',
    [{ title: 'M1', lessons: [] }],
    [
      ['module_without_lessons', 'M1'],
      ['no_quiz', ''],
    ],
  ],
  [
    'an empty lesson and an empty quiz',
    [{ title: 'M1', lessons: [reading('L1', '<p>&nbsp;</p>'), quiz('Q1', 0)] }],
    [
      ['lesson_without_text', 'L1'],
      ['quiz_without_questions', 'Q1'],
    ],
  ],
  ['no quiz', [{ title: 'M1', lessons: [reading('L1', '<p>Chữ</p>')] }], [['no_quiz', '']]],
  ['a good course', [{ title: 'M1', lessons: [reading('L1', '<p>Chữ</p>'), quiz('Q1', 3)] }], []],
  [
    'a lesson that is a film',
    [{ title: 'M1', lessons: [reading('L1', '<video src="x"></video>'), quiz('Q1', 3)] }],
    [],
  ],
])('%s', (_, modules, problems) => {
  expect(publishProblems(modules).map(({ code, where }) => [code, where])).toEqual(problems);
});
