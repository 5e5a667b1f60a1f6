/** The room of the addresses of classes. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { classTexts } from './i18n/text';

export const classRoutes: Routes = [
  {
    path: 'lop-hoc',
    canActivate: [requirePermission('completion.read')],
    resolve: { classTexts: loadTexts(classTexts) },
    children: [
      {
        path: '',
        title: 'class.list.title',
        loadComponent: () => import('./classes.page').then((m) => m.ClassesPage),
      },
      {
        path: 'ghi-nhan',
        title: 'class.record.title',
        canActivate: [requirePermission('enrolment.assign')],
        loadComponent: () => import('./record-class.page').then((m) => m.RecordClassPage),
      },
      {
        path: ':classId',
        title: 'class.list.title',
        loadComponent: () => import('./class.page').then((m) => m.ClassPage),
      },
    ],
  },
];
