/** The room where what keeps a course from publishing is put to the test. */
import { expect, it } from '@jest/globals';
import type { OutlineModule } from './publish';
import { publishProblems } from './publish';

const reading = (title: string, bodyHtml: string) => ({
  title,
  kind: 'reading' as const,
  bodyHtml,
  quiz: { questions: 0, unready: 0, missing: 0 },
});
const quiz = (title: string, questions: number, unready = 0, missing = 0) => ({
  title,
  kind: 'quiz' as const,
  bodyHtml: '',
  quiz: { questions, unready, missing },
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
  [
    'quizzes with questions that are not there',
    [{ title: 'M1', lessons: [quiz('Q1', 3, 1), quiz('Q2', 3, 0, 2), quiz('Q3', 3, 1, 1)] }],
    [
      ['quiz_questions_not_ready', 'Q1'],
      ['quiz_questions_missing', 'Q2'],
      ['quiz_questions_not_ready', 'Q3'],
      ['quiz_questions_missing', 'Q3'],
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
