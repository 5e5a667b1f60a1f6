/** The scope of the officer's pages. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const learnTexts = textScope('learn', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});
export const injectText = () => injectTexts(learnTexts);
