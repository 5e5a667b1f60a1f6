/** The room of an assignment as the reconciler reads it. */
import type { AssignmentInput, AssignmentTarget } from '@tap-huan/contract';
import type { AssignmentTerms } from '@tap-huan/rules';

/** What is needed to find the officers and to judge them; `id` is null before it is saved. */
export interface Assignment extends Omit<AssignmentInput, 'legalBasis'> {
  id: string | null;
  state: 'draft' | 'active' | 'paused' | 'ended';
}

/** Columns of `enrolment.assignment a` under the names of `Assignment`. */
export const ASSIGNMENT_COLUMNS = `
  a.id, a.title, a.unit_id as "unitId", a.audience_id as "audienceId",
  case when a.course_id is null then jsonb_build_object('kind', 'programme', 'id', a.programme_id)
       else jsonb_build_object('kind', 'course', 'id', a.course_id) end as target,
  a.due, a.recurrence, a.grace_days as "graceDays", a.late_days as "lateDays", a.reason, a.state,
  a.starts_on::text as "startsOn", a.ends_on::text as "endsOn"`;

export const termsOf = (assignment: Assignment): AssignmentTerms => ({
  due: assignment.due,
  recurrence: assignment.recurrence,
  graceDays: assignment.graceDays,
  lateDays: assignment.lateDays,
  startsOn: assignment.startsOn,
  endsOn: assignment.endsOn,
  ended: assignment.state === 'ended',
});

/** The course that an occurrence of the case asks for; null where it is a programme. */
export const courseOf = (
  { target, recurrence }: Pick<Assignment, 'target' | 'recurrence'>,
  renewal: boolean,
): string | null => {
  if (renewal && recurrence?.renewalCourseId) return recurrence.renewalCourseId;
  return target.kind === 'course' ? target.id : null;
};

export const columnsOf = (target: AssignmentTarget) => ({
  courseId: target.kind === 'course' ? target.id : null,
  programmeId: target.kind === 'programme' ? target.id : null,
});
