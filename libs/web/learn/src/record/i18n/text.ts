/** The scope of the officer's own record: transcript, who looked, corrections. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const myRecordTexts = textScope('myRecord', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});
export const injectMyRecordText = () => injectTexts(myRecordTexts);
