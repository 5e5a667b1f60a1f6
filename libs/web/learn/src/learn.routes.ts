/** The room of the officer's addresses. Attempts and results need sign-in only: instructors preview through them. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { myHoursTexts } from './hours/i18n/text';
import { attemptTexts } from './i18n/attempt.text';
import { questionTexts } from './i18n/question.text';
import { quizTexts } from './i18n/quiz.text';
import { learnTexts } from './i18n/text';
import { myRecordTexts } from './record/i18n/text';

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
    path: 'gio-boi-duong',
    title: 'myHours.title',
    resolve: { myHoursTexts: loadTexts(myHoursTexts) },
    loadComponent: () => import('./hours/hours.page').then((m) => m.MyHoursPage),
  },
  {
    path: 'ho-so',
    resolve: { myRecordTexts: loadTexts(myRecordTexts) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'myRecord.title',
        loadComponent: () => import('./record/my-record.page').then((m) => m.MyRecordPage),
      },
      {
        path: 'du-lieu',
        title: 'myRecord.privacy.title',
        loadComponent: () => import('./record/my-data.page').then((m) => m.MyDataPage),
      },
    ],
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
    title: 'quiz.title',
    resolve: { quizTexts: loadTexts(quizTexts) },
    loadComponent: () => import('./quiz/quiz.page').then((m) => m.QuizPage),
  },
];

export const learnRoutes: Routes = [
  // The page that must be light and lacks nothing offline: its own words only.
  {
    path: 'lam-bai/:attemptId',
    title: 'attempt.title',
    resolve: { attemptTexts: loadTexts(attemptTexts), questionTexts: loadTexts(questionTexts) },
    loadComponent: () => import('./attempt/attempt.page').then((m) => m.AttemptPage),
  },
  {
    path: '',
    resolve: { texts: loadTexts(learnTexts) },
    children: [
      {
        path: 'ket-qua/:attemptId',
        title: 'quiz.result.title',
        resolve: { quizTexts: loadTexts(quizTexts), questionTexts: loadTexts(questionTexts) },
        loadComponent: () => import('./result/result.page').then((m) => m.ResultPage),
      },
      { path: '', canActivate: [requirePermission('learning.take')], children: officerRoutes },
    ],
  },
];
