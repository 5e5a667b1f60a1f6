/** The room of the addresses about officers: the list, one officer, and staff lists that are imported. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { peopleTexts } from './i18n/text';

export const peopleRoutes: Routes = [
  {
    path: 'can-bo',
    resolve: { peopleTexts: loadTexts(peopleTexts) },
    canActivate: [requirePermission('officer.read')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'manage.people.title',
        loadComponent: () => import('./people.page').then((m) => m.PeoplePage),
      },
      {
        path: 'nhap-danh-sach',
        title: 'people.import.title',
        canActivate: [requirePermission('officer.manage')],
        loadComponent: () => import('./import/imports.page').then((m) => m.ImportsPage),
      },
      {
        path: 'nhap-danh-sach/:importId',
        title: 'people.import.title',
        canActivate: [requirePermission('officer.manage')],
        loadComponent: () => import('./import/import.page').then((m) => m.ImportPage),
      },
      {
        path: ':officerId',
        title: 'people.officer.title',
        loadComponent: () => import('./officer.page').then((m) => m.OfficerPage),
      },
    ],
  },
];
