/** The room of the officer's addresses. Attempts and results need sign-in only: instructors preview through them. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { learnTexts } from './i18n/text';

const officerRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'learn.home.title',
    loadComponent: () => import('./home/home.page').then((m) => m.HomePage),
  },
  {
    path: 'chung-chi',
    title: 'learn.certificate.title',
    loadComponent: () => import('./certificate/certificates.page').then((m) => m.CertificatesPage),
  },
  {
    path: 'khoa-hoc/:enrolmentId',
    pathMatch: 'full',
    title: 'learn.course.title',
    loadComponent: () => import('./course/course.page').then((m) => m.CoursePage),
  },
  {
    path: 'khoa-hoc/:enrolmentId/bai/:lessonId',
    title: 'learn.lesson.title',
    loadComponent: () => import('./lesson/lesson.page').then((m) => m.LessonPage),
  },
  {
    path: 'khoa-hoc/:enrolmentId/bai-kiem-tra/:lessonId',
    title: 'learn.quiz.title',
    loadComponent: () => import('./quiz/quiz.page').then((m) => m.QuizPage),
  },
];

export const learnRoutes: Routes = [
  {
    path: '',
    resolve: { texts: loadTexts(learnTexts) },
    children: [
      {
        path: 'lam-bai/:attemptId',
        title: 'learn.attempt.title',
        loadComponent: () => import('./attempt/attempt.page').then((m) => m.AttemptPage),
      },
      {
        path: 'ket-qua/:attemptId',
        title: 'learn.result.title',
        loadComponent: () => import('./result/result.page').then((m) => m.ResultPage),
      },
      { path: '', canActivate: [requirePermission('learning.take')], children: officerRoutes },
    ],
  },
];
