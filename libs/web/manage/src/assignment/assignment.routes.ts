/** The room of the places of assignments: the list, one of them, its form, and the exceptions. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { assignmentTexts } from './i18n/text';

const formPage = () => import('./assignment-form.page').then((m) => m.AssignmentFormPage);

export const assignmentRoutes: Routes = [
  {
    path: 'giao-boi-duong',
    resolve: { assignmentTexts: loadTexts(assignmentTexts) },
    canActivate: [requirePermission('completion.read')],
    children: [
      {
        path: '',
        title: 'assignment.list.title',
        loadComponent: () => import('./assignments.page').then((m) => m.AssignmentsPage),
      },
      {
        path: 'moi',
        title: 'assignment.form.newTitle',
        canActivate: [requirePermission('enrolment.assign')],
        loadComponent: formPage,
      },
      {
        path: 'ngoai-le',
        title: 'assignment.exceptions.title',
        loadComponent: () => import('./exceptions.page').then((m) => m.ExceptionsPage),
      },
      {
        path: ':assignmentId',
        title: 'assignment.list.title',
        loadComponent: () => import('./assignment.page').then((m) => m.AssignmentPage),
      },
      {
        path: ':assignmentId/sua',
        title: 'assignment.form.editTitle',
        canActivate: [requirePermission('enrolment.assign')],
        loadComponent: formPage,
      },
    ],
  },
];
