/** The room of the outline of one course version: its modules and lessons, in order. */
import type { CourseVersion } from '@tap-huan/contract';
import { publishProblems, type QuizReadiness } from '@tap-huan/rules';
import type { QuizAuthoring } from '@tap-huan/server/assessment';
import type { Queries } from '../within';

export interface OutlineLesson {
  id: string;
  /** The same from version to version. */
  key: string;
  title: string;
  kind: 'reading' | 'quiz';
  minutes: number;
  quizId: string | null;
  /** Null in a draft. */
  quizVersionId: string | null;
}
export interface OutlineModule {
  id: string;
  title: string;
  lessons: OutlineLesson[];
}

/** Modules of a course version with their lessons. */
export async function readOutline(queries: Queries, versionId: string): Promise<OutlineModule[]> {
  const modules = await queries.rows<{ id: string; title: string }>(
    `select id, title from learning.module where course_version_id = $1 order by ordinal`,
    [versionId],
  );
  const lessons = await queries.rows<OutlineLesson & { moduleId: string }>(
    `select l.id, l.key, l.module_id as "moduleId", l.title, l.kind, l.minutes,
            l.quiz_id as "quizId", l.quiz_version_id as "quizVersionId"
       from learning.lesson l join learning.module m on m.id = l.module_id
      where m.course_version_id = $1
      order by l.ordinal`,
    [versionId],
  );
  const byModule = Map.groupBy(lessons, ({ moduleId }) => moduleId);
  return modules.map((module) => ({
    ...module,
    lessons: (byModule.get(module.id) ?? []).map(({ moduleId: _, ...lesson }) => lesson),
  }));
}

interface LessonContent {
  moduleId: string;
  title: string;
  kind: 'reading' | 'quiz';
  bodyHtml: string;
  quizId: string | null;
}

/** Nothing asked, nothing in the way. */
const NO_QUIZ: QuizReadiness = { questions: 0, unready: 0, missing: 0 };

/** What keeps a draft from being published, as the given source sees it now. */
export async function readProblems(
  queries: Queries,
  quizzes: QuizAuthoring,
  versionId: string,
): Promise<CourseVersion['problems']> {
  const modules = await queries.rows<{ id: string; title: string }>(
    `select id, title from learning.module where course_version_id = $1 order by ordinal`,
    [versionId],
  );
  const lessons = await queries.rows<LessonContent>(
    `select l.module_id as "moduleId", l.title, l.kind, l.body_html as "bodyHtml", l.quiz_id as "quizId"
       from learning.lesson l
       join learning.module m on m.id = l.module_id
      where m.course_version_id = $1
      order by l.ordinal`,
    [versionId],
  );
  const readiness = await quizzes.readiness(
    lessons.flatMap(({ quizId }) => quizId ?? []),
    queries,
  );
  const byModule = Map.groupBy(lessons, ({ moduleId }) => moduleId);
  return publishProblems(
    modules.map(({ id, title }) => ({
      title,
      lessons: (byModule.get(id) ?? []).map((lesson) => ({
        ...lesson,
        quiz: readiness.get(lesson.quizId ?? '') ?? NO_QUIZ,
      })),
    })),
  );
}
