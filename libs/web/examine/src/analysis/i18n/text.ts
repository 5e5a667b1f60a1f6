/** The room of the sentences of analysis. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const analysisTexts = textScope('analysis', {
  vi: () => import('./vi').then((m) => m.vi),
  en: () => import('./en').then((m) => m.en),
});
export const injectText = () => injectTexts(analysisTexts);
export type AnalysisTranslate = ReturnType<typeof injectText>;
