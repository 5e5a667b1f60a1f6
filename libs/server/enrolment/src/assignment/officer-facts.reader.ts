/** The room where everything that decides about officers in an assignment is gathered, for all of them in one statement. */
import type { CaseFacts, OfficerFacts } from '@tap-huan/rules';
import type { Queries } from '../progress/lesson-facts.reader';
import { type Assignment, columnsOf } from './assignment-terms';

export interface OfficerLine extends OfficerFacts {
  officerId: string;
  /** Whether the officer is taking the course or programme now. */
  enrolled: boolean;
}

/**
 * $1 assignment or null, $2 audience, $3 unit, $4 officers or null for all, $5 course, $6 renewal course, $7 programme,
 * $8 today. A completion of the renewal course counts for whoever has completed the whole before.
 */
const FACTS = `
  with member as materialized (
    select m as officer_id from enrolment.audience_members($2) m
     where ($4::uuid[] is null or m = any ($4))
       and m in (select p.officer_id from organisation.position p
                  where p.valid_to is null and p.unit_id in (select organisation.units_in(array[$3::uuid])))
  ), latest as materialized (
    select distinct on (c.officer_id) c.officer_id, c.occurrence, c.state, c.because, c.since, c.due_on,
           c.extended_to, c.done_on, c.left_on
      from enrolment.assignment_case c
     where c.assignment_id = $1 and ($4::uuid[] is null or c.officer_id = any ($4))
     order by c.officer_id, c.occurrence desc
  ), finished as (
    select e.officer_id, (e.completed_at at time zone 'Asia/Ho_Chi_Minh')::date as done,
           coalesce(e.course_id = $5::uuid, false) as whole
      from enrolment.enrolment e
     where e.course_id in ($5, $6) and e.state = 'completed'
       and ($4::uuid[] is null or e.officer_id = any ($4))
     union all
    select e.officer_id, (e.completed_at at time zone 'Asia/Ho_Chi_Minh')::date, true
      from enrolment.programme_enrolment e
     where e.programme_id = $7 and e.state = 'completed'
       and ($4::uuid[] is null or e.officer_id = any ($4))
  ), completed as materialized (
    select f.officer_id, max(f.done) filter (where f.whole or f.done >= f.first) as done
      from (select *, min(done) filter (where whole) over (partition by officer_id) as first from finished) f
     group by f.officer_id
  ), exempt as materialized (
    select distinct x.officer_id from enrolment.exemption x
     where (x.assignment_id = $1 or x.course_id = $5 or x.programme_id = $7)
       and x.ended_at is null and x.valid_from <= $8::date and coalesce(x.valid_to >= $8::date, true)
  ), taking as materialized (
    select e.officer_id from enrolment.enrolment e
     where e.course_id = $5 and e.state in ('not_started', 'in_progress')
     union
    select e.officer_id from enrolment.programme_enrolment e
     where e.programme_id = $7 and e.state in ('not_started', 'in_progress')
  )
  select o.officer_id as "officerId", m.officer_id is not null as member, x.officer_id is not null as exempt,
         t.officer_id is not null as enrolled, p.appointed_on::text as "appointedOn", f.done::text as "completedOn",
         l.occurrence, l.state, l.because, l.since::text as since, l.due_on::text as "dueOn",
         l.extended_to::text as "extendedTo", l.done_on::text as "doneOn", l.left_on::text as "leftOn",
         b.done_on::text as "previousDoneOn"
    from (select officer_id from member union select officer_id from latest) o
    left join member m on m.officer_id = o.officer_id
    left join latest l on l.officer_id = o.officer_id
    left join enrolment.assignment_case b on b.assignment_id = $1 and b.officer_id = o.officer_id
                                         and b.occurrence = l.occurrence - 1
    left join completed f on f.officer_id = o.officer_id
    left join exempt x on x.officer_id = o.officer_id
    left join taking t on t.officer_id = o.officer_id
    left join organisation.position p on p.officer_id = o.officer_id and p.valid_to is null
   order by o.officer_id`;

type Row = Omit<OfficerLine, 'latest'> & { [K in keyof CaseFacts]: CaseFacts[K] | null };

/** Facts of everybody who is or was in the assignment, or of the given officers only. */
export async function officerFacts(
  queries: Queries,
  assignment: Assignment,
  today: string,
  officerIds: readonly string[] | null = null,
): Promise<OfficerLine[]> {
  const { courseId, programmeId } = columnsOf(assignment.target);
  const rows = await queries.rows<Row>(FACTS, [
    assignment.id,
    assignment.audienceId,
    assignment.unitId,
    officerIds,
    courseId,
    assignment.recurrence?.renewalCourseId ?? null,
    programmeId,
    today,
  ]);
  return rows.map(lineOf);
}

function lineOf(row: Row): OfficerLine {
  const { officerId, member, exempt, enrolled, appointedOn, completedOn, previousDoneOn } = row;
  const { occurrence, state, because, since, dueOn, extendedTo, doneOn, leftOn } = row;
  const latest =
    occurrence === null || state === null || because === null || since === null
      ? null
      : { occurrence, state, because, since, dueOn, extendedTo, doneOn, leftOn };
  return { officerId, member, exempt, enrolled, appointedOn, completedOn, previousDoneOn, latest };
}
