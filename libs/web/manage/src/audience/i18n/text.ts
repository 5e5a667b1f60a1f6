/** The room where the words of the audience pages are fetched and typed. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const audienceTexts = textScope('audience', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});

/** For a component: the typed `t('key', params)` of the audience pages. */
export const injectAudienceText = () => injectTexts(audienceTexts);
