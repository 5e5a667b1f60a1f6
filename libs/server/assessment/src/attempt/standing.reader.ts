/** The room of how somebody stands on a quiz: what holds for this person otherwise, and the attempts so far. */
import { Injectable } from '@nestjs/common';
import type { AttemptPhase } from '@tap-huan/contract';
import {
  type EffectiveRules,
  effectiveSettings,
  type FrozenSection,
  isExpired,
  type PersonalNeeds,
  type RuleOverride,
} from '@tap-huan/rules';
import { Clock, found, Sql, type Tx } from '@tap-huan/server/platform';
import { type PublishedQuiz, PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { AttemptClosing } from './attempt-closing.service';

/** Who takes which quiz, for what. */
export interface StandingOf {
  quizVersionId: string;
  /** identity.account */
  takerId: string;
  /** What the attempts count for, e.g. an enrolment; null counts for nothing. */
  contextId: string | null;
}

/** An attempt as its context knows it. Marks are there whether or not its taker may see them. */
export interface StandingAttempt {
  id: string;
  quizVersionId: string;
  number: number;
  phase: AttemptPhase;
  startedAt: Date | null;
  submittedAt: Date | null;
  deadline: Date | null;
  closesAt: Date | null;
  scoreOfTen: number | null;
  passed: boolean | null;
  /** Of a prepared one: what its time depends on. */
  sections: FrozenSection[] | null;
}

/** The rules of a quiz for one person, and the attempts by number, prepared ones among them. */
export interface Standing extends EffectiveRules {
  quiz: PublishedQuiz;
  attempts: StandingAttempt[];
}

interface StandingRow {
  needs: PersonalNeeds | null;
  overrides: RuleOverride[];
  attempts: (Omit<StandingAttempt, 'startedAt' | 'submittedAt' | 'deadline' | 'closesAt'> &
    Record<'startedAt' | 'submittedAt' | 'deadline' | 'closesAt', string | null>)[];
}

/** $1 account, $2 quiz, $3 context. The most specific override comes first, then the newest. */
const STANDING = `
  select (
    select json_build_object('timePercent', a.time_percent, 'extraAttempts', a.extra_attempts, 'screen', a.screen)
    from assessment.accommodation a where a.account_id = $1 order by a.set_at desc, a.id desc limit 1
  ) as needs, (
    select coalesce(json_agg(json_build_object('timeLimitMinutes', o.time_limit_minutes,
        'attemptsAllowed', o.attempts_allowed, 'opensAt', o.opens_at, 'closesAt', o.closes_at)
      order by o.account_id is null, o.job_position is null, nlevel(u.path) desc, o.created_at desc, o.id), '[]')
    from assessment.quiz_override o
      left join organisation.unit u on u.id = o.unit_id
      left join organisation.present_officer p on p.account_id = $1
    where o.quiz_id = $2 and o.removed_at is null and (o.account_id = $1 or (
      p.unit_path <@ u.path and (o.job_position is null or o.job_position = p.job_position)))
  ) as overrides, (
    select coalesce(json_agg(json_build_object('id', t.id, 'quizVersionId', t.quiz_version_id, 'number', t.number,
        'phase', t.phase, 'startedAt', t.started_at, 'submittedAt', t.submitted_at, 'deadline', t.deadline,
        'closesAt', t.closes_at, 'scoreOfTen', t.score_of_ten, 'passed', t.passed,
        'sections', case when t.phase = 'prepared' then t.paper->'sections' end) order by t.number), '[]')
    from assessment.attempt t where t.context_id = $3 and t.quiz_id = $2 and not t.preview
  ) as attempts`;

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

@Injectable()
export class Standings {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly published: PublishedQuizzes,
    private readonly closing: AttemptClosing,
  ) {}

  /**
   * How the taker stands, in one statement. Inside a transaction, pass it: attempts of which no answer is taken any more
   * are then closed first. Without one they are shown as they are.
   * @throws Failure `not_found` for an unknown quiz version
   */
  async of(of: StandingOf, tx?: Tx): Promise<Standing> {
    const source = tx ?? this.sql;
    const quizzes = await this.published.all([of.quizVersionId], source);
    const quiz = found(quizzes.get(of.quizVersionId));
    const standing = await this.read(quiz, of, source);
    const now = tx?.now ?? this.clock.now();
    const expired = tx ? standing.attempts.filter((attempt) => isExpired(attempt, now)) : [];
    if (!tx || expired.length === 0) return standing;
    for (const { id } of expired) await this.closing.expire(tx, id);
    return this.read(quiz, of, source);
  }

  private async read(
    quiz: PublishedQuiz,
    { takerId, contextId }: StandingOf,
    source: Pick<Sql, 'rows' | 'prepared'>,
  ): Promise<Standing> {
    const [row] = await source.prepared<StandingRow>('attempt-standing', STANDING, [
      takerId,
      quiz.quizId,
      contextId,
    ]);
    const { needs, overrides, attempts } = found(row);
    return {
      ...effectiveSettings(quiz.settings, needs, overrides),
      quiz,
      attempts: attempts.map((attempt) => ({
        ...attempt,
        startedAt: instantOf(attempt.startedAt),
        submittedAt: instantOf(attempt.submittedAt),
        deadline: instantOf(attempt.deadline),
        closesAt: instantOf(attempt.closesAt),
      })),
    };
  }
}
