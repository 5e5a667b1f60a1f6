/** The room of the addresses of marking. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { markingTexts } from './i18n/text';

export const markingRoutes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('attempt.mark')],
    resolve: { texts: loadTexts(markingTexts) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'marking.queues.title',
        loadComponent: () => import('./queue/queues.page').then((m) => m.QueuesPage),
      },
      {
        path: 'bai/:taskId',
        title: 'marking.mark.title',
        loadComponent: () => import('./mark/mark.page').then((m) => m.MarkPage),
      },
      {
        path: ':quizId',
        title: 'marking.tabs.tasks',
        loadComponent: () => import('./queue/tasks.page').then((m) => m.TasksPage),
      },
      {
        path: ':quizId/phuc-khao',
        title: 'marking.appeal.title',
        loadComponent: () => import('./appeal/appeals.page').then((m) => m.AppealsPage),
      },
      {
        path: ':quizId/cham-lai',
        title: 'marking.regrade.title',
        loadComponent: () => import('./regrade/regrade.page').then((m) => m.RegradePage),
      },
    ],
  },
];
