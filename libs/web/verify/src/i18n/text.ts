/** The room where the words of the verification pages are fetched and typed. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const verifyTexts = textScope('verify', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});

/** For a component: the typed `t('key', params)` of the verification pages. */
export const injectText = () => injectTexts(verifyTexts);
