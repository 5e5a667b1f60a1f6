/** The room of completion: how far a course is done, what comes next, and with which score it ends. */
import type { MyCourse } from '@tap-huan/contract';

type Progress = MyCourse['progress'];
type Lesson = MyCourse['modules'][number]['lessons'][number];
export type LessonState = Lesson['state'];

/** What completion needs of a lesson; lessons come in the order of the course. */
export interface CourseLesson {
  /** Stays the same from version to version. */
  key: string;
  kind: Lesson['kind'];
}

/** What an officer has done of one lesson. */
export interface LessonFacts {
  /** Opened; for a quiz: attempted. */
  started: boolean;
  /** Read to the end; for a quiz: passed. */
  finished: boolean;
  /** Of a quiz: the score that counts so far, hundredths on the scale of ten. */
  score: number | null;
}

/** Facts by lesson key; a lesson without any has not been started. */
export type FactsByKey = ReadonlyMap<string, LessonFacts>;

const isFinished = (facts: FactsByKey, { key }: CourseLesson): boolean =>
  facts.get(key)?.finished ?? false;

/** State of one lesson; finished stays finished. */
export const lessonState = (facts: LessonFacts | undefined): LessonState => {
  if (facts?.finished) return 'done';
  return facts?.started ? 'started' : 'not_started';
};

/** Lessons finished, and in all; a quiz counts as one. */
export const progressOf = (lessons: readonly CourseLesson[], facts: FactsByKey): Progress => ({
  done: lessons.filter((lesson) => isFinished(facts, lesson)).length,
  total: lessons.length,
});

/**
 * Whether a course is completed: every reading lesson done and every quiz passed. A course without lessons never is.
 * Source: circular 03/2023/TT-BNV art. 6 (the whole programme attended, every test at half of the scale or more).
 */
export const isCompleted = (lessons: readonly CourseLesson[], facts: FactsByKey): boolean =>
  lessons.length > 0 && lessons.every((lesson) => isFinished(facts, lesson));

/** Where to go on: the first lesson that is not finished; null where all are. */
export const nextLesson = <T extends CourseLesson>(
  lessons: readonly T[],
  facts: FactsByKey,
): T | null => lessons.find((lesson) => !isFinished(facts, lesson)) ?? null;

/** How many reading lessons are not finished. */
export const lessonsLeft = (lessons: readonly CourseLesson[], facts: FactsByKey): number =>
  lessons.filter((lesson) => lesson.kind === 'reading' && !isFinished(facts, lesson)).length;

/**
 * Score of a course: the mean of the scores of its quizzes that count, hundredths on the scale of ten, rounded half up. Quizzes
 * without a score yet are left out; null where there is none. For a completed course every quiz has one.
 */
export function courseScore(lessons: readonly CourseLesson[], facts: FactsByKey): number | null {
  const scores = lessons.flatMap(({ key, kind }) =>
    kind === 'quiz' ? (facts.get(key)?.score ?? []) : [],
  );
  if (scores.length === 0) return null;
  const sum = scores.reduce((total, score) => total + score, 0);
  return Math.floor((2 * sum + scores.length) / (2 * scores.length));
}
