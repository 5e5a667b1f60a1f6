/** The room where the words of records, reports and lists are fetched and typed. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const recordTexts = textScope('record', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});

/** For a component: the typed `t('key', params)` of records, reports and lists. */
export const injectRecordText = () => injectTexts(recordTexts);
export type RecordText = ReturnType<typeof injectRecordText>;
