/** The room of the routes of coverage: the matrix, and the names below it. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { coverageTexts } from './i18n/text';

export const coverageRoutes: Routes = [
  {
    path: 'do-phu',
    resolve: { coverageTexts: loadTexts(coverageTexts) },
    canActivate: [requirePermission('completion.read')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'coverage.title',
        loadComponent: () => import('./coverage.page').then((m) => m.CoveragePage),
      },
      {
        path: 'can-bo',
        title: 'coverage.people.title',
        loadComponent: () => import('./people.page').then((m) => m.CoveragePeoplePage),
      },
    ],
  },
];
