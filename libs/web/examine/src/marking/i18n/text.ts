/** The scope of the marker's pages: queues, marking, regrading and appeals. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const markingTexts = textScope('marking', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});
export const injectText = () => injectTexts(markingTexts);
