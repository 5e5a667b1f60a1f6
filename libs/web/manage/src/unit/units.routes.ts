/** The room of the places of units: the tree of any day, a unit's history, reorganisations. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { unitTexts } from './i18n/text';

export const unitRoutes: Routes = [
  {
    path: 'don-vi',
    resolve: { unitTexts: loadTexts(unitTexts) },
    canActivate: [requirePermission('officer.read')],
    children: [
      {
        path: '',
        title: 'manage.unit.title',
        loadComponent: () => import('./units.page').then((m) => m.UnitsPage),
      },
      {
        path: 'sap-xep',
        canActivate: [requirePermission('unit.reorganise')],
        children: [
          {
            path: '',
            title: 'units.list.title',
            loadComponent: () =>
              import('./reorganisations.page').then((m) => m.ReorganisationsPage),
          },
          {
            path: 'moi',
            title: 'units.plan.newTitle',
            loadComponent: () => import('./reorganisation.page').then((m) => m.ReorganisationPage),
          },
          {
            path: ':reorganisationId',
            title: 'units.plan.title',
            loadComponent: () => import('./reorganisation.page').then((m) => m.ReorganisationPage),
          },
        ],
      },
      {
        path: ':unitId',
        title: 'units.history.title',
        loadComponent: () => import('./unit-history.page').then((m) => m.UnitHistoryPage),
      },
    ],
  },
];
