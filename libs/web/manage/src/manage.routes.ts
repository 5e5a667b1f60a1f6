/** The room of the places of HR and the administrator, each behind its permission. */
import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes } from '@angular/router';
import { requirePermission, SessionStore } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { assignmentRoutes } from './assignment/assignment.routes';
import { audienceRoutes } from './audience/audience.routes';
import { holidayRoutes } from './holiday/holiday.routes';
import { hoursTexts } from './hours/i18n/text';
import { coverageRoutes } from './coverage/coverage.routes';
import { classRoutes } from './class/class.routes';
import { manageTexts } from './i18n/text';
import { notificationRoutes } from './notification/notification.routes';
import { programmeRoutes } from './programme/programme.routes';
import { recordRoutes } from './record/record.routes';
import { unitRoutes } from './unit/units.routes';
import { peopleRoutes } from './people/people.routes';

/** Whoever has no reports begins at the first place that is theirs. */
const overviewOrFirstPlace: CanActivateFn = () => {
  const store = inject(SessionStore);
  if (store.can('completion.read')) return true;
  const place = store.can('account.manage')
    ? 'tai-khoan'
    : store.can('unit.manage')
      ? 'don-vi'
      : store.can('officer.read')
        ? 'can-bo'
        : 'tac-vu';
  return inject(Router).parseUrl(`/quan-ly/${place}`);
};

export const manageRoutes: Routes = [
  {
    path: '',
    resolve: { texts: loadTexts(manageTexts) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'manage.overview.title',
        canActivate: [overviewOrFirstPlace],
        loadComponent: () => import('./overview/overview.page').then((m) => m.OverviewPage),
      },
      ...coverageRoutes,
      ...peopleRoutes,
      ...assignmentRoutes,
      ...audienceRoutes,
      ...classRoutes,
      ...programmeRoutes,
      ...notificationRoutes,
      {
        path: 'ghi-danh',
        title: 'manage.enrolment.title',
        canActivate: [requirePermission('completion.read')],
        loadComponent: () => import('./enrolment/enrolments.page').then((m) => m.EnrolmentsPage),
      },
      {
        path: 'chung-chi',
        title: 'manage.certificate.title',
        canActivate: [requirePermission('certificate.read')],
        loadComponent: () =>
          import('./certificate/certificates.page').then((m) => m.CertificatesPage),
      },
      {
        path: 'gio-boi-duong',
        canActivate: [requirePermission('completion.read')],
        resolve: { hoursTexts: loadTexts(hoursTexts) },
        loadChildren: () => import('./hours/hours.routes').then((m) => m.hoursRoutes),
      },
      {
        path: 'can-xem-xet',
        title: 'manage.doubt.title',
        canActivate: [requirePermission('completion.read')],
        loadComponent: () => import('./doubt/doubts.page').then((m) => m.DoubtsPage),
      },
      {
        path: 'tai-khoan',
        title: 'manage.account.title',
        canActivate: [requirePermission('account.manage')],
        loadComponent: () => import('./account/accounts.page').then((m) => m.AccountsPage),
      },
      ...unitRoutes,
      ...holidayRoutes,
      ...recordRoutes,
      {
        path: 'tac-vu',
        title: 'manage.job.title',
        canActivate: [requirePermission('job.manage')],
        loadComponent: () => import('./job/jobs.page').then((m) => m.JobsPage),
      },
    ],
  },
];
