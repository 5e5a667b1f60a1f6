/** The room that finds where in a course a problem of publishing is mended. */
import type { CourseVersion } from '@tap-huan/contract';

type Problem = CourseVersion['problems'][number];

/** Router commands relative to the course, and the element to go to. */
export interface ProblemPlace {
  path: string[];
  fragment?: string;
}

/** The place of each problem, in the same order. Problems name titles; equal titles are taken in the order of the outline. */
export function placesOf(
  problems: readonly Problem[],
  modules: CourseVersion['modules'],
): ProblemPlace[] {
  const lessons = modules.flatMap((module) => module.lessons);
  const seen = new Map<string, number>();
  return problems.map(({ code, where }) => {
    const key = `${code}/${where}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    if (code === 'module_without_lessons') {
      const module = modules.filter((one) => one.title === where && one.lessons.length === 0)[nth];
      return module ? { path: [], fragment: `phan-${module.id}` } : { path: [] };
    }
    const kind = code.startsWith('quiz_') ? 'quiz' : 'reading';
    const lesson = lessons.filter((one) => one.title === where && one.kind === kind)[nth];
    if (kind === 'quiz' && lesson?.quizId) return { path: ['bai-kiem-tra', lesson.quizId] };
    if (code === 'lesson_without_text' && lesson) return { path: ['bai', lesson.id] };
    return { path: [] };
  });
}
