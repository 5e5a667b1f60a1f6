/** The room of the SQL of answers to mark: which ones, in which order, and what of them the actor may see. */
import type { InputOf, markingEndpoints, MarkingTaskRow } from '@tap-huan/contract';
import type { Actor, Sql } from '@tap-huan/server/platform';
import { notOwn, scopeOf, joinBank } from './marking-scope';

/** In which order, and which of them. */
export type TaskQuery = InputOf<typeof markingEndpoints.listMarkingTasks>['query'];

/** A row as SQL gives it. */
export type TaskRecord = Omit<MarkingTaskRow, 'submittedAt'> & { submittedAt: Date };

/** $1 units, $2 the actor. A name leaves the database only where marking is not anonymous. */
const FROM = `
  from assessment.marking_task t
    join assessment.marking_paper p on p.attempt_id = t.attempt_id
    join assessment.attempt a on a.id = t.attempt_id and ${notOwn(2)}
    join assessment.quiz z on z.id = t.quiz_id ${joinBank(1)}
    join assessment.question q on q.id = t.question_id
    join assessment.question_version newest
      on newest.question_id = q.id and newest.number = q.current_version
    left join assessment.mark own on own.task_id = t.id and own.marker_id = $2
    left join identity.account taker on taker.id = a.taker_id and not t.anonymous
    left join organisation.officer officer on officer.account_id = taker.id`;

const COLUMNS = `
  t.id, t.question_id as "questionId", t.slot_key as "slotKey",
  coalesce(officer.full_name, taker.full_name) as "fullName", p.number as "paperNumber",
  t.submitted_at as "submittedAt", t.state,
  case when own.id is null then 'none' when own.final_at is null then 'draft' else 'final' end as own,
  t.state in ('waiting', 'second') and own.final_at is null as "mayMark", t.awarded, t.points`;

/** Answers to one question after the other, or paper by paper; papers by their number. */
const ORDERS: Record<TaskQuery['order'], string> = {
  question: `newest.title collate "vi-x-icu", t.question_id, p.number, t.slot`,
  officer: `p.number, t.slot`,
};

/** $3 quiz, $4 question, $5 state; null filters nothing. */
const FILTER = `t.quiz_id = $3 and ($4::uuid is null or t.question_id = $4) and ($5::text is null or t.state = $5)`;

const filterOf = (actor: Actor, quizId: string, query: TaskQuery): unknown[] => [
  ...scopeOf(actor),
  quizId,
  query.questionId ?? null,
  query.state ?? null,
];

/** The row as the contract has it. */
export const taskRow = ({ submittedAt, ...row }: TaskRecord): MarkingTaskRow => ({
  ...row,
  submittedAt: submittedAt.toISOString(),
});

/** Answers of a quiz in the order asked for. */
export function listTasks(
  sql: Sql,
  actor: Actor,
  quizId: string,
  query: TaskQuery,
): Promise<TaskRecord[]> {
  return sql.rows<TaskRecord>(
    `select ${COLUMNS} ${FROM} where ${FILTER} order by ${ORDERS[query.order]}`,
    filterOf(actor, quizId, query),
  );
}

/** One answer, with what leads to its paper; null where the actor may not see it. */
export function oneTask(
  sql: Sql,
  actor: Actor,
  taskId: string,
): Promise<(TaskRecord & TaskPlace) | null> {
  return sql.maybe<TaskRecord & TaskPlace>(
    `select ${COLUMNS}, t.quiz_id as "quizId", a.title as "quizTitle", t.attempt_id as "attemptId", t.slot,
       t.question_version_id as "questionVersionId", t.anonymous, a.settings->>'mode' = 'practice' as practice,
       (a.settings->'practice'->>'tries')::int as tries
     ${FROM} where t.id = $3`,
    [...scopeOf(actor), taskId],
  );
}

/** Where an answer stands. */
export interface TaskPlace {
  quizId: string;
  quizTitle: string;
  attemptId: string;
  slot: number;
  questionVersionId: string;
  anonymous: boolean;
  practice: boolean;
  /** In practice: how often the question may be tried. */
  tries: number;
}

/** What comes before and after an answer, also where it is not among those asked for itself. */
export async function neighboursOf(
  sql: Sql,
  actor: Actor,
  { id, quizId }: { id: string; quizId: string },
  query: TaskQuery,
): Promise<{ next: string | null; previous: string | null }> {
  const neighbours = await sql.maybe<{ next: string | null; previous: string | null }>(
    `select previous, next from (
       select t.id, lag(t.id) over (order by ${ORDERS[query.order]}) as previous,
         lead(t.id) over (order by ${ORDERS[query.order]}) as next
       ${FROM} where (${FILTER}) or t.id = $6
     ) placed where id = $6`,
    [...filterOf(actor, quizId, query), id],
  );
  return neighbours ?? { next: null, previous: null };
}
