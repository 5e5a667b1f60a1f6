/** The room where a quiz in arrangement is put to the test. */
import { expect, it } from '@jest/globals';
import {
  hundredthsOf,
  type QuizForm,
  quizBodyOf,
  quizWrong,
  sharedOut,
  totalOf,
} from './quiz-form';

const form: QuizForm = {
  title: 'Kiểm tra',
  settings: {
    timeLimitMinutes: 30,
    attemptsAllowed: null,
    passPercent: 50,
    shuffleQuestions: true,
    shuffleOptions: true,
    questionsPerPage: 1,
    showFeedback: 'after_submission',
    showCorrect: 'never',
    requireLessons: true,
  },
  slots: [
    { questionId: 'a', points: '1' },
    { questionId: 'b', points: '0,5' },
  ],
};

it.each([
  ['1', 100],
  ['0,5', 50],
  ['0.25', 25],
  ['1,006', 101],
  ['0', null],
  ['-1', null],
  ['', null],
  ['một', null],
  ['1001', null],
])('%s points are %p hundredths', (text, points) => {
  expect(hundredthsOf(text)).toBe(points);
});

it.each<[string, QuizForm, string[]]>([
  ['good', form, []],
  ['no title', { ...form, title: ' ' }, ['title']],
  [
    'no minutes',
    { ...form, settings: { ...form.settings, timeLimitMinutes: 0 } },
    ['timeLimitMinutes'],
  ],
  [
    'half an attempt',
    { ...form, settings: { ...form.settings, attemptsAllowed: 1.5 } },
    ['attemptsAllowed'],
  ],
  ['no pass mark', { ...form, settings: { ...form.settings, passPercent: null } }, ['passPercent']],
  ['no points', { ...form, slots: [{ questionId: 'a', points: '' }] }, ['slots']],
])('%s', (_, quiz, fields) => {
  expect(quizWrong(quiz)).toEqual(fields);
});

it('sends hundredths, and adds up', () => {
  expect(quizBodyOf(form, 4)).toMatchObject({
    slots: [
      { questionId: 'a', points: 100 },
      { questionId: 'b', points: 50 },
    ],
    revision: 4,
  });
  expect(totalOf(form.slots)).toBe(150);
});

it.each([1, 3, 7, 40])('shares ten points out among %d', (count) => {
  const slots = Array.from({ length: count }, (_, at) => ({ questionId: String(at), points: '1' }));
  expect(totalOf(sharedOut(slots))).toBe(1_000);
});
