/** The room that knows how far each lesson of an enrolment is done. */
import type { QuizSettings } from '@tap-huan/contract';
import { countedResult, type FactsByKey } from '@tap-huan/rules';

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
  /** Read to the end; for a quiz: when the attempt was submitted with which the result that counts has passed. */
  finishedAt: Date | null;
  /** The score of a quiz that counts, hundredths on the scale of ten; whether or not its officer may see it. */
  score: number | null;
  /** When the last attempt of a quiz was submitted. */
  submittedAt: Date | null;
  /** Of a quiz; everybody's. */
  settings: QuizSettings | null;
  position: number;
}

type LessonRow = Omit<LessonFact, 'score' | 'submittedAt'> & { attempts: AttemptRow[] | null };

interface AttemptRow {
  scoreOfTen: number | null;
  passed: boolean | null;
  submittedAt: string | null;
}

/**
 * The lessons of the given enrolments in the order of the course. Inside a transaction that holds the
 * enrolment row, the answer stands until it commits.
 */
export async function lessonFacts(queries: Queries, enrolmentIds: string[]): Promise<LessonFact[]> {
  const rows = await queries.rows<LessonRow>(
    `select e.id as "enrolmentId", m.id as "moduleId", m.title as "moduleTitle",
            l.id, l.key, l.kind, l.title, l.minutes,
            l.quiz_id as "quizId", l.quiz_version_id as "quizVersionId",
            q.attempts is not null or p.enrolment_id is not null as started,
            p.finished_at as "finishedAt", z.settings, q.attempts,
            coalesce(p.position, 0) as position
       from enrolment.enrolment e
       join learning.module m on m.course_version_id = e.course_version_id
       join learning.lesson l on l.module_id = m.id
       left join enrolment.lesson_progress p on p.enrolment_id = e.id and p.lesson_key = l.key
       left join assessment.quiz_version z on z.id = l.quiz_version_id
       left join lateral (
         select json_agg(json_build_object('scoreOfTen', a.score_of_ten, 'passed', a.passed,
                         'submittedAt', a.submitted_at) order by a.number) as attempts
           from assessment.attempt a
          where a.context_id = e.id and a.quiz_id = l.quiz_id and not a.preview
            and a.phase <> 'prepared') q
         on l.kind = 'quiz'
      where e.id = any($1::uuid[])
      order by e.id, m.ordinal, l.ordinal`,
    [enrolmentIds],
  );
  return rows.map(({ attempts, ...row }) =>
    row.kind === 'quiz' && row.settings
      ? { ...row, ...quizFacts(attempts ?? [], row.settings) }
      : { ...row, score: null, submittedAt: null },
  );
}

/** What the attempts on a quiz come to, by its grading method. */
function quizFacts(
  attempts: readonly AttemptRow[],
  { grading, passPercent }: QuizSettings,
): Pick<LessonFact, 'finishedAt' | 'score' | 'submittedAt'> {
  const counted = countedResult(attempts, grading, passPercent);
  const marked = attempts.filter(({ scoreOfTen }) => scoreOfTen !== null);
  // The attempt after which the result that counts stood.
  const decisive = {
    highest: marked.find(({ passed }) => passed),
    first: marked[0],
    last: marked.at(-1),
    average: marked.at(-1),
  }[grading];
  return {
    score: counted?.scoreOfTen ?? null,
    finishedAt: counted?.passed ? instantOf(decisive?.submittedAt) : null,
    submittedAt: instantOf(attempts.findLast(({ submittedAt }) => submittedAt)?.submittedAt),
  };
}

const instantOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

/** The facts in the shape of the rule book. */
export const factsByKey = (lessons: readonly LessonFact[]): FactsByKey =>
  new Map(
    lessons.map(({ key, started, finishedAt, score }) => [
      key,
      { started, finished: finishedAt !== null, score },
    ]),
  );
