/** The room of all places on one screen. Features bring their own routes. */
import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes } from '@angular/router';
import { requirePermission, requireSignIn, SessionStore } from '@tap-huan/web/api';
import { homeOf } from './shell/places';

/** `/` leads to the home of the person's role. */
const toHome: CanActivateFn = async (route, state) => {
  const store = inject(SessionStore);
  const router = inject(Router);
  const signedIn = await (requireSignIn(route, state) as Promise<unknown>);
  return signedIn === true ? router.parseUrl(homeOf(store.role())) : (signedIn as false);
};

const manage = [
  'completion.read',
  'officer.read',
  'account.manage',
  'unit.manage',
  'job.manage',
] as const;

export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [toHome], children: [] },
  {
    path: 'dang-nhap',
    title: 'shell.signIn.title',
    loadComponent: () => import('./sign-in/sign-in.page').then((m) => m.SignInPage),
  },
  {
    path: 'xac-minh',
    loadChildren: () => import('@tap-huan/web/verify').then((m) => m.verifyRoutes),
  },
  {
    path: '',
    loadComponent: () => import('./shell/shell.component').then((m) => m.ShellComponent),
    children: [
      {
        path: 'hoc',
        // Its own routes ask for more: an instructor previews a quiz there and takes no courses.
        canActivate: [requireSignIn],
        loadChildren: () => import('@tap-huan/web/learn').then((m) => m.learnRoutes),
      },
      {
        path: 'soan',
        canActivate: [requirePermission('course.author')],
        loadChildren: () => import('@tap-huan/web/author').then((m) => m.authorRoutes),
      },
      {
        path: 'khao-thi',
        canActivate: [requirePermission('attempt.inspect', 'attempt.mark', 'attempt.supervise')],
        loadChildren: () => import('@tap-huan/web/examine').then((m) => m.examineRoutes),
      },
      {
        path: 'quan-ly',
        canActivate: [requirePermission(...manage)],
        loadChildren: () => import('@tap-huan/web/manage').then((m) => m.manageRoutes),
      },
      {
        path: 'thong-bao',
        canActivate: [requireSignIn],
        loadChildren: () => import('./notice/notice.routes').then((m) => m.noticeRoutes),
      },
      {
        path: 'doi-mat-khau',
        title: 'shell.password.title',
        canActivate: [requireSignIn],
        loadComponent: () =>
          import('./pages/change-password.page').then((m) => m.ChangePasswordPage),
      },
      {
        path: 'khong-co-quyen',
        title: 'shell.denied.title',
        data: { kind: 'denied' },
        loadComponent: () => import('./pages/notice.page').then((m) => m.NoticePage),
      },
    ],
  },
  {
    path: 'ngoai-tuyen',
    title: 'shell.offline.title',
    data: { kind: 'offline' },
    loadComponent: () => import('./pages/notice.page').then((m) => m.NoticePage),
  },
  {
    path: '**',
    title: 'shell.missing.title',
    data: { kind: 'missing' },
    loadComponent: () => import('./pages/notice.page').then((m) => m.NoticePage),
  },
];
