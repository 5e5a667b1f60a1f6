/** The room where the words of units over time are fetched and typed. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const unitTexts = textScope('units', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});

/** For a component: the typed `t('key', params)` of units over time. */
export const injectUnitText = () => injectTexts(unitTexts);
