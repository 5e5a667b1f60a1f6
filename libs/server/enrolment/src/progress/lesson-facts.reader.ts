/** The room that knows how far each lesson of an enrolment is done. */
import type { FactsByKey } from '@tap-huan/rules';

/** Whatever runs a select: a transaction, or the pool. */
export interface Queries {
  rows<T>(text: string, params?: unknown[]): Promise<T[]>;
}

/** One lesson of the pinned course version, with what its officer has done of it. */
export interface LessonFact {
  enrolmentId: string;
  moduleId: string;
  moduleTitle: string;
  id: string;
  key: string;
  kind: 'reading' | 'quiz';
  title: string;
  minutes: number;
  quizId: string | null;
  quizVersionId: string | null;
  started: boolean;
  /** Read to the end; for a quiz: when the first attempt that passed was submitted. */
  finishedAt: Date | null;
  /** Best score of a quiz, hundredths on the scale of ten. */
  bestScore: number | null;
  position: number;
}

/**
 * The lessons of the given enrolments in the order of the course. Inside a transaction that holds the
 * enrolment row, the answer stands until it commits.
 */
export function lessonFacts(queries: Queries, enrolmentIds: string[]): Promise<LessonFact[]> {
  return queries.rows<LessonFact>(
    `select e.id as "enrolmentId", m.id as "moduleId", m.title as "moduleTitle",
            l.id, l.key, l.kind, l.title, l.minutes,
            l.quiz_id as "quizId", l.quiz_version_id as "quizVersionId",
            coalesce(q.attempts > 0, false) or p.enrolment_id is not null as started,
            case l.kind when 'quiz' then q.passed_at else p.finished_at end as "finishedAt",
            q.best as "bestScore", coalesce(p.position, 0) as position
       from enrolment.enrolment e
       join learning.module m on m.course_version_id = e.course_version_id
       join learning.lesson l on l.module_id = m.id
       left join enrolment.lesson_progress p on p.enrolment_id = e.id and p.lesson_key = l.key
       left join lateral (
         select count(*) as attempts, max(a.score_of_ten) as best,
                min(a.submitted_at) filter (where a.passed) as passed_at
           from assessment.attempt a
          where a.context_id = e.id and a.quiz_id = l.quiz_id and not a.preview) q
         on l.kind = 'quiz'
      where e.id = any($1::uuid[])
      order by e.id, m.ordinal, l.ordinal`,
    [enrolmentIds],
  );
}

/** The facts in the shape of the rule book. */
export const factsByKey = (lessons: readonly LessonFact[]): FactsByKey =>
  new Map(
    lessons.map(({ key, started, finishedAt, bestScore }) => [
      key,
      { started, finished: finishedAt !== null, bestScore },
    ]),
  );
