/** The room where a class that was held is entered: whoever took part has completed the course. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ClassLine, InputOf, OutputOf, trainingClassEndpoints } from '@tap-huan/contract';
import { MOST_PARTICIPANTS } from '@tap-huan/contract';
import { fold, readClassList, today } from '@tap-huan/rules';
import {
  accountOf,
  type Actor,
  Clock,
  Failure,
  found,
  Sql,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';

type Check = typeof trainingClassEndpoints.checkClassList;
type Input = InputOf<typeof trainingClassEndpoints.recordTrainingClass>['body'];

interface Known {
  officerId: string;
  fullName: string;
  code: string;
  takenAlready: boolean;
}

/**
 * Officers who may be entered: in the scope on the last day of the class, or now. $1 roots · $2 course · $3 last day.
 * `takenAlready`: another class or enrolment of the same course was completed on that very day.
 */
const ENTERABLE = `
  select o.id as "officerId", o.full_name as "fullName", lower(o.staff_code) as code,
         exists (select 1 from enrolment.enrolment e
                  where e.officer_id = o.id and e.course_id = $2 and e.state = 'completed'
                    and (e.completed_at at time zone 'Asia/Ho_Chi_Minh')::date = $3::date) as "takenAlready"
    from organisation.officer o
   cross join lateral organisation.post_at(o.id, $3::date) then_at
    left join organisation.present_officer p on p.id = o.id
   where (then_at.unit_id in (select * from organisation.history_units($1::uuid[]))
          or p.unit_id in (select * from organisation.units_in($1::uuid[])))`;

@Injectable()
export class ClassService {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  /** What a pasted list means; enters nothing. @throws Failure class_list_too_long */
  async check(
    actor: Actor,
    { courseId, endsOn, list }: InputOf<Check>['body'],
  ): Promise<OutputOf<Check>> {
    const pasted = readClassList(list);
    if (pasted.length > MOST_PARTICIPANTS) throw new Failure('class_list_too_long');
    const officers = await this.sql.rows<Known>(
      `${ENTERABLE} and lower(o.staff_code) = any ($4::text[])`,
      [
        unitsFor(actor, 'enrolment.assign'),
        courseId,
        endsOn,
        pasted.map(({ staffCode }) => staffCode.toLowerCase()),
      ],
    );
    const known = new Map(officers.map((officer) => [officer.code, officer]));
    const seen = new Set<string>();
    const lines = pasted.map(({ line, staffCode, scoreOfTen, badScore }): ClassLine => {
      const officer = known.get(staffCode.toLowerCase());
      const twice = officer !== undefined && seen.has(officer.officerId);
      if (officer) seen.add(officer.officerId);
      const problem = !officer
        ? 'officer_unknown'
        : twice
          ? 'officer_twice'
          : badScore
            ? 'bad_score'
            : officer.takenAlready
              ? 'taken_already'
              : null;
      const { officerId = null, fullName = '' } = officer ?? {};
      return { line, staffCode, officerId, fullName, scoreOfTen, problem };
    });
    return { lines };
  }

  /**
   * Enters a class: an open enrolment is completed, others get a completed one; hours enter the ledger.
   * @throws Failure not_found, course_not_published, hours_in_future, dates_reversed, class_list_outdated
   */
  record(actor: Actor, input: Input): Promise<{ id: string }> {
    if (input.startsOn > input.endsOn) throw new Failure('dates_reversed');
    if (input.endsOn > today(this.clock.now())) throw new Failure('hours_in_future');
    return this.writer.write(actor, async (tx) => {
      const roots = unitsFor(actor, 'enrolment.assign');
      await this.requireEnterable(tx, roots, input);
      const versionId = await heldVersion(tx, input.courseId, input.endsOn);
      const id = randomUUID();
      const inserted = await tx.rows(
        `insert into enrolment.training_class (id, title, search_text, course_id, unit_id, place, delivery_form,
                starts_on, ends_on, organiser, document_no, note, recorded_at, recorded_by)
         select $1, $2, $3, $4, u.id, $6, $7, $8, $9, $10, $11, $12, $13, $14
           from organisation.unit u
          where u.id = $5 and u.id in (select * from organisation.history_units($15::uuid[]))
         returning id`,
        [
          id,
          input.title,
          fold(`${input.title} ${input.place} ${input.organiser} ${input.documentNo}`),
          input.courseId,
          input.unitId,
          input.place,
          input.deliveryForm,
          input.startsOn,
          input.endsOn,
          input.organiser,
          input.documentNo,
          input.note,
          tx.now,
          actor.accountId === null ? null : accountOf(actor),
          roots,
        ],
      );
      found(inserted[0]);
      const enrolmentIds = await enterParticipants(tx, id, versionId, input);
      if (input.certify) {
        for (const enrolmentId of enrolmentIds) await tx.emit('CourseCompleted', { enrolmentId });
      } else {
        await tx.rows(`select enrolment.enter_completions(e, $2) from unnest($1::uuid[]) as e`, [
          enrolmentIds,
          tx.now,
        ]);
      }
      const facts = { title: input.title, participants: enrolmentIds.length };
      await tx.audit('class_recorded', { kind: 'training_class', id }, facts);
      return { id };
    });
  }

  private async requireEnterable(tx: Tx, roots: string[], input: Input): Promise<void> {
    const officerIds = input.participants.map(({ officerId }) => officerId);
    const free = await tx.rows(
      `select 1 from (${ENTERABLE} and o.id = any ($4::uuid[])) enterable where not "takenAlready"`,
      [roots, input.courseId, input.endsOn, officerIds],
    );
    if (free.length !== officerIds.length) throw new Failure('class_list_outdated');
  }
}

/** The version that was in force on the last day, or the first one where the course is younger than the class. */
async function heldVersion(tx: Tx, courseId: string, endsOn: string): Promise<string> {
  const version = await tx.maybe<{ id: string }>(
    `select v.id from learning.course_version v
      where v.course_id = $1 and v.state = 'published'
      order by (v.published_at < $2::date + 1) desc,
               case when v.published_at < $2::date + 1 then -v.number else v.number end
      limit 1`,
    [courseId, endsOn],
  );
  if (!version) throw new Failure('course_not_published');
  return version.id;
}

/** @returns the enrolments that are completed now */
async function enterParticipants(
  tx: Tx,
  classId: string,
  versionId: string,
  input: Input,
): Promise<string[]> {
  const people = JSON.stringify(input.participants);
  const shared = [people, classId, input.courseId, input.startsOn, input.endsOn];
  // Whoever was on the way to it has arrived.
  const arrived = await tx.rows<{ id: string; officerId: string }>(
    `update enrolment.enrolment e
        set state = 'completed', class_id = $2, score_of_ten = coalesce(k."scoreOfTen", e.score_of_ten),
            started_at = coalesce(e.started_at, greatest(e.enrolled_at, ($4::date + time '01:00') at time zone 'UTC')),
            completed_at = ($5::date + time '10:00') at time zone 'UTC'
       from jsonb_to_recordset($1::jsonb) as k ("officerId" uuid, "scoreOfTen" int)
      where e.officer_id = k."officerId" and e.course_id = $3
        and e.state in ('not_started', 'in_progress')
        and e.enrolled_at < ($5::date + time '10:00') at time zone 'UTC'
      returning e.id, e.officer_id as "officerId"`,
    shared,
  );
  const entered = await tx.rows<{ id: string }>(
    `insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, state, reason, enrolled_at,
            enrolled_by, started_at, completed_at, score_of_ten, total_lessons, occurrence, class_id)
     select gen_random_uuid(), k."officerId", $3, $6, 'completed', $7,
            ($4::date + time '01:00') at time zone 'UTC', $8,
            ($4::date + time '01:00') at time zone 'UTC', ($5::date + time '10:00') at time zone 'UTC',
            k."scoreOfTen",
            (select count(*)::int from learning.lesson l join learning.module m on m.id = l.module_id
              where m.course_version_id = $6),
            1 + coalesce((select max(e.occurrence) from enrolment.enrolment e
                           where e.officer_id = k."officerId" and e.course_id = $3
                             and e.state <> 'withdrawn'), 0), $2
       from jsonb_to_recordset($1::jsonb) as k ("officerId" uuid, "scoreOfTen" int)
      where k."officerId" <> all ($9::uuid[])
     returning id`,
    [
      ...shared,
      versionId,
      input.title,
      tx.actor.accountId,
      arrived.map(({ officerId }) => officerId),
    ],
  );
  return [...arrived, ...entered].map(({ id }) => id);
}
