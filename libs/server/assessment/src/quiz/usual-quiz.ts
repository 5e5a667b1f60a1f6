/** The room of what a quiz is before its author says otherwise. */
import { randomUUID } from 'node:crypto';
import type { QuizSection, QuizSettings } from '@tap-huan/contract';
import { SHOW_ALL } from '@tap-huan/rules';

/**
 * An exam of half an hour with three attempts. The pass mark is of circular 03/2023/TT-BNV art. 6. Everything is shown
 * after submission, but feedback and right answers only to whoever has passed or has no attempt left.
 */
export const USUAL_SETTINGS: QuizSettings = {
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
  marking: {
    anonymous: true,
    secondMarker: 'none',
    samplePercent: 10,
    differencePercent: 10,
  },
  appealDays: 7,
};

/** A question that stands in a quiz by name, in its newest version. */
export interface FixedQuestion {
  questionId: string;
  /** Hundredths of a point. */
  points: number;
}

/** A section without a title that comes in a drawn order and holds these questions. */
export const usualSection = (questions: readonly FixedQuestion[]): QuizSection => ({
  id: randomUUID(),
  title: '',
  intro: '',
  shuffle: true,
  minimumPercent: null,
  timeLimitMinutes: null,
  slots: questions.map(({ questionId, points }) => ({
    kind: 'fixed',
    id: randomUUID(),
    questionId,
    version: null,
    points,
  })),
});
