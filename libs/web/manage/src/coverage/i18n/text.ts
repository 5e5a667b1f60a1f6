/** The room where the words of the coverage pages are fetched and typed. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const coverageTexts = textScope('coverage', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});

/** For a component: the typed `t('key', params)` of the coverage pages. */
export const injectCoverageText = () => injectTexts(coverageTexts);
