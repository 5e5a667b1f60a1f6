/** The scope of the kit's own words; the shell loads it before the first page. */
import { injectTexts, textScope } from './texts';

export const uiTexts = textScope('ui', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});
export const injectUiText = () => injectTexts(uiTexts);
