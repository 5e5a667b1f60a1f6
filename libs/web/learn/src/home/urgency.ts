/** The room of what comes first on the officer's home. Pure functions. */
import type { MyEnrolment } from '@tap-huan/contract';

export interface HomeGroups {
  /** Begun or overdue, most urgent first. */
  active: MyEnrolment[];
  /** Not begun and not overdue, most urgent first. */
  waiting: MyEnrolment[];
  /** Completed, newest first, then withdrawn. */
  completed: MyEnrolment[];
}

const isOpen = ({ state }: MyEnrolment) => state === 'not_started' || state === 'in_progress';

/** Days until it is due, far away where there is no date; the longest overdue comes first. */
const distance = ({ daysLeft }: MyEnrolment) => daysLeft ?? Number.POSITIVE_INFINITY;

/** By due date; of two alike the one that is further on. */
function byUrgency(a: MyEnrolment, b: MyEnrolment): number {
  if (distance(a) !== distance(b)) return distance(a) - distance(b);
  const share = ({ progress }: MyEnrolment) =>
    progress.total > 0 ? progress.done / progress.total : 0;
  return share(b) - share(a);
}

export function groupsOf(enrolments: readonly MyEnrolment[]): HomeGroups {
  const open = enrolments.filter(isOpen).sort(byUrgency);
  const begun = (each: MyEnrolment) => each.state === 'in_progress' || each.dueState === 'overdue';
  return {
    active: open.filter(begun),
    waiting: open.filter((each) => !begun(each)),
    completed: enrolments
      .filter((each) => !isOpen(each))
      .sort((a, b) => (b.completedAt ?? '').localeCompare(a.completedAt ?? '')),
  };
}

/** The course to go on with: overdue or due within the week before anything else, then what was begun. */
export function mostUrgent({ active, waiting }: HomeGroups): MyEnrolment | null {
  const ready = [...active, ...waiting].filter(({ nextLesson }) => nextLesson !== null);
  const pressing = ready
    .filter(({ dueState }) => dueState === 'overdue' || dueState === 'soon')
    .sort(byUrgency);
  return pressing[0] ?? ready[0] ?? null;
}
