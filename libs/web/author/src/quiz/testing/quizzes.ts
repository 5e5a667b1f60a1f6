/** The room of quizzes made for tests. */
import type { QuestionRow } from '@tap-huan/contract';
import { SHOW_ALL } from '@tap-huan/rules';
import type { DrawSlot, FixedSlot, FormSection, FormSettings, QuizForm } from '../quiz-form';

export const uuid = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const SETTINGS: FormSettings = {
  mode: 'exam',
  timeLimitMinutes: 30,
  questionTimeLimitSeconds: null,
  opensAt: null,
  closesAt: null,
  attemptsAllowed: 3,
  waitMinutes: 0,
  grading: 'highest',
  retakeAfterPass: false,
  passPercent: 50,
  navigation: 'free',
  shuffleOptions: true,
  questionsPerPage: 1,
  review: { during: SHOW_ALL, rightAfter: SHOW_ALL, later: SHOW_ALL, afterClose: SHOW_ALL },
  holdAnswers: true,
  requireLessons: true,
  accessPassword: null,
  networks: [],
  certainty: false,
  practice: { tries: 3, penaltyPercent: 0 },
  graceMinutes: 10,
  prepareAhead: false,
  marking: { anonymous: true, secondMarker: 'none', samplePercent: 10, differencePercent: 10 },
  appealDays: 7,
};

export const fixed = (id: string, points = '1', version: number | null = null): FixedSlot => ({
  kind: 'fixed',
  id,
  questionId: uuid(1),
  version,
  points,
});

export const drawn = (id: string, count: number, more: Partial<DrawSlot> = {}): DrawSlot => ({
  kind: 'random',
  id,
  bankId: uuid(900),
  categoryId: null,
  includeSubcategories: false,
  tags: [],
  difficulty: null,
  count,
  points: '1',
  ...more,
});

export const section = (id: string, ...slots: FormSection['slots']): FormSection => ({
  id,
  title: '',
  intro: '',
  shuffle: true,
  minimumPercent: null,
  timeLimitMinutes: null,
  slots,
});

export const quiz = (settings: Partial<FormSettings>, ...sections: FormSection[]): QuizForm => ({
  title: 'Kiểm tra',
  settings: { ...SETTINGS, ...settings },
  sections: sections.length > 0 ? sections : [section('s', fixed('a'), fixed('b', '0,5'))],
});

export const row = (number: number, more: Partial<QuestionRow> = {}): QuestionRow => ({
  id: uuid(number),
  bankId: uuid(900),
  kind: 'single',
  title: `Câu ${number}`,
  status: 'ready',
  categoryId: null,
  tags: [],
  difficulty: 'recall',
  era: 'any',
  reviewDue: false,
  reviewOn: null,
  stimulusId: null,
  version: 1,
  updatedAt: '2026-11-23T00:00:00Z',
  usedIn: 0,
  ...more,
});
