/** The scope of the supervisor's and the inspector's pages. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const supervisionTexts = textScope('supervision', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});
export const injectText = () => injectTexts(supervisionTexts);
