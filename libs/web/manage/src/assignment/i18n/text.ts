/** The room where the words of the assignment pages are fetched and typed. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const assignmentTexts = textScope('assignment', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});

/** For a component: the typed `t('key', params)` of the assignment pages. */
export const injectAssignmentText = () => injectTexts(assignmentTexts);
