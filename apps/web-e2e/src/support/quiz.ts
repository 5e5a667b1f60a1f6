/** The room of a quiz as journeys set it up: the usual settings, and all questions in one section. */
import type { QuizSection, QuizSettings } from '@tap-huan/contract';

const EVERYTHING = {
  response: true,
  correctness: true,
  marks: true,
  specificFeedback: true,
  generalFeedback: true,
  rightAnswer: true,
};

/** The usual settings, but nothing is shuffled or held back, and no lesson has to be read first. */
export const QUIZ: QuizSettings = {
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
  shuffleOptions: false,
  questionsPerPage: 1,
  review: {
    during: EVERYTHING,
    rightAfter: EVERYTHING,
    later: EVERYTHING,
    afterClose: EVERYTHING,
  },
  holdAnswers: false,
  requireLessons: false,
  accessPassword: null,
  networks: [],
  certainty: false,
  practice: { tries: 3, penaltyPercent: 0 },
  graceMinutes: 10,
  prepareAhead: false,
  marking: { anonymous: true, secondMarker: 'none', samplePercent: 10, differencePercent: 10 },
  appealDays: 7,
};

/** The questions in this order, each for one point. */
export const inOneSection = (questionIds: readonly string[]): QuizSection => ({
  id: 'phan-1',
  title: '',
  intro: '',
  shuffle: false,
  minimumPercent: null,
  timeLimitMinutes: null,
  slots: questionIds.map((questionId, index) => ({
    kind: 'fixed',
    id: `cau-${index + 1}`,
    questionId,
    version: null,
    points: 100,
  })),
});
