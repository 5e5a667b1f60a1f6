/** The room where markers see what waits for them: quiz by quiz, then answer by answer. */
import { Injectable } from '@nestjs/common';
import type { markingEndpoints, MarkingQueueRow, OutputOf } from '@tap-huan/contract';
import { type Actor, Sql } from '@tap-huan/server/platform';
import { courseTitle } from '../course-title';
import { listTasks, type TaskQuery, taskRow } from './marking-rows';
import { joinBank, notOwn, scopeOf, seeQuiz } from './marking-scope';

type Tasks = OutputOf<typeof markingEndpoints.listMarkingTasks>;

const QUEUES = `
  with task as (
    select t.quiz_id, count(*) filter (where t.state = 'waiting')::int as waiting,
      count(*) filter (where t.state = 'second')::int as second,
      count(*) filter (where t.state = 'to_agree')::int as "toAgree",
      count(*) filter (where t.state = 'done')::int as done,
      min(t.submitted_at) filter (where t.state <> 'done') as oldest
    from assessment.marking_task t join assessment.attempt a on a.id = t.attempt_id and ${notOwn(2)}
    group by t.quiz_id
  ), appeal as (
    select a.quiz_id, count(*)::int as open, min(p.at) as oldest
    from assessment.appeal p join assessment.attempt a on a.id = p.attempt_id and ${notOwn(2)}
    where p.state = 'open' group by a.quiz_id
  )
  select z.id as "quizId", z.title as "quizTitle", ${courseTitle('b.id')} as "courseTitle",
    coalesce(waiting, 0) as waiting, coalesce(second, 0) as second, coalesce("toAgree", 0) as "toAgree",
    coalesce(done, 0) as done, coalesce(appeal.open, 0) as "openAppeals",
    least(task.oldest, appeal.oldest) as "oldestAt"
  from assessment.quiz z ${joinBank(1)}
    left join task on task.quiz_id = z.id
    left join appeal on appeal.quiz_id = z.id
  where task.quiz_id is not null or appeal.quiz_id is not null
  order by "oldestAt" nulls last, z.title collate "vi-x-icu", z.id`;

/** Questions of a quiz that people mark; one that stands in several slots is told once. $1 units, $2 actor, $3 quiz. */
const QUESTIONS = `
  select t.question_id as "questionId", min(t.slot_key) as "slotKey", q.kind, newest.title,
    max(t.points) as points, json_build_object(
      'waiting', count(*) filter (where t.state = 'waiting'), 'second', count(*) filter (where t.state = 'second'),
      'to_agree', count(*) filter (where t.state = 'to_agree'), 'done', count(*) filter (where t.state = 'done')
    ) as counts
  from assessment.marking_task t
    join assessment.attempt a on a.id = t.attempt_id and ${notOwn(2)}
    join assessment.quiz z on z.id = t.quiz_id ${joinBank(1)}
    join assessment.question q on q.id = t.question_id
    join assessment.question_version newest on newest.question_id = q.id and newest.number = q.current_version
  where t.quiz_id = $3
  group by t.question_id, q.kind, newest.title
  order by newest.title collate "vi-x-icu", t.question_id`;

@Injectable()
export class MarkingQueues {
  constructor(private readonly sql: Sql) {}

  /** Quizzes of the actor's scope with answers marked by hand, or appeals; what waits longest comes first. */
  async queues(actor: Actor): Promise<OutputOf<typeof markingEndpoints.listMarkingQueues>> {
    const rows = await this.sql.rows<Omit<MarkingQueueRow, 'oldestAt'> & { oldestAt: Date | null }>(
      QUEUES,
      scopeOf(actor),
    );
    const items = rows.map((row) => ({ ...row, oldestAt: row.oldestAt?.toISOString() ?? null }));
    return { items };
  }

  /** Answers of a quiz. @throws Failure `not_found` */
  async tasks(actor: Actor, quizId: string, query: TaskQuery): Promise<Tasks> {
    const { title } = await seeQuiz(this.sql, actor, quizId);
    const [questions, tasks, { anonymous }] = await Promise.all([
      this.sql.rows<Tasks['questions'][number]>(QUESTIONS, [...scopeOf(actor), quizId]),
      listTasks(this.sql, actor, quizId, query),
      this.sql.one<{ anonymous: boolean }>(
        `select coalesce(bool_or(t.anonymous), false) as anonymous
         from assessment.marking_task t where t.quiz_id = $1`,
        [quizId],
      ),
    ]);
    return { quizTitle: title, anonymous, questions, items: tasks.map(taskRow) };
  }
}
