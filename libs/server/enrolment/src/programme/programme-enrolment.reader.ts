/** The room where HR sees who is on a programme, how far, and what is missing. */
import { Injectable } from '@nestjs/common';
import type {
  InputOf,
  OutputOf,
  ProgrammeEnrolment,
  programmeEnrolmentEndpoints,
  ProgrammeEnrolmentRow,
} from '@tap-huan/contract';
import { courseCounts, dueState, programmeStanding, today } from '@tap-huan/rules';
import { type Actor, Clock, found, Sql, unitsFor } from '@tap-huan/server/platform';
import { likePattern } from '../enrolment/enrolment.reader';
import { factsOf, takenCourses, type TakenCourse, waysOf } from './programme-facts.reader';

type List = typeof programmeEnrolmentEndpoints.listProgrammeEnrolments;
type Progress = ProgrammeEnrolment['progress'];
type Course = Progress['sets'][number]['courses'][number];

type Row = Omit<ProgrammeEnrolmentRow, 'dueState' | 'enrolledAt' | 'completedAt'> & {
  enrolledAt: Date;
  completedAt: Date | null;
};

/** Somebody who has begun a course of the programme is on the way, also before the first course is done. */
const STATE = `case when pe.state = 'not_started' and exists (
    select 1 from enrolment.programme_course c join enrolment.enrolment e on e.id = c.enrolment_id
     where c.programme_enrolment_id = pe.id and e.state = 'in_progress')
  then 'in_progress' else pe.state end`;

const COLUMNS = `pe.id, pe.officer_id as "officerId", p.full_name as "fullName",
       p.staff_code as "staffCode", p.unit_name as "unitName", pe.programme_id as "programmeId",
       v.number as "versionNumber", ${STATE} as state, pe.done_sets as "doneSets",
       pe.total_sets as "totalSets", pe.due_on::text as "dueOn", pe.conduct_ok as "conductOk",
       pe.attendance_percent as "attendancePercent", pe.enrolled_at as "enrolledAt",
       pe.completed_at as "completedAt"`;

/** $1 roots, $2 programme, $3 state, $4 unit, $5 pattern; null filters nothing. */
const FROM = `
  from enrolment.programme_enrolment pe
  join organisation.present_officer p on p.id = pe.officer_id
  join learning.programme_version v on v.id = pe.programme_version_id
 where p.unit_id in (select * from organisation.units_in($1::uuid[]))
   and pe.programme_id = $2
   and ($3::text is null or ${STATE} = $3)
   and ($4::uuid is null or p.unit_id in (select * from organisation.units_in(array[$4::uuid])))
   and ($5::text is null or p.search_text like $5)`;

@Injectable()
export class ProgrammeEnrolmentReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Sorted as Vietnamese names are. @throws Failure not_found where there is no such programme */
  async list(actor: Actor, { params, query }: InputOf<List>): Promise<OutputOf<List>> {
    const { programmeId } = params;
    found(await this.sql.maybe(`select 1 from learning.programme where id = $1`, [programmeId]));
    const filters = [
      ...[unitsFor(actor, 'completion.read'), programmeId, query.state ?? null],
      ...[query.unitId ?? null, query.search?.trim() ? likePattern(query.search) : null],
    ];
    const [{ total }, rows] = await Promise.all([
      this.sql.one<{ total: number }>(`select count(*)::int as total ${FROM}`, filters),
      this.sql.rows<Row>(
        `select ${COLUMNS} ${FROM}
          order by p.sort_key collate "vi-x-icu", p.staff_code, pe.enrolled_at desc, pe.id
          limit $6 offset $7`,
        [...filters, query.pageSize, (query.page - 1) * query.pageSize],
      ),
    ]);
    const day = today(this.clock.now());
    return { total, items: rows.map((row) => rowOf(row, day)) };
  }

  /** @throws Failure not_found, also out of the actor's scope */
  async read(actor: Actor, id: string): Promise<ProgrammeEnrolment> {
    const row = found(
      await this.sql.maybe<Row & { reason: string }>(
        `select ${COLUMNS}, pe.reason
           from enrolment.programme_enrolment pe
           join organisation.present_officer p on p.id = pe.officer_id
           join learning.programme_version v on v.id = pe.programme_version_id
          where pe.id = $1 and organisation.in_scope(p.unit_id, $2)`,
        [id, unitsFor(actor, 'completion.read')],
      ),
    );
    return {
      ...rowOf(row, today(this.clock.now())),
      reason: row.reason,
      progress: await this.progress(id),
    };
  }

  private async progress(id: string): Promise<Progress> {
    const [ways, takenByWay, head] = await Promise.all([
      waysOf(this.sql, [id]),
      takenCourses(this.sql, [id]),
      this.sql.one<Pick<Progress, 'code' | 'title' | 'hours' | 'decisionNo' | 'decidedOn'>>(
        `select p.code, v.title, v.hours, v.decision_no as "decisionNo",
                v.decided_on::text as "decidedOn"
           from enrolment.programme_enrolment pe
           join learning.programme p on p.id = pe.programme_id
           join learning.programme_version v on v.id = pe.programme_version_id
          where pe.id = $1`,
        [id],
      ),
    ]);
    const way = found(ways[0] ?? null);
    const taken = takenByWay.get(id);
    const standing = programmeStanding(way, factsOf(taken), way);
    const courses = await this.courses(way.sets.flatMap(({ courseIds }) => courseIds));
    const { minimumPercent, minimumMinutes } = way.completion;
    return {
      ...head,
      sets: way.sets.map((set, index) => ({
        title: set.title,
        kind: set.kind,
        ...(standing.sets[index] ?? { done: 0, needed: 0, complete: false }),
        courses: set.courseIds.flatMap((courseId) => {
          const course = courses.get(courseId);
          return course ? [courseOf(course, taken?.get(courseId), minimumPercent)] : [];
        }),
      })),
      gaps: way.state === 'completed' ? [] : standing.gaps,
      minutes: standing.minutes,
      minimumMinutes,
    };
  }

  private async courses(ids: string[]) {
    const rows = await this.sql.rows<Pick<Course, 'courseId' | 'code' | 'title' | 'hours'>>(
      `select c.id as "courseId", c.code, v.title, v.hours
         from learning.course c
         join lateral (
           select title, hours from learning.course_version
            where course_id = c.id order by state = 'published' desc, number desc limit 1) v on true
        where c.id = any ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.courseId, row]));
  }
}

const courseOf = (
  course: Pick<Course, 'courseId' | 'code' | 'title' | 'hours'>,
  taken: TakenCourse | undefined,
  minimumPercent: number,
): Course => ({
  ...course,
  hours: taken?.completed ? taken.hours : course.hours,
  state: taken?.state ?? null,
  counts: courseCounts(taken, minimumPercent),
  enrolmentId: taken?.enrolmentId ?? null,
});

function rowOf({ enrolledAt, completedAt, ...row }: Row, day: string): ProgrammeEnrolmentRow {
  return {
    ...row,
    // Whoever was taken off owes nothing any more.
    dueState: dueState(row.state === 'withdrawn' ? null : row.dueOn, completedAt, day),
    enrolledAt: enrolledAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
  };
}
