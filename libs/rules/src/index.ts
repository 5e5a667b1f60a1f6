/** The room of the rule book: what can be computed from its arguments, for server and browser alike. */
export { seededRandom, shuffle } from './random';
export type { Random } from './random';

export { fold, toNfc } from './spelling';
export {
  asciiFileName,
  certificateFileName,
  compareNames,
  maskName,
  printName,
  sameName,
  sortKey,
} from './names';
export type { SortKey } from './names';
export { excerpt, plainText, wordCount } from './text';

export {
  classifyResponse,
  explainResponse,
  freezeQuestion,
  gradeQuestion,
  isComplete,
  QUESTION_TYPES,
  rightAnswer,
  shownQuestion,
  toPaperIds,
} from './question/registry';
export type {
  Draw,
  Explanation,
  FrozenOf,
  FrozenQuestion,
  Grade,
  Outcome,
  QuestionType,
} from './question/question-type';
export { contentProblems, QUESTION_PROBLEMS } from './question/problems';
export type { QuestionProblem } from './question/problems';
export { readNumber } from './question/numeric/read-number';

export { drawPaper, shownSlot } from './paper';
export type { FrozenSlot, PaperSource } from './paper';
export { gradeAttempt, isPass, reviewSlots, scoreOfTen } from './marking';
export type { AttemptGrade, Contents, Responses, SlotGrade } from './marking';
export {
  attemptsLeft,
  bestAttempt,
  deadlineOf,
  isExpired,
  isNewer,
  maySave,
  mayStart,
  reviewOf,
} from './attempt';
export type { Review, SaveVerdict, StartFacts, StartVerdict } from './attempt';

export {
  courseScore,
  isCompleted,
  lessonsLeft,
  lessonState,
  nextLesson,
  progressOf,
} from './completion';
export type { CourseLesson, FactsByKey, LessonFacts, LessonState } from './completion';
export { daysLeft, dueState, today } from './due';
export type { DueState } from './due';
export { publishProblems } from './publish';
export type { OutlineModule, PublishProblem } from './publish';
export { can, permissionsOf, unitsFor } from './permission';

export { parseRegisterNumber, registerNumber } from './register-number';
export type { RegisterNumber } from './register-number';
export {
  displayVerifyCode,
  isWellFormedVerifyCode,
  normaliseVerifyCode,
  VERIFY_CODE_BYTES,
  verifyCode,
} from './verify-code';
export {
  decree30Date,
  formatBirthDate,
  formatDay,
  formatMarks,
  GRADE_BANDS,
  gradeLabel,
  gradeOf,
  periodText,
} from './certificate';
export type { GradeBand } from './certificate';
