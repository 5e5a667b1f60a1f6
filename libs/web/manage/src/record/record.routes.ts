/** The room of the addresses of reports, records, lists and corrections. */
import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes } from '@angular/router';
import { requirePermission, SessionStore } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { recordTexts } from './i18n/text';

const firstTab: CanActivateFn = () =>
  inject(Router).parseUrl(
    inject(SessionStore).can('completion.read')
      ? '/quan-ly/bao-cao/nam'
      : '/quan-ly/bao-cao/dinh-chinh',
  );

export const recordRoutes: Routes = [
  {
    path: 'ho-so/:officerId',
    title: 'record.transcript.title',
    resolve: { recordTexts: loadTexts(recordTexts) },
    canActivate: [requirePermission('completion.read')],
    loadComponent: () => import('./transcript.page').then((m) => m.TranscriptPage),
  },
  {
    path: 'bao-cao',
    resolve: { recordTexts: loadTexts(recordTexts) },
    children: [
      { path: '', pathMatch: 'full', canActivate: [firstTab], children: [] },
      {
        path: 'dinh-chinh',
        title: 'record.corrections.title',
        canActivate: [requirePermission('officer.manage')],
        loadComponent: () => import('./corrections.page').then((m) => m.CorrectionsPage),
      },
      {
        path: '',
        canActivate: [requirePermission('completion.read')],
        children: [
          {
            path: 'nam',
            title: 'record.annual.title',
            loadComponent: () => import('../annual/annual.page').then((m) => m.AnnualPage),
          },
          {
            path: 'don-vi',
            title: 'record.unit.title',
            loadComponent: () => import('./unit-record.page').then((m) => m.UnitRecordPage),
          },
          {
            path: 'khoa',
            title: 'record.subjects.title',
            loadComponent: () => import('./subjects.page').then((m) => m.SubjectsPage),
          },
          {
            path: 'khoa/:subjectId',
            title: 'record.subjects.title',
            loadComponent: () => import('./subject-record.page').then((m) => m.SubjectRecordPage),
          },
          {
            path: 'danh-sach',
            title: 'record.listPage.title',
            loadComponent: () => import('../list-builder/lists.page').then((m) => m.ListsPage),
          },
          {
            path: 'danh-sach/:listId/gui-dinh-ky',
            title: 'record.listSend.title',
            loadComponent: () =>
              import('../list-builder/schedule.page').then((m) => m.ListSchedulePage),
          },
        ],
      },
    ],
  },
];
