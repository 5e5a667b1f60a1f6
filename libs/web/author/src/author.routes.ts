/** The room of the instructor's addresses. */
import type { Routes } from '@angular/router';
import { loadTexts } from '@tap-huan/web/ui';
import { authorTexts } from './i18n/text';

/** The tabs of one course. */
const workspace: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./outline/outline.page').then((m) => m.OutlinePage),
  },
  {
    path: 'thong-tin',
    loadComponent: () => import('./meta/meta.page').then((m) => m.MetaPage),
  },
  {
    path: 'ngan-hang',
    loadComponent: () => import('./bank/bank.page').then((m) => m.BankPage),
  },
  {
    path: 'phat-hanh',
    loadComponent: () => import('./publish/publish.page').then((m) => m.PublishPage),
  },
];

export const authorRoutes: Routes = [
  {
    path: '',
    resolve: { texts: loadTexts(authorTexts) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'author.courses.title',
        loadComponent: () => import('./courses/courses.page').then((m) => m.CoursesPage),
      },
      {
        path: ':courseId/bai/:lessonId',
        title: 'author.lesson.title',
        loadComponent: () => import('./lesson/lesson.page').then((m) => m.LessonPage),
      },
      {
        path: ':courseId/bai-kiem-tra/:quizId',
        title: 'author.quiz.title',
        loadComponent: () => import('./quiz/quiz.page').then((m) => m.QuizPage),
      },
      {
        path: ':courseId/cau-hoi/moi/:kind',
        title: 'author.question.newTitle',
        loadComponent: () => import('./question/question.page').then((m) => m.QuestionPage),
      },
      {
        path: ':courseId/cau-hoi/:questionId',
        title: 'author.question.title',
        loadComponent: () => import('./question/question.page').then((m) => m.QuestionPage),
      },
      {
        path: ':courseId',
        title: 'author.course.title',
        loadComponent: () => import('./course/course.page').then((m) => m.CoursePage),
        children: workspace,
      },
    ],
  },
];
