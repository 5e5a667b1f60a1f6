/** The room where the words about officers and their lists are fetched and typed. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const peopleTexts = textScope('people', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});

/** For a component: the typed `t('key', params)` of the pages about officers. */
export const injectPeopleText = () => injectTexts(peopleTexts);
