/** The room of the instructor's addresses. */
import type { Routes } from '@angular/router';
import { loadTexts } from '@tap-huan/web/ui';
import { authorTexts } from './i18n/text';
import { questionFileTexts } from './question-files/i18n/text';

/** The tabs of one course. */
const workspace: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./outline/outline.page').then((m) => m.OutlinePage),
  },
  {
    path: 'thong-tin',
    loadComponent: () => import('./meta/meta.page').then((m) => m.MetaPage),
  },
  {
    path: 'ngan-hang',
    loadComponent: () => import('./bank/course-bank.page').then((m) => m.CourseBankPage),
  },
  {
    path: 'phat-hanh',
    loadComponent: () => import('./publish/publish.page').then((m) => m.PublishPage),
  },
];

const questionPage = () => import('./question/question.page').then((m) => m.QuestionPage);
const historyPage = () => import('./question/history/history.page').then((m) => m.HistoryPage);
const stimulusPage = () => import('./stimulus/stimulus.page').then((m) => m.StimulusPage);

/** Questions below a course or below a bank. */
const questions: Routes = [
  { path: 'cau-hoi/moi/:kind', title: 'author.question.newTitle', loadComponent: questionPage },
  { path: 'cau-hoi/:questionId', title: 'author.question.title', loadComponent: questionPage },
  {
    path: 'cau-hoi/:questionId/phien-ban',
    title: 'author.history.title',
    loadComponent: historyPage,
  },
];
const below = (path: string, routes: Routes): Routes =>
  routes.map((route) => ({ ...route, path: `${path}/${route.path}` }));

const banks: Routes = [
  {
    path: 'ngan-hang',
    pathMatch: 'full',
    title: 'author.banks.title',
    loadComponent: () => import('./banks/banks.page').then((m) => m.BanksPage),
  },
  ...below('ngan-hang/:bankId', questions),
  {
    path: 'ngan-hang/:bankId/nhap',
    title: 'questionFiles.title',
    resolve: { words: loadTexts(questionFileTexts) },
    loadComponent: () => import('./question-files/import.page').then((m) => m.ImportPage),
  },
  {
    path: 'ngan-hang/:bankId/tinh-huong/moi',
    title: 'author.stimulus.newTitle',
    loadComponent: stimulusPage,
  },
  {
    path: 'ngan-hang/:bankId/tinh-huong/:stimulusId',
    title: 'author.stimulus.title',
    loadComponent: stimulusPage,
  },
  {
    path: 'ngan-hang/:bankId',
    title: 'author.banks.title',
    loadComponent: () => import('./bank/bank.page').then((m) => m.BankPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: () => import('./bank/questions.page').then((m) => m.QuestionsPage),
      },
      {
        path: 'tinh-huong',
        loadComponent: () => import('./stimulus/stimuli.page').then((m) => m.StimuliPage),
      },
    ],
  },
];

export const authorRoutes: Routes = [
  {
    path: '',
    resolve: { texts: loadTexts(authorTexts) },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'author.courses.title',
        loadComponent: () => import('./courses/courses.page').then((m) => m.CoursesPage),
      },
      // Before the courses: a bank's address must not be taken for a course.
      ...banks,
      {
        path: ':courseId/bai/:lessonId',
        title: 'author.lesson.title',
        loadComponent: () => import('./lesson/lesson.page').then((m) => m.LessonPage),
      },
      {
        path: ':courseId/bai-kiem-tra/:quizId',
        title: 'author.quiz.title',
        loadComponent: () => import('./quiz/quiz.page').then((m) => m.QuizPage),
      },
      ...below(':courseId', questions),
      {
        path: ':courseId',
        title: 'author.course.title',
        loadComponent: () => import('./course/course.page').then((m) => m.CoursePage),
        children: workspace,
      },
    ],
  },
];
