/** The room of the addresses of audiences. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { audienceTexts } from './i18n/text';

export const audienceRoutes: Routes = [
  {
    path: 'nhom',
    canActivate: [requirePermission('enrolment.assign')],
    resolve: { audienceTexts: loadTexts(audienceTexts) },
    children: [
      {
        path: '',
        title: 'audience.list.title',
        loadComponent: () => import('./audiences.page').then((m) => m.AudiencesPage),
      },
      {
        path: ':audienceId',
        title: 'audience.list.title',
        loadComponent: () => import('./audience.page').then((m) => m.AudiencePage),
      },
    ],
  },
];
