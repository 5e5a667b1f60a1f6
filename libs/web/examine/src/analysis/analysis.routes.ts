/** The room of the addresses of analysis. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { analysisTexts } from './i18n/text';

/** The tabs of one quiz. */
const tabs: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'analysis.title.overview',
    loadComponent: () => import('./overview/overview.page').then((m) => m.OverviewPage),
  },
  {
    path: 'cau-hoi',
    title: 'analysis.title.items',
    loadComponent: () => import('./items/items.page').then((m) => m.ItemsPage),
  },
  {
    path: 'thoi-gian',
    title: 'analysis.title.time',
    loadComponent: () => import('./time/time.page').then((m) => m.TimePage),
  },
  {
    path: 'don-vi',
    title: 'analysis.title.groups',
    loadComponent: () => import('./groups/groups.page').then((m) => m.GroupsPage),
  },
  {
    path: 'rasch',
    title: 'analysis.title.rasch',
    loadComponent: () => import('./rasch/rasch.page').then((m) => m.RaschPage),
  },
];

export const analysisRoutes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('attempt.inspect')],
    resolve: { texts: loadTexts(analysisTexts) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'analysis.list.title',
        loadComponent: () => import('./list/analyses.page').then((m) => m.AnalysesPage),
      },
      {
        path: ':quizId/cau/:slotId/:questionId',
        title: 'analysis.title.question',
        loadComponent: () =>
          import('./question/question-analysis.page').then((m) => m.QuestionAnalysisPage),
      },
      {
        path: ':quizId',
        loadComponent: () => import('./quiz/quiz-analysis.page').then((m) => m.QuizAnalysisPage),
        children: tabs,
      },
    ],
  },
];
