/** The room where cases get their way through a programme. */
import { Injectable } from '@nestjs/common';
import type { Tx } from '@tap-huan/server/platform';
import { ProgrammeEnrolling } from '../programme/programme-enrolling';
import type { Assignment } from './assignment-terms';

interface Missing {
  officerId: string;
  dueOn: string | null;
  countsFrom: string | null;
}

@Injectable()
export class ProgrammeCases {
  constructor(private readonly programmes: ProgrammeEnrolling) {}

  /**
   * Puts whoever is due and not on the way on the programme, and ties the cases to it. Of a renewal only what is completed
   * after the last time counts. @returns how many were put on it
   */
  async enrol(
    tx: Tx,
    assignment: Assignment & { id: string },
    officerIds: readonly string[] | null,
  ): Promise<number> {
    const { target, recurrence } = assignment;
    if (target.kind !== 'programme') return 0;
    const onlyFirst = recurrence !== null && recurrence.renewalCourseId !== null;
    const missing = await tx.rows<Missing>(
      `select c.officer_id as "officerId", greatest(c.extended_to, c.due_on)::text as "dueOn",
              case when c.occurrence > 1 then (b.done_on + 1)::text
                   when c.because->>'dueFrom' = 'completion' then ((c.because->>'base')::date + 1)::text
              end as "countsFrom"
         from enrolment.assignment_case c
         left join enrolment.assignment_case b on b.assignment_id = c.assignment_id
               and b.officer_id = c.officer_id and b.occurrence = c.occurrence - 1
        where c.assignment_id = $1 and c.state in ('due', 'overdue') and ($2::uuid[] is null or c.officer_id = any ($2))
          and (c.occurrence = 1 or not $4) and not exists (
            select 1 from enrolment.programme_enrolment e
             where e.officer_id = c.officer_id and e.programme_id = $3 and e.state in ('not_started', 'in_progress'))
        order by c.officer_id`,
      [assignment.id, officerIds, target.id, onlyFirst],
    );
    const made: string[] = [];
    for (const [countsFrom, officers] of Map.groupBy(missing, (each) => each.countsFrom)) {
      const reason = assignment.reason.slice(0, 500);
      const ways = await this.programmes.enrolSet(tx, target.id, officers, { reason, countsFrom });
      made.push(...ways.map(({ id }) => id));
    }
    await this.tie(tx, assignment.id, target.id, officerIds, made);
    return made.length;
  }

  /** Somebody may be through at once, by courses that were completed before: they are looked at again. */
  private async tie(
    tx: Tx,
    assignmentId: string,
    programmeId: string,
    officerIds: readonly string[] | null,
    made: string[],
  ): Promise<void> {
    await tx.rows(
      `update enrolment.assignment_case c
          set programme_enrolment_id = e.id,
              enrolled_here = e.id = any ($4::uuid[]) or exists (
                select 1 from enrolment.assignment_case s
                 where s.programme_enrolment_id = e.id and s.enrolled_here)
         from enrolment.programme_enrolment e
        where c.assignment_id = $1 and c.state in ('due', 'overdue') and ($3::uuid[] is null or c.officer_id = any ($3))
          and e.officer_id = c.officer_id and e.programme_id = $2
          and e.state in ('not_started', 'in_progress') and c.programme_enrolment_id is distinct from e.id`,
      [assignmentId, programmeId, officerIds, made],
    );
    await tx.rows(
      `insert into enrolment.assignment_touched (officer_id)
       select officer_id from enrolment.programme_enrolment where id = any ($1::uuid[]) and state = 'completed'`,
      [made],
    );
  }

  /**
   * As `settleEnrolments` does for courses: the way carries the earliest due day that is asked of it; one that nobody asks
   * for any more is taken back where it was not begun, with the courses that were made for it and not begun either.
   */
  async settle(tx: Tx, assignmentId: string, officerIds: readonly string[] | null): Promise<void> {
    const changed = await tx.rows<{ id: string; withdrawn: boolean }>(
      `with own as (
         select distinct c.programme_enrolment_id as id from enrolment.assignment_case c
          where c.assignment_id = $1 and c.enrolled_here and c.programme_enrolment_id is not null
            and ($2::uuid[] is null or c.officer_id = any ($2))
       ), asked as (
         select c.programme_enrolment_id as id, min(greatest(c.extended_to, c.due_on)) as due_on
           from enrolment.assignment_case c join own on own.id = c.programme_enrolment_id
          where c.state in ('due', 'overdue') group by 1
       ), meant as (
         select own.id, asked.id is not null as wanted, asked.due_on from own left join asked using (id)
       )
       update enrolment.programme_enrolment e
          set due_on = meant.due_on,
              state = case when meant.wanted or e.state = 'in_progress' then e.state else 'withdrawn' end,
              withdrawn_at = case when meant.wanted or e.state = 'in_progress' then null else $3::timestamptz end
         from meant
        where e.id = meant.id and e.state in ('not_started', 'in_progress')
          and (e.due_on is distinct from meant.due_on or (not meant.wanted and e.state = 'not_started'))
       returning e.id, e.state = 'withdrawn' as withdrawn`,
      [assignmentId, officerIds, tx.now],
    );
    if (changed.length === 0) return;
    await tx.rows(
      `update enrolment.enrolment e
          set due_on = case when way.state = 'withdrawn' then e.due_on else way.due_on end,
              state = case when way.state = 'withdrawn' then 'withdrawn' else e.state end,
              withdrawn_at = case when way.state = 'withdrawn' then $2::timestamptz end
         from enrolment.programme_course pc
         join enrolment.programme_enrolment way on way.id = pc.programme_enrolment_id
        where pc.programme_enrolment_id = any ($1::uuid[]) and e.id = pc.enrolment_id
          and ((way.state = 'withdrawn' and e.state = 'not_started' and not exists (
                  select 1 from enrolment.programme_course other
                    join enrolment.programme_enrolment its on its.id = other.programme_enrolment_id
                   where other.enrolment_id = e.id and its.state in ('not_started', 'in_progress')))
            or (way.state <> 'withdrawn' and pc.required and e.state in ('not_started', 'in_progress')))`,
      [changed.map(({ id }) => id), tx.now],
    );
  }
}
