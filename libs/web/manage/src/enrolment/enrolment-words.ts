/** The room of the tones of enrolments: the words carry the meaning, the colour repeats it. */
import type { EnrolmentRow } from '@tap-huan/contract';
import type { Tone } from '@tap-huan/web/ui';

export const STATE_TONES: Record<EnrolmentRow['state'], Tone> = {
  not_started: 'neutral',
  in_progress: 'active',
  completed: 'good',
  withdrawn: 'neutral',
};

export const DUE_TONES: Record<EnrolmentRow['dueState'], 'late' | 'soon' | 'plain'> = {
  none: 'plain',
  later: 'plain',
  soon: 'soon',
  overdue: 'late',
  on_time: 'plain',
  late: 'plain',
};

/** What may still be withdrawn. */
export const isOpen = ({ state }: Pick<EnrolmentRow, 'state'>): boolean =>
  state === 'not_started' || state === 'in_progress';
