/** The room of question banks, quizzes and attempts; it does not know what a course is. */
export { DueAnalyses } from './analysis/due-analyses';
export { QuizAnalyses } from './analysis/quiz-analyses.service';
export { AssessmentModule } from './assessment.module';
export { AttemptPreparation, type PreparedContext } from './attempt/attempt-preparation.service';
export { Attempts } from './attempt/attempts';
export { ExpiredAttempts } from './attempt/expired-attempts';
export type { Standing } from './attempt/standing.reader';
export { QuizAuthoring } from './quiz/quiz-authoring';
export { USUAL_SETTINGS, usualSection } from './quiz/usual-quiz';
