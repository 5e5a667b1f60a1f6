/** The room of an officer's own ways through programmes: how far each is, by the rules that complete it. */
import type { MyProgramme } from '@tap-huan/contract';
import { daysLeft, dueState, programmeStanding } from '@tap-huan/rules';
import { isOpen } from '../enrolment/enrolment-state';
import { factsOf, takenCourses, waysOf } from '../programme/programme-facts.reader';
import type { Queries } from '../progress/lesson-facts.reader';
import { assignedBecause } from './own-enrolment';

type OwnProgramme = Pick<
  MyProgramme,
  'id' | 'code' | 'title' | 'hours' | 'state' | 'dueOn' | 'assigned'
> & { completedAt: Date | null };

/** Open ones by due day, then completed ones, the newest first; whoever was taken off is on none. */
export const ownProgrammes = (queries: Queries, accountId: string): Promise<OwnProgramme[]> =>
  queries.rows<OwnProgramme>(
    `select e.id, p.code, v.title, v.hours, e.state, e.due_on::text as "dueOn", e.completed_at as "completedAt",
            ${assignedBecause('programme_enrolment_id')}
       from enrolment.programme_enrolment e
       join organisation.officer o on o.id = e.officer_id
       join learning.programme p on p.id = e.programme_id
       join learning.programme_version v on v.id = e.programme_version_id
      where o.account_id = $1 and e.state <> 'withdrawn'
      order by e.completed_at desc nulls first, e.due_on nulls last, e.enrolled_at, p.code`,
    [accountId],
  );

/** With progress; most officers are on none, and nothing more is asked for them. */
export async function myProgrammes(
  queries: Queries,
  own: readonly OwnProgramme[],
  day: string,
): Promise<MyProgramme[]> {
  if (own.length === 0) return [];
  const ids = own.map(({ id }) => id);
  const [ways, takenByWay] = await Promise.all([waysOf(queries, ids), takenCourses(queries, ids)]);
  const byId = new Map(ways.map((way) => [way.id, way]));
  return own.flatMap(({ completedAt, ...each }) => {
    const way = byId.get(each.id);
    if (!way) return [];
    const taken = takenByWay.get(each.id);
    const standing = programmeStanding(way, factsOf(taken), way);
    const courses = [...(taken?.values() ?? [])];
    // Also before the first course is done.
    const isBegun = courses.some(({ state }) => state !== 'not_started');
    return [
      {
        ...each,
        state: each.state === 'not_started' && isBegun ? 'in_progress' : each.state,
        dueState: dueState(each.dueOn, completedAt, day),
        daysLeft: isOpen(each.state) ? daysLeft(each.dueOn, day) : null,
        completedAt: completedAt?.toISOString() ?? null,
        sets: way.sets.map(({ title, kind }, place) => ({
          ...{ title, kind },
          ...(standing.sets[place] ?? { done: 0, needed: 0, complete: false }),
        })),
        gaps: isOpen(each.state) ? standing.gaps : [],
        enrolmentIds: courses.map(({ enrolmentId }) => enrolmentId),
      },
    ];
  });
}
