/** The room of question banks, quizzes and attempts; it does not know what a course is. */
export { AssessmentModule } from './assessment.module';
export type { ContextSummary } from './attempt/attempt.reader';
export type { AttemptStart } from './attempt/attempt-starter.service';
export { Attempts, type QuizVersionSummary } from './attempt/attempts';
export { ExpiredAttempts } from './attempt/expired-attempts';
export { QuizAuthoring } from './quiz/quiz-authoring';
export type { QuizDraftInput } from './quiz/quiz-draft.service';
