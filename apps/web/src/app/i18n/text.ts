/** The shell's own words. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const shellTexts = textScope('shell', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});
export const injectText = () => injectTexts(shellTexts);
