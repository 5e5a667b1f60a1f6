/** The words of notices, loaded with their pages. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const noticeTexts = textScope('notice', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});
export const injectText = () => injectTexts(noticeTexts);
