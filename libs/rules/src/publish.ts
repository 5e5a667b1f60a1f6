/** The room of publishing: what keeps a draft of a course from being published. */
import type { CourseVersion } from '@tap-huan/contract';
import { plainText } from './text';

export type PublishProblem = CourseVersion['problems'][number];

/** What publishing needs of a quiz. */
export interface QuizReadiness {
  /** On a paper, drawn ones among them. */
  questions: number;
  /** Named questions that are drafts or retired. */
  unready: number;
  /** Questions that random draws want and the banks do not have. */
  missing: number;
}

/** What publishing needs of a module. */
export interface OutlineModule {
  title: string;
  lessons: readonly {
    title: string;
    kind: 'reading' | 'quiz';
    /** Body of a reading lesson; not looked at for a quiz. */
    bodyHtml: string;
    /** What a quiz asks; not looked at for a reading lesson. */
    quiz: QuizReadiness;
  }[];
}

/** A lesson that is a picture or a film has something to read, too. */
const MEDIA = /<(img|video|audio|iframe)\b/i;

const isEmpty = (html: string): boolean => plainText(html) === '' && !MEDIA.test(html);

function quizProblems(where: string, quiz: QuizReadiness): PublishProblem[] {
  if (quiz.questions === 0) return [{ code: 'quiz_without_questions', where }];
  const problems: PublishProblem[] = [];
  if (quiz.unready > 0) problems.push({ code: 'quiz_questions_not_ready', where });
  if (quiz.missing > 0) problems.push({ code: 'quiz_questions_missing', where });
  return problems;
}

/**
 * What keeps a course from being published, in the order of the outline; empty where nothing does. `where` is the title
 * of the module or lesson, empty for the course as a whole. A course needs a quiz since completion is by passing
 * (circular 03/2023/TT-BNV art. 6).
 */
export function publishProblems(modules: readonly OutlineModule[]): PublishProblem[] {
  if (modules.length === 0) return [{ code: 'no_modules', where: '' }];
  const problems = modules.flatMap((module): PublishProblem[] => {
    if (module.lessons.length === 0)
      return [{ code: 'module_without_lessons', where: module.title }];
    return module.lessons.flatMap((lesson): PublishProblem[] => {
      if (lesson.kind === 'quiz') return quizProblems(lesson.title, lesson.quiz);
      return isEmpty(lesson.bodyHtml) ? [{ code: 'lesson_without_text', where: lesson.title }] : [];
    });
  });
  const hasQuiz = modules.some(({ lessons }) => lessons.some(({ kind }) => kind === 'quiz'));
  return hasQuiz ? problems : [...problems, { code: 'no_quiz', where: '' }];
}
