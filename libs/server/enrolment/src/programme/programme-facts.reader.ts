/** The room that knows what officers have done of the courses of their programmes. */
import type { ProgrammeContent } from '@tap-huan/contract';
import type { ProgrammeCourseFacts, ProgrammeFacts } from '@tap-huan/rules';
import type { EnrolmentState } from '../enrolment/enrolment-state';
import { lessonFacts, type Queries } from '../progress/lesson-facts.reader';

/** One officer's way through a programme, with what its rules need. */
export interface ProgrammeWay {
  id: string;
  officerId: string;
  programmeId: string;
  state: EnrolmentState;
  enrolledAt: Date;
  attendancePercent: number | null;
  conductOk: boolean | null;
  sets: ProgrammeContent['sets'];
  completion: ProgrammeContent['completion'];
}

/** What of a course stands for it in a programme: the newest completion that counts by its day, else what is open. */
export interface TakenCourse extends ProgrammeCourseFacts {
  enrolmentId: string;
  state: EnrolmentState;
  completedAt: Date | null;
}

interface TakenRow {
  wayId: string;
  courseId: string;
  enrolmentId: string;
  state: EnrolmentState;
  completedAt: Date | null;
  hours: number;
}

const WAYS = `
  select pe.id, pe.officer_id as "officerId", pe.programme_id as "programmeId", pe.state,
         pe.enrolled_at as "enrolledAt", pe.attendance_percent as "attendancePercent",
         pe.conduct_ok as "conductOk", v.sets, v.completion
    from enrolment.programme_enrolment pe
    join learning.programme_version v on v.id = pe.programme_version_id`;

/** The ways of the given ids that are still open, locked until the transaction ends, by id. */
export const lockOpenWays = (queries: Queries, ids: readonly string[]): Promise<ProgrammeWay[]> =>
  queries.rows<ProgrammeWay>(
    `${WAYS} where pe.id = any ($1::uuid[]) and pe.state in ('not_started', 'in_progress')
      order by pe.id for no key update of pe`,
    [ids],
  );

/** The ways of the given ids, whatever their state. */
export const waysOf = (queries: Queries, ids: readonly string[]): Promise<ProgrammeWay[]> =>
  queries.rows<ProgrammeWay>(`${WAYS} where pe.id = any ($1::uuid[])`, [ids]);

/** By the id of the way, then by the id of the course. */
export async function takenCourses(
  queries: Queries,
  wayIds: readonly string[],
): Promise<Map<string, Map<string, TakenCourse>>> {
  const rows = await queries.rows<TakenRow>(
    `select distinct on (pe.id, e.course_id) pe.id as "wayId", e.course_id as "courseId",
            e.id as "enrolmentId", e.state, e.completed_at as "completedAt", cv.hours
       from enrolment.programme_enrolment pe
       join learning.programme_version v on v.id = pe.programme_version_id
       cross join jsonb_array_elements(v.sets) s
       cross join jsonb_array_elements_text(s -> 'courseIds') named
       join enrolment.enrolment e on e.officer_id = pe.officer_id and e.course_id = named::uuid
       join learning.course_version cv on cv.id = e.course_version_id
      where pe.id = any ($1::uuid[]) and e.state <> 'withdrawn'
        and (e.state <> 'completed' or pe.counts_from is null
             or (e.completed_at at time zone 'Asia/Ho_Chi_Minh')::date >= pe.counts_from)
      order by pe.id, e.course_id, e.state = 'completed' desc, e.completed_at desc`,
    [wayIds],
  );
  const completed = rows.filter(({ state }) => state === 'completed');
  const ids = [...new Set(completed.map(({ enrolmentId }) => enrolmentId))];
  const [scores, seconds] = await Promise.all([
    lowestScores(queries, ids),
    lessonSeconds(queries, ids),
  ]);
  const ways = new Map<string, Map<string, TakenCourse>>();
  for (const { wayId, courseId, ...row } of rows) {
    const courses = ways.get(wayId) ?? new Map<string, TakenCourse>();
    courses.set(courseId, {
      ...row,
      completed: row.state === 'completed',
      lowestScore: scores.get(row.enrolmentId) ?? null,
      lessonSeconds: seconds.get(row.enrolmentId) ?? [],
    });
    ways.set(wayId, courses);
  }
  return ways;
}

/** In the shape of the rule book. */
export const factsOf = (courses: ReadonlyMap<string, TakenCourse> | undefined): ProgrammeFacts =>
  courses ?? new Map<string, TakenCourse>();

async function lowestScores(queries: Queries, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const lowest = new Map<string, number>();
  for (const { enrolmentId, score } of await lessonFacts(queries, ids)) {
    if (score === null) continue;
    lowest.set(enrolmentId, Math.min(score, lowest.get(enrolmentId) ?? score));
  }
  return lowest;
}

/** Reading as the browser reported it, and quizzes from start to submission, lesson by lesson. */
async function lessonSeconds(queries: Queries, ids: string[]): Promise<Map<string, number[]>> {
  if (ids.length === 0) return new Map();
  const rows = await queries.rows<{ enrolmentId: string; seconds: number[] }>(
    `select id as "enrolmentId", array_agg(seconds) as seconds from (
       select p.enrolment_id as id, p.seconds
         from enrolment.lesson_progress p where p.enrolment_id = any ($1::uuid[])
        union all
       select a.context_id, sum(extract(epoch from a.submitted_at - a.started_at))::int
         from assessment.attempt a
        where a.context_id = any ($1::uuid[]) and not a.preview and a.submitted_at is not null
        group by a.context_id, a.quiz_id) lesson
      group by id`,
    [ids],
  );
  return new Map(rows.map(({ enrolmentId, seconds }) => [enrolmentId, seconds]));
}
