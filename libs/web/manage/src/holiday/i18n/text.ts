/** The room where the words of the working calendar are fetched and typed. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const holidayTexts = textScope('holiday', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});

/** For a component: the typed `t('key', params)` of the working calendar. */
export const injectHolidayText = () => injectTexts(holidayTexts);
