/** The room of the addresses of supervising, marking and analysing. */
import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes } from '@angular/router';
import { SessionStore } from '@tap-huan/web/api';
import { analysisRoutes } from './analysis/analysis.routes';
import { markingRoutes } from './marking/marking.routes';
import { supervisionRoutes } from './supervision/supervision.routes';

/** Whoever may mark begins with what waits; an inspector looks at who sits. */
const toFirst: CanActivateFn = () =>
  inject(Router).parseUrl(
    inject(SessionStore).can('attempt.mark') ? '/khao-thi/cham-diem' : '/khao-thi/giam-sat',
  );

export const examineRoutes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [toFirst], children: [] },
  { path: 'giam-sat', children: supervisionRoutes },
  { path: 'cham-diem', children: markingRoutes },
  { path: 'phan-tich', children: analysisRoutes },
];
