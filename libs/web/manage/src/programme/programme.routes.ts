/** The room of the addresses of programmes. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { programmeTexts } from './i18n/text';

export const programmeRoutes: Routes = [
  {
    path: 'chuong-trinh',
    canActivate: [requirePermission('programme.manage')],
    resolve: { programmeTexts: loadTexts(programmeTexts) },
    children: [
      {
        path: '',
        title: 'programme.list.title',
        loadComponent: () => import('./programmes.page').then((m) => m.ProgrammesPage),
      },
      {
        path: ':programmeId',
        title: 'programme.list.title',
        loadComponent: () => import('./programme.page').then((m) => m.ProgrammePage),
      },
      {
        path: ':programmeId/can-bo',
        title: 'programme.people.title',
        loadComponent: () => import('./people.page').then((m) => m.ProgrammePeoplePage),
      },
    ],
  },
];
