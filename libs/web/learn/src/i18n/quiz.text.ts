/** The scope of the pages before and after a quiz: rules, own attempts, the result. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const quizTexts = textScope('quiz', {
  vi: () => import('./quiz.vi').then((module) => module.vi),
  en: () => import('./quiz.en').then((module) => module.en),
});
export const injectQuizText = () => injectTexts(quizTexts);
