/** The room of whom an exception is for: officers by name, or all that a filter finds. */
import type { CaseRow } from '@tap-huan/contract';

export interface ChosenOfficers {
  assignmentId: string;
  /** How many they are. */
  count: number;
  officerIds: string[];
  /** The filter of the list; null where officers are named. */
  all: {
    state?: CaseRow['state'] | undefined;
    unitId?: string | undefined;
    search?: string | undefined;
  } | null;
}
