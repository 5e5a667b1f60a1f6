/** The room of the addresses of supervision. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { supervisionTexts } from './i18n/text';

export const supervisionRoutes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('attempt.inspect')],
    resolve: { texts: loadTexts(supervisionTexts) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'supervision.list.title',
        loadComponent: () =>
          import('./supervised-quizzes.page').then((m) => m.SupervisedQuizzesPage),
      },
      {
        path: 'luot/:attemptId',
        title: 'supervision.trail.title',
        loadComponent: () => import('./attempt-trail.page').then((m) => m.AttemptTrailPage),
      },
      {
        path: ':quizId',
        title: 'supervision.quiz.title',
        loadComponent: () => import('./supervised-quiz.page').then((m) => m.SupervisedQuizPage),
      },
      {
        path: ':quizId/ngoai-le',
        title: 'supervision.override.title',
        canActivate: [requirePermission('attempt.supervise')],
        loadComponent: () => import('./overrides.page').then((m) => m.OverridesPage),
      },
    ],
  },
];
