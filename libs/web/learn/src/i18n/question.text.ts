/** The scope of questions: how they are answered, practised and reviewed. Loaded by the pages that show them. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const questionTexts = textScope('question', {
  vi: () => import('./question.vi').then((module) => module.vi),
  en: () => import('./question.en').then((module) => module.en),
});
export const injectQuestionText = () => injectTexts(questionTexts);
