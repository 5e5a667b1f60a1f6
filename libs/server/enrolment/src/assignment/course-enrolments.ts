/** The room where cases get their enrolments into a course, and where an enrolment goes that nobody asks for any more. */
import type { CourseReader } from '@tap-huan/server/learning';
import { Failure, type Tx } from '@tap-huan/server/platform';
import { enrolEach } from '../enrolment/enrol-set';
import { type Assignment, courseOf } from './assignment-terms';

/** $1 assignment, $2 officers or null. The open case is the newest one. */
const OPEN = `
  select c.id, c.officer_id, c.enrolment_id, greatest(c.extended_to, c.due_on) as due_on
    from enrolment.assignment_case c
   where c.assignment_id = $1 and c.state in ('due', 'overdue')
     and ($2::uuid[] is null or c.officer_id = any ($2))`;

/** Enrols whoever is due and not enrolled, and ties the cases to the enrolments. @returns how many were enrolled */
export async function enrolCases(
  tx: Tx,
  courses: CourseReader,
  assignment: Assignment & { id: string },
  officerIds: readonly string[] | null,
): Promise<number> {
  let enrolled = 0;
  for (const renewal of [false, true]) {
    const courseId = courseOf(assignment, renewal);
    if (courseId === null) continue;
    enrolled += await enrolInto(tx, courses, { assignment, courseId, renewal, officerIds });
  }
  return enrolled;
}

interface Into {
  assignment: Assignment & { id: string };
  courseId: string;
  renewal: boolean;
  officerIds: readonly string[] | null;
}

async function enrolInto(tx: Tx, courses: CourseReader, into: Into): Promise<number> {
  const { assignment, courseId, renewal, officerIds } = into;
  const open = await tx.rows<Open>(
    `select o.id as "caseId", o.officer_id as "officerId", o.due_on::text as "dueOn",
            o.enrolment_id as "tiedTo", e.id as "enrolmentId"
       from (${OPEN} and (c.occurrence > 1) = $3) o
       left join enrolment.enrolment e on e.officer_id = o.officer_id and e.course_id = $4
                                      and e.state in ('not_started', 'in_progress')
      order by o.officer_id`,
    [assignment.id, officerIds, renewal, courseId],
  );
  const missing = open.filter(({ enrolmentId }) => enrolmentId === null);
  const made = missing.length > 0 ? await enrolMissing(tx, courses, into, missing) : [];
  const byOfficer = new Map(made.map(({ id, officerId }) => [officerId, id]));
  const ties = open.flatMap(({ caseId, officerId, tiedTo, enrolmentId }) => {
    const id = enrolmentId ?? byOfficer.get(officerId) ?? null;
    return id === null || id === tiedTo ? [] : [{ caseId, id, here: enrolmentId === null }];
  });
  await tie(tx, ties);
  return made.length;
}

interface Open {
  caseId: string;
  officerId: string;
  dueOn: string | null;
  /** The enrolment that the case knows. */
  tiedTo: string | null;
  /** The one that the officer is taking. */
  enrolmentId: string | null;
}

/** An enrolment that came of one case may be shared by another: both may take it back. */
async function tie(
  tx: Tx,
  ties: readonly { caseId: string; id: string; here: boolean }[],
): Promise<void> {
  if (ties.length === 0) return;
  await tx.rows(
    `update enrolment.assignment_case c
        set enrolment_id = t.id,
            enrolled_here = t.here or exists (
              select 1 from enrolment.assignment_case s where s.enrolment_id = t.id and s.enrolled_here)
       from unnest($1::uuid[], $2::uuid[], $3::boolean[]) as t(case_id, id, here)
      where c.id = t.case_id`,
    [ties.map(({ caseId }) => caseId), ties.map(({ id }) => id), ties.map(({ here }) => here)],
  );
}

async function enrolMissing(
  tx: Tx,
  courses: CourseReader,
  { courseId, assignment }: Into,
  officers: readonly Open[],
): Promise<{ id: string; officerId: string }[]> {
  const published = await courses.publishedVersion(courseId);
  if (!published) throw new Failure('course_not_published');
  return enrolEach(tx, officers, {
    courseId,
    courseVersionId: published.courseVersionId,
    reason: assignment.reason.slice(0, 500),
  });
}

/**
 * After the cases: an enrolment that came of a case carries the earliest due day that is asked of it; one that no case
 * asks for any more loses its due day, and goes where nobody has begun it. Enrolments made by a person stay as they are.
 */
export async function settleEnrolments(
  tx: Tx,
  assignmentId: string,
  officerIds: readonly string[] | null,
): Promise<void> {
  await tx.rows(
    `with own as (
       select distinct c.enrolment_id as id from enrolment.assignment_case c
        where c.assignment_id = $1 and c.enrolled_here and ($2::uuid[] is null or c.officer_id = any ($2))
     ), asked as (
       select own.id, min(greatest(c.extended_to, c.due_on)) as due_on,
              bool_or(c.state in ('due', 'overdue')) as wanted
         from own join enrolment.assignment_case c on c.enrolment_id = own.id
        where c.state in ('due', 'overdue')
        group by own.id
     ), meant as (
       select own.id, coalesce(asked.wanted, false) as wanted, asked.due_on from own left join asked using (id)
     )
     update enrolment.enrolment e
        set due_on = meant.due_on,
            state = case when meant.wanted or e.state = 'in_progress' then e.state else 'withdrawn' end,
            withdrawn_at = case when meant.wanted or e.state = 'in_progress' then null else $3::timestamptz end
       from meant
      where e.id = meant.id and e.state in ('not_started', 'in_progress')
        and (e.due_on is distinct from meant.due_on or (not meant.wanted and e.state = 'not_started'))`,
    [assignmentId, officerIds, tx.now],
  );
}
