/** The room of the addresses of the own notices. */
import type { Routes } from '@angular/router';
import { loadTexts } from '@tap-huan/web/ui';
import { noticeTexts } from './i18n/text';

export const noticeRoutes: Routes = [
  {
    path: '',
    resolve: { texts: loadTexts(noticeTexts) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'notice.title',
        loadComponent: () => import('./notices.page').then((m) => m.NoticesPage),
      },
      {
        path: 'tuy-chon',
        title: 'notice.mail.title',
        loadComponent: () => import('./notice-options.page').then((m) => m.NoticeOptionsPage),
      },
    ],
  },
];
