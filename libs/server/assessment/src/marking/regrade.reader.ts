/** The room where somebody sees what can be regraded, and what a regrade would do before it does. */
import { Injectable } from '@nestjs/common';
import type {
  InputOf,
  markingEndpoints,
  OutputOf,
  RegradeAction,
  RegradePreview,
} from '@tap-huan/contract';
import { type Actor, found, Sql } from '@tap-huan/server/platform';
import { certificatesAtStake } from './certificates-at-stake.reader';
import { seeQuiz } from './marking-scope';
import { attemptsWith } from './regrade-facts.reader';
import { planRegrade, type RegradedPaper, regradedPapers } from './regrade-plan';
import { changesMarks, totalBefore } from './result-change.service';
import type { StoredResult } from './stored-result';

type Asked = InputOf<typeof markingEndpoints.previewRegrade>['body'];
type Regradable = OutputOf<typeof markingEndpoints.listRegradable>;
type Change = RegradePreview['changes'][number];

type Taker = Pick<Change, 'attemptId' | 'fullName' | 'staffCode' | 'unitName'>;

const QUESTIONS = `
  with used as (
    select t.question_id, t.version_id, count(distinct r.attempt_id)::int as attempts
    from assessment.result r
      join assessment.attempt a on a.id = r.attempt_id and not a.preview
      cross join unnest(r.question_ids, r.version_ids) as t (question_id, version_id)
    where r.quiz_id = $1 group by t.question_id, t.version_id
  )
  select q.id as "questionId", newest.title, q.kind, sum(used.attempts)::int as attempts,
    array_agg(v.number order by v.number) as versions, q.current_version as "newestVersion"
  from used
    join assessment.question q on q.id = used.question_id
    join assessment.question_version v on v.id = used.version_id
    join assessment.question_version newest on newest.question_id = q.id and newest.number = q.current_version
  group by q.id, newest.title
  order by newest.title collate "vi-x-icu", q.id`;

const REGRADES = `
  select g.id, g.question_id as "questionId", v.title, g.action, g.to_version as "toVersion", g.reason,
    coalesce(c.full_name, '') as "byName", g.at, g.attempts
  from assessment.regrade g
    join assessment.question_version v on v.question_id = g.question_id and v.number = g.to_version
    left join identity.account c on c.id = g.by_account
  where g.quiz_id = $1 order by g.at desc, g.id`;

/** With the unit in which they worked then. Sorted as Vietnamese names are. */
const TAKERS = `
  select a.id as "attemptId", coalesce(o.full_name, c.full_name) as "fullName",
    coalesce(o.staff_code, '') as "staffCode", coalesce(u.name, '') as "unitName"
  from assessment.attempt a
    join identity.account c on c.id = a.taker_id
    join assessment.result r on r.attempt_id = a.id
    left join organisation.officer o on o.account_id = a.taker_id
    left join organisation.unit u on u.id = r.unit_id
  where a.id = any($1::uuid[])
  order by coalesce(o.sort_key, c.sort_key) collate "vi-x-icu", o.staff_code, a.number`;

@Injectable()
export class Regrades {
  constructor(private readonly sql: Sql) {}

  /** Who would change and how; nothing is changed. @throws Failure `not_found` */
  async preview(actor: Actor, quizId: string, asked: Asked): Promise<RegradePreview> {
    await seeQuiz(this.sql, actor, quizId);
    const plan = await planRegrade(this.sql, quizId, asked);
    const attempts = await attemptsWith(this.sql, quizId, asked.questionId);
    const changed: RegradedPaper[] = [];
    for await (const papers of regradedPapers(this.sql, plan, attempts, false)) {
      changed.push(...papers.filter(changesMarks));
    }
    return {
      questionId: asked.questionId,
      title: plan.question.title,
      versions: plan.versions.map(({ number }) => number),
      toVersion: plan.question.toVersion,
      problems: plan.problems,
      attempts: attempts.length,
      changes: await this.told(changed),
    };
  }

  /** Questions on submitted papers of a quiz, and the regrades so far. @throws Failure `not_found` */
  async regradable(actor: Actor, quizId: string): Promise<Regradable> {
    const { title } = await seeQuiz(this.sql, actor, quizId);
    const [questions, regrades] = await Promise.all([
      this.sql.rows<Regradable['questions'][number]>(QUESTIONS, [quizId]),
      this.sql.rows<Done>(REGRADES, [quizId]),
    ]);
    return {
      quizTitle: title,
      questions,
      regrades: regrades.map((row) => ({ ...row, at: row.at.toISOString() })),
    };
  }

  private async told(changed: readonly RegradedPaper[]): Promise<Change[]> {
    const byAttempt = new Map(changed.map((paper) => [paper.before.attemptId, paper]));
    const [takers, atStake] = await Promise.all([
      this.sql.rows<Taker>(TAKERS, [[...byAttempt.keys()]]),
      certificatesAtStake(this.sql, changed),
    ]);
    return takers.map((taker) => {
      const { before, after, grade, slots } = found(byAttempt.get(taker.attemptId));
      const from = totalBefore(before);
      return {
        ...taker,
        awardedFrom: sumOf(before.slots, slots),
        awardedTo: sumOf(after, slots),
        scoreFrom: from.scoreOfTen,
        scoreTo: grade.scoreOfTen,
        passedFrom: from.passed,
        passedTo: grade.passed,
        certificateAtStake: atStake.get(taker.attemptId) ?? null,
      };
    });
  }
}

type Done = Omit<Regradable['regrades'][number], 'at' | 'action'> & {
  at: Date;
  action: RegradeAction;
};

/** What the question earns; what waits for a marker is nothing. */
const sumOf = (marks: StoredResult['slots'], slots: readonly number[]): number =>
  slots.reduce((sum, slot) => sum + (marks[slot - 1]?.awarded ?? 0), 0);
