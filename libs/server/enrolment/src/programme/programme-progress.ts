/** The room where an officer's way through a programme learns how far it is, and that it is completed. */
import { Injectable } from '@nestjs/common';
import { courseCounts, programmeStanding } from '@tap-huan/rules';
import type { Tx } from '@tap-huan/server/platform';
import { isOpen, mayBecome } from '../enrolment/enrolment-state';
import {
  factsOf,
  lockOpenWays,
  type ProgrammeWay,
  takenCourses,
  type TakenCourse,
} from './programme-facts.reader';
import { ProgrammeEnrolmentEntity } from './programme-enrolment.entity';

type Taken = ReadonlyMap<string, TakenCourse>;

/** Ways computed together: what is loaded for them fits into a statement. */
const AT_ONCE = 500;

@Injectable()
export class ProgrammeProgress {
  /**
   * Computes the given ways anew from the facts; a repeat changes nothing. `ProgrammeCompleted` is emitted on the one
   * transition to `completed`, which the row lock lets only one caller make. @returns how many were completed now
   */
  async settle(tx: Tx, ids: readonly string[]): Promise<number> {
    let completed = 0;
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const ways = await lockOpenWays(tx, ids.slice(from, from + AT_ONCE));
      const taken = await takenCourses(
        tx,
        ways.map(({ id }) => id),
      );
      for (const way of ways) {
        if (await settleOne(tx, way, taken.get(way.id) ?? new Map())) completed += 1;
      }
    }
    return completed;
  }

  /** The open ways of an officer that a course belongs to. */
  async waysWith(tx: Tx, enrolmentId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `select pe.id from enrolment.enrolment e
         join enrolment.programme_enrolment pe on pe.officer_id = e.officer_id
         join learning.programme_version v on v.id = pe.programme_version_id
        where e.id = $1 and pe.state in ('not_started', 'in_progress')
          and exists (select 1 from jsonb_array_elements(v.sets) s
                       where s -> 'courseIds' ? e.course_id::text)`,
      [enrolmentId],
    );
    return rows.map(({ id }) => id);
  }
}

async function settleOne(tx: Tx, way: ProgrammeWay, taken: Taken): Promise<boolean> {
  if (!isOpen(way.state)) return false;
  const { sets, gaps } = programmeStanding(way, factsOf(taken), way);
  const begun = [...taken.values()].some(({ state }) => state !== 'not_started');
  const completed = gaps.length === 0 && mayBecome(way.state, 'completed');
  await tx.manager.update(ProgrammeEnrolmentEntity, way.id, {
    doneSets: sets.filter(({ complete }) => complete).length,
    totalSets: sets.length,
    ...(completed
      ? { state: 'completed', completedAt: completedAt(way, taken, tx.now) }
      : begun && mayBecome(way.state, 'in_progress')
        ? { state: 'in_progress' }
        : {}),
  });
  if (!completed) return false;
  await giveBackChoices(tx, way.id);
  await tx.emit('ProgrammeCompleted', { programmeEnrolmentId: way.id });
  return true;
}

/** When the last course was completed that counts; where a person had to record something, when it was recorded. */
function completedAt(way: ProgrammeWay, taken: Taken, now: Date): Date {
  const { attendancePercent, conduct, minimumPercent } = way.completion;
  if (attendancePercent !== null || conduct) return now;
  const times = [...taken.values()]
    .filter((course) => courseCounts(course, minimumPercent))
    .map((course) => (course.completedAt ?? now).getTime());
  return new Date(Math.min(now.getTime(), Math.max(way.enrolledAt.getTime(), ...times)));
}

/** Courses that were a choice and that nobody has begun are not owed any more. */
async function giveBackChoices(tx: Tx, wayId: string): Promise<void> {
  await tx.rows(
    `update enrolment.enrolment e set state = 'withdrawn', withdrawn_at = $2
       from enrolment.programme_course c
      where c.programme_enrolment_id = $1 and not c.required and e.id = c.enrolment_id
        and e.state = 'not_started'
        and not exists (
          select 1 from enrolment.programme_course o
            join enrolment.programme_enrolment w on w.id = o.programme_enrolment_id
           where o.enrolment_id = e.id and w.id <> $1 and w.state in ('not_started', 'in_progress'))`,
    [wayId, tx.now],
  );
}
