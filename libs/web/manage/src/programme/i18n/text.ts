/** The room where the words of the programme pages are fetched and typed. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const programmeTexts = textScope('programme', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});

/** For a component: the typed `t('key', params)` of the programme pages. */
export const injectProgrammeText = () => injectTexts(programmeTexts);
