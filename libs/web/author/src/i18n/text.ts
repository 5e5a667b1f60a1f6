/** The scope of the instructor's pages. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const authorTexts = textScope('author', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});
export const injectText = () => injectTexts(authorTexts);
/** What finds the words of this scope. */
export type Words = ReturnType<typeof injectText>;
