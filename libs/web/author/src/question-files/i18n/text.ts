/** The room of the words of question files. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const questionFileTexts = textScope('questionFiles', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});
export const injectFileText = () => injectTexts(questionFileTexts);
export type FileText = ReturnType<typeof injectFileText>;
