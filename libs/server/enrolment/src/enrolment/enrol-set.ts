/** The room where the rows of enrolments are made, for one officer or a hundred thousand. */
import type { Tx } from '@tap-huan/server/platform';

/** What is the same for all of them. */
export interface CourseTerms {
  courseId: string;
  courseVersionId: string;
  reason: string;
}

/** @returns the ids of the enrolments that were made, see `enrolEach` */
export async function enrolSet(
  tx: Tx,
  officers: readonly { officerId: string; dueOn: string | null }[],
  terms: CourseTerms,
): Promise<string[]> {
  const made = await enrolEach(tx, officers, terms);
  return made.map(({ id }) => id);
}

/**
 * Enrols officers, each with an own due day; whoever is taking the course is left alone, also where two do this at once.
 * Whoever has completed it takes it again: the next occurrence. Ids are drawn by the database, which makes the rows.
 * What was before is read once, and not for each officer: an index would also find the rows that are being made.
 */
export function enrolEach(
  tx: Tx,
  officers: readonly { officerId: string; dueOn: string | null }[],
  { courseId, courseVersionId, reason }: CourseTerms,
): Promise<{ id: string; officerId: string }[]> {
  return tx.rows(
    `with past as materialized (
       select e.officer_id, max(e.occurrence) as occurrence, bool_or(e.state <> 'completed') as taking
         from enrolment.enrolment e
        where e.course_id = $3 and e.state <> 'withdrawn' and e.officer_id = any ($1::uuid[])
        group by e.officer_id
     )
     insert into enrolment.enrolment
            (id, officer_id, course_id, course_version_id, state, due_on, reason,
             enrolled_at, enrolled_by, total_lessons, occurrence)
     select gen_random_uuid(), o.officer_id, $3, $4, 'not_started', o.due_on, $5, $6, $7,
            (select count(*) from learning.lesson l
               join learning.module m on m.id = l.module_id
              where m.course_version_id = $4),
            1 + coalesce(past.occurrence, 0)
       from unnest($1::uuid[], $2::date[]) as o(officer_id, due_on)
       left join past on past.officer_id = o.officer_id
      where past.taking is not true
         on conflict do nothing
     returning id, officer_id as "officerId"`,
    [
      officers.map(({ officerId }) => officerId),
      officers.map(({ dueOn }) => dueOn),
      courseId,
      courseVersionId,
      reason.normalize('NFC'),
      tx.now,
      tx.actor.accountId,
    ],
  );
}
