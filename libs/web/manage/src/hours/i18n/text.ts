/** The scope of HR's pages of the hours ledger. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const hoursTexts = textScope('hours', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});
export const injectText = () => injectTexts(hoursTexts);
