/** The room of whose enrolment it is: an officer's account reaches its own and nothing else. */
import type { AssignedBecause } from '@tap-huan/contract';
import { found } from '@tap-huan/server/platform';
import type { EnrolmentState } from '../enrolment/enrolment-state';
import type { Queries } from '../progress/lesson-facts.reader';

export interface OwnEnrolment {
  id: string;
  courseCode: string;
  courseTitle: string;
  summary: string;
  audience: string;
  hours: number;
  legalBasis: string[];
  asOf: string | null;
  versionNumber: number;
  state: EnrolmentState;
  dueOn: string | null;
  completedAt: Date | null;
  scoreOfTen: number | null;
  assigned: AssignedBecause | null;
}

/**
 * Why somebody is on `e`, an enrolment or a way through a programme: by the assignment whose case it serves, the most
 * pressing first; else by what was written when enrolling.
 */
export const assignedBecause = (caseColumn: 'enrolment_id' | 'programme_enrolment_id'): string => `
  coalesce(
    (select jsonb_build_object('title', a.title, 'reason', a.reason, 'legalBasis', a.legal_basis)
       from enrolment.assignment_case k join enrolment.assignment a on a.id = k.assignment_id
      where k.${caseColumn} = e.id and k.state <> 'left'
      order by k.state in ('due', 'overdue') desc, greatest(k.extended_to, k.due_on), k.id limit 1),
    case when e.reason <> ''
         then jsonb_build_object('title', null, 'reason', e.reason, 'legalBasis', '') end) as assigned`;

const SELECT = `
  select e.id, c.code as "courseCode", v.title as "courseTitle", v.summary, v.audience, v.hours,
         v.legal_basis as "legalBasis", v.as_of::text as "asOf", v.number as "versionNumber",
         e.state, e.due_on::text as "dueOn", e.completed_at as "completedAt",
         e.score_of_ten as "scoreOfTen", ${assignedBecause('enrolment_id')}
    from enrolment.enrolment e
    join organisation.officer o on o.id = e.officer_id
    join learning.course c on c.id = e.course_id
    join learning.course_version v on v.id = e.course_version_id
   where o.account_id = $1`;

/** Own enrolments that count: open ones by due day, then completed ones, the newest first. */
export const ownEnrolments = (queries: Queries, accountId: string): Promise<OwnEnrolment[]> =>
  queries.rows<OwnEnrolment>(
    `${SELECT} and e.state <> 'withdrawn'
     order by e.completed_at desc nulls first, e.due_on nulls last, e.enrolled_at, c.code`,
    [accountId],
  );

/** One own enrolment, also a withdrawn one. @throws Failure not_found */
export async function ownEnrolment(
  queries: Queries,
  accountId: string,
  enrolmentId: string,
): Promise<OwnEnrolment> {
  const rows = await queries.rows<OwnEnrolment>(`${SELECT} and e.id = $2`, [
    accountId,
    enrolmentId,
  ]);
  return found(rows[0]);
}

/**
 * Locks one own enrolment until the transaction ends, and answers its state.
 * @throws Failure not_found
 */
export async function lockOwnEnrolment(
  queries: Queries,
  accountId: string,
  enrolmentId: string,
): Promise<EnrolmentState> {
  const rows = await queries.rows<{ state: EnrolmentState }>(
    `select e.state from enrolment.enrolment e
      where e.id = $2
        and e.officer_id in (select o.id from organisation.officer o where o.account_id = $1)
        for no key update`,
    [accountId, enrolmentId],
  );
  return found(rows[0]).state;
}
