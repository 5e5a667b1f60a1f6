/** The room of the addresses of the hours ledger. */
import type { Routes } from '@angular/router';

export const hoursRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'hours.title',
    loadComponent: () => import('./year.page').then((m) => m.HoursYearPage),
  },
  {
    path: 'cho-duyet',
    title: 'hours.proposals.title',
    loadComponent: () => import('./proposals.page').then((m) => m.HoursProposalsPage),
  },
  {
    path: 'lanh-dao',
    title: 'hours.leaders.title',
    loadComponent: () => import('./leaders.page').then((m) => m.HoursLeadersPage),
  },
  {
    path: 'nhap-danh-sach',
    title: 'hours.import.title',
    loadComponent: () => import('./import.page').then((m) => m.HoursImportPage),
  },
  {
    path: 'quy-dinh',
    title: 'hours.rules.title',
    loadComponent: () => import('./rules.page').then((m) => m.HoursRulesPage),
  },
  {
    path: 'can-bo/:officerId',
    title: 'hours.title',
    loadComponent: () => import('./officer-year.page').then((m) => m.OfficerYearPage),
  },
];
