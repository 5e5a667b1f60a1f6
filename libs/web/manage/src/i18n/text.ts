/** The room where the words of the manage pages are fetched and typed. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const manageTexts = textScope('manage', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});

/** For a component: the typed `t('key', params)` of the manage pages. */
export const injectText = () => injectTexts(manageTexts);
