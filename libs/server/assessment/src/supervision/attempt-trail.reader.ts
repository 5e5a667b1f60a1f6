/** The room where an inspector reads everything that happened to an attempt. */
import { Injectable } from '@nestjs/common';
import type { AttemptTrail, TrailLine } from '@tap-huan/contract';
import { type FrozenQuestion, withDrawnNumbers } from '@tap-huan/rules';
import { type Actor, found, Sql, unitsFor, Writer } from '@tap-huan/server/platform';
import {
  SUPERVISED_COLUMNS,
  SUPERVISED_FROM,
  shownSupervised,
  type SupervisedRow,
} from './supervised-attempt';
import { quizInScope } from './supervised-scope';

interface LineRow extends Omit<TrailLine, 'at' | 'receivedAt'> {
  at: Date;
  receivedAt: Date | null;
}

interface AnswerRow extends Omit<AttemptTrail['answers'][number], 'typedAt' | 'savedAt'> {
  typedAt: Date | null;
  savedAt: Date | null;
  /** A calculated question with its numbers, as it stood on the paper; null for other kinds. */
  drawn: FrozenQuestion | null;
}

/** Steps, facts, late answers and files of attempt $1, in order of time. */
const LINES = `
  select s.at, 'step' as source, s.kind, acc.full_name as "byName", s.slot, s.awarded_from as "awardedFrom",
    s.awarded_to as "awardedTo", s.reason, null::timestamptz as "receivedAt", null::integer as seconds, s.detail
  from assessment.step s left join identity.account acc on acc.id = s.by_account where s.attempt_id = $1
  union all
  select e.at, 'fact', e.kind, null, e.slot, null, null, '', e.received_at, e.seconds, e.detail
  from assessment.attempt_event e where e.attempt_id = $1
  union all
  select coalesce(x.typed_at, x.saved_at), 'late_answer', 'late_answer', null, x.slot, null, null, '', x.saved_at, null,
    '{}'::jsonb
  from assessment.answer x where x.attempt_id = $1 and x.late
  union all
  select f.uploaded_at, 'file', 'file_uploaded', null, f.slot, null, null, '', null, null,
    jsonb_build_object('name', f.name, 'size', f.size)
  from assessment.attempt_file f where f.attempt_id = $1
  order by 1`;

/** The slots of attempt $1 with when each was answered and what it earned. */
const ANSWERS = `
  select s.slot, v.title, a.kinds[s.slot] as kind, x.response is not null as answered, coalesce(x.seconds, 0) as seconds,
    x.typed_at as "typedAt", x.saved_at as "savedAt", coalesce(x.late, false) as late, r.awarded[s.slot] as awarded,
    coalesce(r.points[s.slot], s.points) as points, case when a.kinds[s.slot] = 'calculated' then s.question end as drawn
  from assessment.attempt a
    cross join jsonb_to_recordset(a.paper->'slots') as s (slot int, points int, question jsonb, "questionVersionId" uuid)
    join assessment.question_version v on v.id = s."questionVersionId"
    left join assessment.answer x on x.attempt_id = a.id and x.slot = s.slot
    left join assessment.result r on r.attempt_id = a.id
  where a.id = $1 order by s.slot`;

/** Details of a step or fact that are plain values; nested ones are for machines. */
function plainDetail(detail: Record<string, unknown>): TrailLine['detail'] {
  return Object.fromEntries(
    Object.entries(detail).filter((entry): entry is [string, string | number | boolean] =>
      ['string', 'number', 'boolean'].includes(typeof entry[1]),
    ),
  );
}

@Injectable()
export class AttemptTrails {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
  ) {}

  /** The whole trail; that somebody looked is written down. @throws Failure `not_found` out of scope and for previews */
  async of(actor: Actor, attemptId: string): Promise<AttemptTrail> {
    const { quizId, quizTitle, ...row } = found(
      await this.sql.maybe<SupervisedRow & { quizId: string; quizTitle: string }>(
        `select ${SUPERVISED_COLUMNS}, z.id as "quizId", a.title as "quizTitle"
         ${SUPERVISED_FROM} join assessment.quiz z on z.id = a.quiz_id
         where a.id = $1 and not a.preview and ${quizInScope(2)}`,
        [attemptId, unitsFor(actor, 'attempt.inspect')],
      ),
    );
    const [answers, lines] = await Promise.all([
      this.sql.rows<AnswerRow>(ANSWERS, [attemptId]),
      this.sql.rows<LineRow>(LINES, [attemptId]),
    ]);
    await this.writer.write(actor, (tx) =>
      tx.audit('attempt.inspect', { kind: 'attempt', id: attemptId }),
    );
    return {
      attempt: shownSupervised(row),
      quizId,
      quizTitle,
      answers: answers.map(({ drawn, ...answer }) => ({
        ...answer,
        title: drawn ? withDrawnNumbers(drawn, answer.title) : answer.title,
        typedAt: answer.typedAt?.toISOString() ?? null,
        savedAt: answer.savedAt?.toISOString() ?? null,
      })),
      lines: lines.map((line) => ({
        ...line,
        at: line.at.toISOString(),
        receivedAt: line.receivedAt?.toISOString() ?? null,
        detail: plainDetail(line.detail),
      })),
    };
  }
}
