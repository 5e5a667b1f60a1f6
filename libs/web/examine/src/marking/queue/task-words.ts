/** The room of what the marker's lists say of an answer in a word. */
import type { MarkingState, MarkingTaskRow } from '@tap-huan/contract';
import type { Tone, Translate } from '@tap-huan/web/ui';
import type { vi } from '../i18n/vi';

export const STATE_TONES = {
  waiting: 'neutral',
  second: 'active',
  to_agree: 'warning',
  done: 'good',
} as const satisfies Record<MarkingState, Tone>;

/** Whose paper it is; where marking is anonymous, its number. */
export const paperName = (
  { fullName, paperNumber }: Pick<MarkingTaskRow, 'fullName' | 'paperNumber'>,
  t: Translate<typeof vi>,
): string => fullName ?? t('tasks.paperNumber', { n: paperNumber });
