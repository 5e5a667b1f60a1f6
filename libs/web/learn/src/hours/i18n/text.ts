/** The scope of the officer's own hours. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const myHoursTexts = textScope('myHours', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});
export const injectText = () => injectTexts(myHoursTexts);
