/** The room where the words of reminders are fetched and typed. */
import { injectTexts, textScope } from '@tap-huan/web/ui';

export const reminderTexts = textScope('reminder', {
  vi: () => import('./vi').then((module) => module.vi),
  en: () => import('./en').then((module) => module.en),
});

/** For a component: the typed `t('key', params)` of reminders. */
export const injectText = () => injectTexts(reminderTexts);
