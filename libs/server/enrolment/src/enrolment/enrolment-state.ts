/** The room of the states of an enrolment: which may follow which, said once. */
import type { EnrolmentRow } from '@tap-huan/contract';

export type EnrolmentState = EnrolmentRow['state'];

/** What may come after each state. Completed and withdrawn are ends. */
const NEXT: Record<EnrolmentState, readonly EnrolmentState[]> = {
  not_started: ['in_progress', 'completed', 'withdrawn'],
  in_progress: ['completed', 'withdrawn'],
  completed: [],
  withdrawn: [],
};

export const mayBecome = (state: EnrolmentState, next: EnrolmentState): boolean =>
  NEXT[state].includes(next);

/** Whether work on the course still changes the enrolment. */
export const isOpen = (state: EnrolmentState): boolean => NEXT[state].length > 0;
