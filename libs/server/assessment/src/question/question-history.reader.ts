/** The room of a question's past: its versions, and the quizzes in which it stands. */
import { Injectable } from '@nestjs/common';
import type {
  OutputOf,
  questionBankEndpoints,
  QuestionContent,
  QuestionUse,
  QuestionVersionRow,
} from '@tap-huan/contract';
import { type Actor, found, Sql } from '@tap-huan/server/platform';
import { courseTitle } from '../course-title';
import { authorUnits, bankUsable } from '../scope';

/**
 * Published quiz versions that hold question `$1`, each with the question version it holds. What stands there for
 * everybody is not drawn as well.
 */
const STANDING = `
  select distinct on (z.id) z.id as quiz_version_id, slot.drawn, (slot.held->>'questionVersionId')::uuid as version_id
  from assessment.quiz_version z
    cross join lateral (
      select false as drawn, jsonb_path_query(z.sections, '$[*].slots[*].question ? (@.questionId == $id)',
        jsonb_build_object('id', $1::uuid)) as held
      union all
      select true, jsonb_path_query(z.sections, '$[*].slots[*].pool[*] ? (@.questionId == $id)',
        jsonb_build_object('id', $1::uuid))
    ) slot
  where assessment.questions_of(z.sections) @> array[$1::uuid]
  order by z.id, slot.drawn`;

/** Attempts that show it: all on a version where it is fixed; where it may be drawn, those on whose paper it is. */
const ATTEMPTS = `
  select count(*) from assessment.attempt a
    left join assessment.result r on r.attempt_id = a.id and standing.drawn
  where a.quiz_version_id = standing.quiz_version_id and a.phase <> 'prepared' and (
    not standing.drawn
    or standing.version_id = any(r.version_ids)
    or (r.attempt_id is null and a.paper @> jsonb_build_object('slots',
          jsonb_build_array(jsonb_build_object('questionVersionId', standing.version_id)))))`;

@Injectable()
export class QuestionHistoryReader {
  constructor(private readonly sql: Sql) {}

  /** Versions, newest first, and every quiz that names the question or holds it; also quizzes of other units. */
  async history(
    actor: Actor,
    questionId: string,
  ): Promise<OutputOf<typeof questionBankEndpoints.readQuestionHistory>> {
    await this.see(actor, questionId);
    const [versions, uses] = await Promise.all([
      this.versions(questionId),
      this.uses(actor, questionId),
    ]);
    return { versions, uses };
  }

  /** One version of a question, with its key: for authors. */
  async version(
    actor: Actor,
    { questionId, number }: { questionId: string; number: number },
  ): Promise<OutputOf<typeof questionBankEndpoints.readQuestionVersion>> {
    await this.see(actor, questionId);
    const row = found(
      await this.sql.maybe<{ number: number; content: QuestionContent; createdAt: Date }>(
        `select number, content, created_at as "createdAt"
         from assessment.question_version where question_id = $1 and number = $2`,
        [questionId, number],
      ),
    );
    return { ...row, createdAt: row.createdAt.toISOString() };
  }

  private async see(actor: Actor, questionId: string): Promise<void> {
    found(
      await this.sql.maybe(
        `select 1 from assessment.question q join assessment.bank b on b.id = q.bank_id
         where q.id = $1 and ${bankUsable(2)}`,
        [questionId, authorUnits(actor)],
      ),
    );
  }

  private async versions(questionId: string): Promise<QuestionVersionRow[]> {
    const rows = await this.sql.rows<Omit<QuestionVersionRow, 'createdAt'> & { createdAt: Date }>(
      `with counted as (
         select standing.version_id, count(*) as published, sum((${ATTEMPTS})) as attempts
         from (${STANDING}) standing
         group by standing.version_id
       )
       select v.number, v.created_at as "createdAt", coalesce(a.full_name, '') as "createdBy",
         coalesce(counted.published, 0)::int as published, coalesce(counted.attempts, 0)::int as attempts
       from assessment.question_version v
         left join identity.account a on a.id = v.created_by
         left join counted on counted.version_id = v.id
       where v.question_id = $1
       order by v.number desc`,
      [questionId],
    );
    return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  }

  /** The course is told to those who may edit it. */
  private uses(actor: Actor, questionId: string): Promise<QuestionUse[]> {
    return this.sql.rows<QuestionUse>(
      `with standing as (${STANDING}), newest as (
         select version.quiz_id, standing.*
         from standing join assessment.quiz_version version on version.id = standing.quiz_version_id
         where not exists (select 1 from assessment.quiz_version later
                           where later.quiz_id = version.quiz_id and later.number > version.number)
       ), draft as (
         select id as quiz_id, jsonb_path_query_first(sections, '$[*].slots[*] ? (@.questionId == $id)',
           jsonb_build_object('id', $1::uuid)) as slot
         from assessment.quiz where assessment.questions_of(sections) @> array[$1::uuid]
       )
       select z.id as "quizId", z.title as "quizTitle", ${courseTitle('z.bank_id')} as "courseTitle",
         (select course.id from learning.course course where course.bank_id = z.bank_id
            and organisation.in_scope(course.unit_id, $2::uuid[])) as "courseId",
         (draft.slot->>'version')::int as "keptVersion", draft.slot is not null as "inDraft",
         v.number as "publishedVersion", coalesce(newest.drawn, false) as drawn
       from draft full join newest using (quiz_id)
         join assessment.quiz z on z.id = quiz_id
         left join assessment.question_version v on v.id = newest.version_id
       order by z.title collate "vi-x-icu", z.id`,
      [questionId, authorUnits(actor)],
    );
  }
}
