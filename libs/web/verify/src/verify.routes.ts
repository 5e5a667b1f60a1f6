/** The room of the public places: enter a code, see what it stands for. */
import type { Routes } from '@angular/router';
import { loadTexts } from '@tap-huan/web/ui';
import { verifyTexts } from './i18n/text';

export const verifyRoutes: Routes = [
  {
    path: '',
    resolve: { texts: loadTexts(verifyTexts) },
    loadComponent: () => import('./frame.page').then((m) => m.FramePage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'verify.title',
        loadComponent: () => import('./enter.page').then((m) => m.EnterPage),
      },
      {
        path: ':code',
        title: 'verify.title',
        loadComponent: () => import('./paper.page').then((m) => m.PaperPage),
      },
    ],
  },
];
