/** The room of due dates and progress in words. */
import type { MyEnrolment } from '@tap-huan/contract';
import { formatDay, formatInstantDay, type Tone, type Translate } from '@tap-huan/web/ui';
import type { vi } from './i18n/vi';

type Due = Pick<MyEnrolment, 'state' | 'dueOn' | 'dueState' | 'daysLeft' | 'completedAt'>;

/** "còn 5 ngày, hạn 25/11/2026", "quá hạn 2 ngày, …", "hoàn thành đúng hạn ngày …". */
export function dueWords(
  { state, dueOn, dueState, daysLeft, completedAt }: Due,
  t: Translate<typeof vi>,
): string {
  if (state === 'withdrawn') return t('due.withdrawn');
  if (completedAt) {
    const day = formatInstantDay(completedAt);
    if (dueState === 'on_time') return t('due.onTime', { day });
    return dueState === 'late' ? t('due.late', { day }) : t('due.completed', { day });
  }
  if (!dueOn || daysLeft === null) return t('due.none');
  const day = formatDay(dueOn);
  if (daysLeft < 0) return t('due.overdue', { days: -daysLeft, day });
  return daysLeft === 0 ? t('due.today', { day }) : t('due.later', { days: daysLeft, day });
}

/** Words carry the state; the tone only repeats it. */
export function dueTone({ state, dueState }: Pick<Due, 'state' | 'dueState'>): Tone {
  if (state === 'completed') return 'good';
  if (state === 'withdrawn') return 'neutral';
  if (dueState === 'overdue') return 'bad';
  return dueState === 'soon' ? 'warning' : 'neutral';
}
