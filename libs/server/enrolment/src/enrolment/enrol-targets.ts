/** The room of enrolling by set: ten thousand officers are one statement. */
import type { enrolmentEndpoints, OutputOf } from '@tap-huan/contract';
import type { Tx } from '@tap-huan/server/platform';
import type { Queries } from '../progress/lesson-facts.reader';

type Outcome = OutputOf<typeof enrolmentEndpoints.enrol>;

/** Who shall take which course. */
export interface Wanted {
  officerIds: string[];
  /** All officers of this unit and below. */
  unitId: string | null;
  /** Roots of the actor's scope. */
  roots: string[];
  courseId: string;
}

interface Counts {
  named: number;
  allowed: number;
  enrolled: number;
}

/** `named`: whoever was asked for. `target`: those with a present position in the scope. */
const TARGETS = `
  with named as (
    select unnest($1::uuid[]) as officer_id
     union
    select p.id from organisation.present_officer p
     where p.unit_id in (select * from organisation.units_in(array[$2::uuid]))
  ), target as (
    select p.id as officer_id
      from named n
      join organisation.present_officer p on p.id = n.officer_id
     where p.unit_id in (select * from organisation.units_in($3::uuid[]))
  )`;

const outcomeOf = ({ named, allowed, enrolled }: Counts): Outcome => ({
  enrolled,
  already: allowed - enrolled,
  skipped: named - allowed,
});

/** What enrolling would do; changes nothing. */
export async function countTargets(queries: Queries, wanted: Wanted): Promise<Outcome> {
  const [counts] = await queries.rows<Counts>(
    `${TARGETS}
     select (select count(*)::int from named) as named, count(*)::int as allowed,
            count(*) filter (where not exists (
              select 1 from enrolment.enrolment e
               where e.officer_id = t.officer_id and e.course_id = $4
                 and e.state <> 'withdrawn'))::int as enrolled
       from target t`,
    [wanted.officerIds, wanted.unitId, wanted.roots, wanted.courseId],
  );
  return outcomeOf(counts as Counts);
}

/**
 * Enrols whoever is not enrolled; two callers at once cannot enrol anybody twice. Ids are drawn by the
 * database here, because the rows are made by it.
 */
export async function enrolTargets(
  tx: Tx,
  wanted: Wanted,
  terms: { courseVersionId: string; dueOn: string | null; reason: string },
): Promise<Outcome> {
  const [counts] = await tx.rows<Counts>(
    `${TARGETS}, inserted as (
       insert into enrolment.enrolment
              (id, officer_id, course_id, course_version_id, state, due_on, reason,
               enrolled_at, enrolled_by, total_lessons)
       select gen_random_uuid(), t.officer_id, $4, $5, 'not_started', $6, $7, $8, $9,
              (select count(*) from learning.lesson l
                 join learning.module m on m.id = l.module_id
                where m.course_version_id = $5)
         from target t
           on conflict do nothing
       returning 1)
     select (select count(*)::int from named) as named,
            (select count(*)::int from target) as allowed,
            (select count(*)::int from inserted) as enrolled`,
    [
      wanted.officerIds,
      wanted.unitId,
      wanted.roots,
      wanted.courseId,
      terms.courseVersionId,
      terms.dueOn,
      terms.reason.normalize('NFC'),
      tx.now,
      tx.actor.accountId,
    ],
  );
  return outcomeOf(counts as Counts);
}
