/** The room where appeals are seen: one's own, and those that markers have to answer. */
import { Injectable } from '@nestjs/common';
import type { Appeal, AppealRow, markingEndpoints, OutputOf } from '@tap-huan/contract';
import { accountOf, type Actor, Clock, found, Sql } from '@tap-huan/server/platform';
import { type AppealedResult, appealUntil, markedAtOf } from './appeal-window';
import { notOwn, scopeOf, seeQuiz } from './marking-scope';

type Stored<T extends Appeal> = Omit<T, 'at' | 'answeredAt'> & {
  at: Date;
  answeredAt: Date | null;
};

const APPEAL = `p.id, p.slot, p.text, p.at, p.state, p.answer, p.answered_at as "answeredAt",
  p.awarded_from as "awardedFrom", p.awarded_to as "awardedTo"`;

const OF_QUIZ = `
  select ${APPEAL}, a.id as "attemptId", a.number, coalesce(o.full_name, c.full_name) as "fullName",
    coalesce(o.staff_code, '') as "staffCode", coalesce(u.name, '') as "unitName", v.title as "questionTitle",
    r.points[p.slot] as points, answerer.full_name as "answeredByName"
  from assessment.appeal p
    join assessment.attempt a on a.id = p.attempt_id and a.quiz_id = $1 and ${notOwn(2)}
    join assessment.result r on r.attempt_id = a.id
    join identity.account c on c.id = a.taker_id
    left join organisation.officer o on o.account_id = a.taker_id
    left join organisation.unit u on u.id = r.unit_id
    left join assessment.question_version v on v.id = r.marked_by_version_ids[p.slot]
    left join identity.account answerer on answerer.id = p.answered_by
  order by p.state = 'answered', case when p.state = 'open' then p.at end, p.answered_at desc, p.id`;

const told = <T extends Appeal>(row: Stored<T>): T =>
  ({
    ...row,
    at: row.at.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }) as unknown as T;

@Injectable()
export class Appeals {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Of the actor's own attempt, the newest first; with the end of the window. @throws Failure `not_found` */
  async own(
    actor: Actor,
    attemptId: string,
  ): Promise<OutputOf<typeof markingEndpoints.listOwnAppeals>> {
    const attempt = found(
      await this.sql.maybe<AppealedResult>(
        `select preview, phase, settings, submitted_at as "submittedAt", ${markedAtOf('attempt.id')} as "markedAt"
         from assessment.attempt where id = $1 and taker_id = $2 and phase in ('submitted', 'marked')`,
        [attemptId, accountOf(actor)],
      ),
    );
    const rows = await this.sql.rows<Stored<Appeal>>(
      `select ${APPEAL} from assessment.appeal p where p.attempt_id = $1 order by p.at desc, p.id`,
      [attemptId],
    );
    const until = appealUntil(attempt, this.clock.now());
    return { items: rows.map((row) => told(row)), until: until?.toISOString() ?? null };
  }

  /** Against results of a quiz, open ones first, the oldest of them at the top. @throws Failure `not_found` */
  async ofQuiz(
    actor: Actor,
    quizId: string,
  ): Promise<OutputOf<typeof markingEndpoints.listAppeals>> {
    const { title } = await seeQuiz(this.sql, actor, quizId);
    const [, account] = scopeOf(actor);
    const rows = await this.sql.rows<Stored<AppealRow>>(OF_QUIZ, [quizId, account]);
    return { quizTitle: title, items: rows.map((row) => told(row)) };
  }
}
