/** The room where a supervisor sees who sits a quiz, how far they are, and how much time they have. */
import { Injectable } from '@nestjs/common';
import type {
  InputOf,
  OutputOf,
  SupervisedAttempt,
  SupervisedQuizRow,
  supervisionEndpoints,
} from '@tap-huan/contract';
import { type Actor, Clock, found, Sql, unitsFor } from '@tap-huan/server/platform';
import { courseTitle } from '../course-title';
import { likePattern } from '../question/question-content';
import { quizInScope } from './supervised-scope';
import {
  SUPERVISED_COLUMNS,
  SUPERVISED_FROM,
  type SupervisedRow,
  shownSupervised,
} from './supervised-attempt';

type Query = InputOf<typeof supervisionEndpoints.readSupervision>['query'];

/** Published quizzes of the units `$1` as `quiz`, with their newest settings and the attempts by phase. */
const QUIZZES = `
  select z.id as "quizId", z.title as "quizTitle", ${courseTitle('z.bank_id')} as "courseTitle",
    newest.settings->>'opensAt' as "opensAt", newest.settings->>'closesAt' as "closesAt",
    coalesce(n.prepared, 0) as prepared, coalesce(n.running, 0) as running,
    coalesce(n.submitted, 0) as submitted, coalesce(n.marked, 0) as marked
  from assessment.quiz z
    join lateral (
      select v.settings from assessment.quiz_version v where v.quiz_id = z.id order by v.number desc limit 1
    ) newest on true
    left join lateral (
      select count(*) filter (where phase = 'prepared') as prepared, count(*) filter (where phase = 'open') as running,
        count(*) filter (where phase = 'submitted') as submitted, count(*) filter (where phase = 'marked') as marked
      from assessment.attempt a where a.quiz_id = z.id and not a.preview
    ) n on true
  where ${quizInScope(1)}`;

interface ExtensionRow {
  id: string;
  minutes: number;
  reason: string;
  attempts: number;
  fullName: string | null;
  byName: string;
  at: Date;
}

@Injectable()
export class SupervisionReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Published quizzes in the actor's scope, those that are being sat first. */
  async quizzes(actor: Actor): Promise<{ items: SupervisedQuizRow[] }> {
    const items = await this.sql.rows<SupervisedQuizRow>(
      `${QUIZZES} order by n.running > 0 desc, n.submitted > 0 desc, z.title collate "vi-x-icu", z.id`,
      [unitsFor(actor, 'attempt.inspect')],
    );
    return { items };
  }

  /** The attempts of one quiz, running ones first, then the last submitted. */
  async attempts(
    actor: Actor,
    quizId: string,
    query: Query,
  ): Promise<OutputOf<typeof supervisionEndpoints.readSupervision>> {
    const quiz = found(
      await this.sql.maybe<SupervisedQuizRow>(`${QUIZZES} and z.id = $2`, [
        unitsFor(actor, 'attempt.inspect'),
        quizId,
      ]),
    );
    const [{ items, total }, extensions] = await Promise.all([
      this.page(quizId, query),
      this.extensions(quizId),
    ]);
    return { quiz, serverNow: this.clock.now().toISOString(), items, total, extensions };
  }

  private async page(
    quizId: string,
    { page, pageSize, search, phase, notable }: Query,
  ): Promise<{ items: SupervisedAttempt[]; total: number }> {
    const rows = await this.sql.rows<SupervisedRow & { total: number }>(
      `with chosen as (
         select a.id, count(*) over () as total
         from assessment.attempt a
           join identity.account acc on acc.id = a.taker_id
           left join organisation.present_officer o on o.account_id = a.taker_id
         where a.quiz_id = $1 and not a.preview
           and ($2::text is null or coalesce(o.search_text, acc.search_text) like $2)
           and ($3::text is null or a.phase = $3)
           and ($4::boolean is not true
             or exists (select 1 from assessment.attempt_event e where e.attempt_id = a.id)
             or exists (select 1 from assessment.answer x where x.attempt_id = a.id and x.late))
         order by a.phase = 'open' desc, a.phase = 'prepared', a.submitted_at desc nulls first,
           coalesce(o.sort_key, acc.sort_key) collate "vi-x-icu", a.id
         limit $5 offset $6
       )
       select ${SUPERVISED_COLUMNS}, chosen.total
       ${SUPERVISED_FROM} join chosen on chosen.id = a.id
       order by a.phase = 'open' desc, a.phase = 'prepared', a.submitted_at desc nulls first,
         coalesce(o.sort_key, acc.sort_key) collate "vi-x-icu", a.id`,
      [
        quizId,
        likePattern(search),
        phase ?? null,
        notable === undefined ? null : notable === 'true',
        pageSize,
        (page - 1) * pageSize,
      ],
    );
    return { items: rows.map(shownSupervised), total: rows[0]?.total ?? 0 };
  }

  private async extensions(
    quizId: string,
  ): Promise<OutputOf<typeof supervisionEndpoints.readSupervision>['extensions']> {
    const rows = await this.sql.rows<ExtensionRow>(
      `select x.id, x.minutes, x.reason, x.attempts, taker.full_name as "fullName",
         coalesce(acc.full_name, '') as "byName", x.at
       from assessment.extension x
         left join identity.account acc on acc.id = x.by_account
         left join assessment.attempt a on a.id = x.attempt_id
         left join identity.account taker on taker.id = a.taker_id
       where x.quiz_id = $1 order by x.at desc limit 50`,
      [quizId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
