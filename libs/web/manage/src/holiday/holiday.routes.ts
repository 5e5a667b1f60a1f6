/** The room of the place of the working calendar. */
import type { Routes } from '@angular/router';
import { requirePermission } from '@tap-huan/web/api';
import { loadTexts } from '@tap-huan/web/ui';
import { holidayTexts } from './i18n/text';

export const holidayRoutes: Routes = [
  {
    path: 'ngay-nghi',
    title: 'holiday.title',
    resolve: { holidayTexts: loadTexts(holidayTexts) },
    canActivate: [requirePermission('unit.manage')],
    loadComponent: () => import('./holidays.page').then((m) => m.HolidaysPage),
  },
];
