/** The room of the addresses of reminders: what was sent, in which words, and when. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { reminderTexts } from './i18n/text';

export const notificationRoutes: Routes = [
  {
    path: 'thong-bao',
    resolve: { reminderTexts: loadTexts(reminderTexts) },
    canActivate: [requirePermission('completion.read')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'reminder.title',
        loadComponent: () => import('./sent.page').then((m) => m.SentPage),
      },
      {
        path: 'mau',
        title: 'reminder.tabs.templates',
        canActivate: [requirePermission('enrolment.assign')],
        loadComponent: () => import('./templates.page').then((m) => m.TemplatesPage),
      },
      {
        path: 'lich',
        title: 'reminder.tabs.schedule',
        canActivate: [requirePermission('enrolment.assign')],
        loadComponent: () => import('./schedule.page').then((m) => m.SchedulePage),
      },
    ],
  },
];
