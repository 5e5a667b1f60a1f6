/** The room where a quiz gets other rules for a person, a unit or an audience. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  FieldIssue,
  InputOf,
  OutputOf,
  QuizOverride,
  supervisionEndpoints,
} from '@tap-huan/contract';
import {
  type Actor,
  Failure,
  found,
  Sql,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { quizForSupervision, quizInScope } from './supervised-scope';

type Given = InputOf<typeof supervisionEndpoints.createOverride>['body'];

interface Row extends Omit<QuizOverride, 'opensAt' | 'closesAt' | 'createdAt'> {
  opensAt: Date | null;
  closesAt: Date | null;
  createdAt: Date;
}

const issue = (path: string, code: string): FieldIssue => ({
  path,
  code,
  message: code.replaceAll('_', ' '),
});

/** What is wrong with an override as a whole: whom it is for, and that it changes something. */
function issuesOf({ staffCode, unitId, ...rules }: Given): FieldIssue[] {
  const changes = [rules.timeLimitMinutes, rules.attemptsAllowed, rules.opensAt, rules.closesAt];
  const backwards =
    rules.opensAt !== null && rules.closesAt !== null && rules.closesAt <= rules.opensAt;
  return [
    ...(staffCode === null && unitId === null ? [issue('unitId', 'override_for_nobody')] : []),
    ...(staffCode !== null && (unitId !== null || rules.jobPosition !== null)
      ? [issue('staffCode', 'override_for_two')]
      : []),
    ...(changes.every((change) => change === null)
      ? [issue('timeLimitMinutes', 'override_changes_nothing')]
      : []),
    ...(backwards ? [issue('closesAt', 'closes_before_it_opens')] : []),
  ];
}

@Injectable()
export class OverrideService {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
  ) {}

  /** Overrides that hold, newest first. */
  async list(
    actor: Actor,
    quizId: string,
  ): Promise<OutputOf<typeof supervisionEndpoints.listOverrides>> {
    const { title } = await quizForSupervision(this.sql, actor, quizId, 'attempt.supervise');
    const rows = await this.sql.rows<Row>(
      `select r.id,
         case when r.account_id is not null then 'person' when r.job_position is not null then 'audience'
           else 'unit' end as target,
         person.full_name as "fullName", u.name as "unitName", r.job_position as "jobPosition",
         r.time_limit_minutes as "timeLimitMinutes", r.attempts_allowed as "attemptsAllowed",
         r.opens_at as "opensAt", r.closes_at as "closesAt", r.reason,
         coalesce(maker.full_name, '') as "createdByName", r.created_at as "createdAt"
       from assessment.quiz_override r
         left join identity.account person on person.id = r.account_id
         left join organisation.unit u on u.id = r.unit_id
         left join identity.account maker on maker.id = r.created_by
       where r.quiz_id = $1 and r.removed_at is null
       order by r.created_at desc, r.id`,
      [quizId],
    );
    const items = rows.map((row) => ({
      ...row,
      opensAt: row.opensAt?.toISOString() ?? null,
      closesAt: row.closesAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
    }));
    return { quizTitle: title, items };
  }

  /** Sets other rules; they hold for attempts that begin from now on. */
  create(
    actor: Actor,
    quizId: string,
    given: Given,
  ): Promise<OutputOf<typeof supervisionEndpoints.createOverride>> {
    return this.writer.write(actor, async (tx) => {
      await quizForSupervision(tx, actor, quizId, 'attempt.supervise');
      const issues = issuesOf(given);
      if (issues.length > 0) throw new Failure('validation_failed', undefined, issues);
      const accountId = given.staffCode === null ? null : await this.person(tx, given.staffCode);
      if (given.unitId !== null) await this.unit(tx, given.unitId);
      const id = randomUUID();
      await tx.rows(
        `insert into assessment.quiz_override (id, quiz_id, account_id, unit_id, job_position, time_limit_minutes,
           attempts_allowed, opens_at, closes_at, reason, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          id,
          quizId,
          accountId,
          given.unitId,
          given.jobPosition,
          given.timeLimitMinutes,
          given.attemptsAllowed,
          given.opensAt,
          given.closesAt,
          given.reason,
          actor.accountId,
          tx.now,
        ],
      );
      const affects = accountId === null ? await this.members(tx, given) : 1;
      await tx.audit('override.create', { kind: 'quiz', id: quizId }, { overrideId: id, affects });
      return { id, affects };
    });
  }

  /** Ends an override; the row stays. */
  remove(actor: Actor, overrideId: string): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      const { quizId } = found(
        await tx.maybe<{ quizId: string }>(
          `update assessment.quiz_override r set removed_at = $3, removed_by = $4
           from assessment.quiz z
           where r.id = $1 and r.removed_at is null and z.id = r.quiz_id and ${quizInScope(2)}
           returning r.quiz_id as "quizId"`,
          [overrideId, unitsFor(actor, 'attempt.supervise'), tx.now, actor.accountId],
        ),
      );
      await tx.audit('override.remove', { kind: 'quiz', id: quizId }, { overrideId });
      return { ok: true };
    });
  }

  private async person(tx: Tx, staffCode: string): Promise<string> {
    const person = await tx.maybe<{ accountId: string | null }>(
      `select account_id as "accountId" from organisation.present_officer where lower(staff_code) = lower($1)`,
      [staffCode.trim()],
    );
    if (!person?.accountId) {
      throw new Failure('validation_failed', undefined, [issue('staffCode', 'no_such_officer')]);
    }
    return person.accountId;
  }

  private async unit(tx: Tx, unitId: string): Promise<void> {
    const unit = await tx.maybe(`select 1 from organisation.unit where id = $1`, [unitId]);
    if (!unit) {
      throw new Failure('validation_failed', undefined, [issue('unitId', 'no_such_unit')]);
    }
  }

  /** Officers to whom the override applies today. */
  private async members(tx: Tx, { unitId, jobPosition }: Given): Promise<number> {
    const [row] = await tx.rows<{ members: number }>(
      `select count(*)::int as members from organisation.present_officer o
       where o.unit_id in (select * from organisation.units_in(array[$1::uuid]))
         and ($2::text is null or o.job_position = $2)`,
      [unitId, jobPosition],
    );
    return row?.members ?? 0;
  }
}
