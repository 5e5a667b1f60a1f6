/** The room where a quiz in arrangement is put to the test. */
import { expect, it } from '@jest/globals';
import type { QuizDraft } from '@tap-huan/contract';
import {
  type FormSettings,
  hundredthsOf,
  isQuizForm,
  isSameQuiz,
  quizBodyOf,
  type QuizForm,
  quizFormOf,
  quizWrong,
  tabOf,
} from './quiz-form';
import { drawn, fixed, quiz, section, SETTINGS } from './testing/quizzes';

const form = quiz({});

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

const limited = { ...section('s', fixed('a')), minimumPercent: 101, timeLimitMinutes: 0 };
it.each<[string, QuizForm, string[]]>([
  ['good', form, []],
  ['no title', { ...form, title: ' ' }, ['title']],
  [
    'points that are none',
    quiz(
      {},
      section('s', fixed('a'), fixed('b', '')),
      section('t', drawn('c', 2, { points: '0' })),
    ),
    ['sections.0.slots.1.points', 'sections.1.slots.0.points'],
  ],
  [
    'limits of a section',
    quiz({}, limited),
    ['sections.0.minimumPercent', 'sections.0.timeLimitMinutes'],
  ],
])('finds what is wrong: %s', (_, quiz, paths) => {
  expect([...quizWrong(quiz)]).toEqual(paths);
});

it.each<[string, Partial<FormSettings>, string[]]>([
  ['no minutes', { timeLimitMinutes: 0 }, ['timeLimitMinutes']],
  ['half an attempt', { attemptsAllowed: 1.5 }, ['attemptsAllowed']],
  ['no limits at all', { timeLimitMinutes: null, attemptsAllowed: null }, []],
  ['no pass mark', { passPercent: null }, ['passPercent']],
  ['seconds too few', { questionTimeLimitSeconds: 9 }, ['questionTimeLimitSeconds']],
  [
    'no tries',
    { practice: { tries: null, penaltyPercent: 200 } },
    ['practice.tries', 'practice.penaltyPercent'],
  ],
  [
    'a sample of nothing',
    { marking: { ...SETTINGS.marking, samplePercent: 0 } },
    ['marking.samplePercent'],
  ],
  [
    'networks',
    { networks: ['10.1.0.0/16', '10.1.0.0/99', '203.0.113.7', '2001:db8::/32', 'nhà'] },
    ['networks.1', 'networks.4'],
  ],
  ['an empty password is none', { accessPassword: '   ' }, []],
  ['a long password', { accessPassword: 'x'.repeat(61) }, ['accessPassword']],
  [
    'closing first',
    { opensAt: '2026-11-25T07:00:00.000Z', closesAt: '2026-11-25T07:00:00.000Z' },
    ['closesAt'],
  ],
  [
    'opening first',
    { opensAt: '2026-11-25T07:00:00.000Z', closesAt: '2026-11-25T09:00:00+07:00' },
    ['closesAt'],
  ],
  ['in order', { opensAt: '2026-11-25T07:00:00.000Z', closesAt: '2026-11-25T15:00:00+07:00' }, []],
])('finds wrong settings: %s', (_, settings, fields) => {
  expect([...quizWrong(quiz(settings))]).toEqual(fields.map((field) => `settings.${field}`));
});

it('sends hundredths, trimmed names and no empty password', () => {
  const sent = quizBodyOf({ ...quiz({ accessPassword: ' ' }), title: ' Kiểm tra ' }, 4);
  expect(sent).toMatchObject({
    title: 'Kiểm tra',
    settings: { accessPassword: null },
    sections: [{ slots: [{ points: 100 }, { points: 50 }] }],
    revision: 4,
  });
});

it('comes back as it was sent', () => {
  const sent = quizBodyOf(quiz({}, section('s', fixed('a', '0,25', 2), drawn('b', 3))), 1);
  const held = quizFormOf({ ...sent, id: '', bankId: '', notes: [] } as unknown as QuizDraft);
  expect(quizBodyOf(held, 1)).toEqual(sent);
  expect(isSameQuiz(held, { ...held, title: `${held.title}  ` })).toBe(true);
  expect(isSameQuiz(held, { ...held, sections: [section('s', fixed('a'))] })).toBe(false);
});

it.each<[unknown, boolean]>([
  [form, true],
  [JSON.parse(JSON.stringify(form)), true],
  [null, false],
  [{ title: 'Kiểm tra', settings: { showFeedback: 'never' }, slots: [] }, false],
])('knows a form of this release: %#', (value, is) => {
  expect(isQuizForm(value)).toBe(is);
});

it.each([
  ['title', 'cau-hoi'],
  ['sections.1.timeLimitMinutes', 'cau-hoi'],
  ['settings.timeLimitMinutes', 'lam-bai'],
  ['settings.practice.tries', 'lam-bai'],
  ['settings.passPercent', 'ket-qua'],
  ['settings.appealDays', 'ket-qua'],
  ['settings.marking.samplePercent', 'cham-diem'],
  ['settings.networks.3', 'truy-cap'],
])('%s is mended in %s', (path, tab) => {
  expect(tabOf(path)).toBe(tab);
});
