/** The scope of the page on which a quiz is taken. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const attemptTexts = textScope('attempt', {
  vi: () => import('./attempt.vi').then((module) => module.vi),
  en: () => import('./attempt.en').then((module) => module.en),
});
export const injectAttemptText = () => injectTexts(attemptTexts);
