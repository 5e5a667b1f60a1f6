/** The room where the words of the pages of classes are fetched and typed. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const classTexts = textScope('class', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});

/** For a component: the typed `t('key', params)` of the pages of classes. */
export const injectClassText = () => injectTexts(classTexts);
