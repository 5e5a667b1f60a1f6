/** The room of an entry's facts in one line of words. */
import { computed, type Signal } from '@angular/core';
import type { HoursEntry } from '@tap-huan/contract';
import { formatDay } from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

/** For a component: an entry -> its days, form, organiser and number. */
export function entryFacts(): Signal<(entry: HoursEntry) => string> {
  const t = injectText();
  return computed(() => (entry: HoursEntry) => {
    const { startedOn, day, source, organiser, documentNo, automatic } = entry;
    const days =
      startedOn && startedOn !== day
        ? t('days', { from: formatDay(startedOn), to: formatDay(day) })
        : formatDay(day);
    return [
      days,
      t(`source.${source}`),
      organiser,
      documentNo && t('documentNo', { number: documentNo }),
      automatic && t('automatic'),
    ]
      .filter(Boolean)
      .join(' · ');
  });
}
