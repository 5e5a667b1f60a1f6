/** The room of what the domains above may do with attempts: start one, and see how they went. */
import { Injectable } from '@nestjs/common';
import type { AttemptSummary, QuizSettings } from '@tap-huan/contract';
import { Sql, Tx } from '@tap-huan/server/platform';
import { networkAllowed } from '../quiz/networks';
import { checkAccess, type Credentials } from '../quiz/quiz-access';
import { AttemptClosing } from './attempt-closing.service';
import { type AttemptStart, AttemptStarter } from './attempt-starter.service';
import { ExpiredAttempts } from './expired-attempts';
import { type Standing, type StandingOf, Standings } from './standing.reader';

/** Marks are there whether or not the taker may see them. */
export type ContextSummary = AttemptSummary & { contextId: string; quizId: string };

@Injectable()
export class Attempts {
  constructor(
    private readonly sql: Sql,
    private readonly starter: AttemptStarter,
    private readonly standings: Standings,
    private readonly expired: ExpiredAttempts,
    private readonly closing: AttemptClosing,
  ) {}

  /**
   * Starts an attempt inside the caller's transaction and answers its id; where the context has one open on this quiz,
   * answers that one. Whether one may be started (limits, lessons) is the caller's rule.
   * @param standing as answered by `standing` in the same transaction; else it is read
   * @throws Failure `not_found` for an unknown quiz version.
   */
  start(tx: Tx, start: AttemptStart, standing?: Standing): Promise<string> {
    return this.starter.start(tx, start, standing);
  }

  /**
   * How somebody stands on a quiz: its rules with what holds for this person otherwise, and the attempts so far. Those of
   * which no answer is taken any more are closed first, in the caller's transaction where there is one.
   * @throws Failure `not_found` for an unknown quiz version.
   */
  async standing(of: StandingOf, tx?: Tx): Promise<Standing> {
    if (!tx && of.contextId !== null) await this.expired.closeOf([of.contextId]);
    return this.standings.of(of, tx);
  }

  /** Asks for the network and the word of a quiz. @throws Failure `network_not_allowed`, `wrong_quiz_password` */
  checkAccess(settings: QuizSettings, credentials: Credentials): void {
    checkAccess(settings, credentials);
  }

  /** Whether a quiz may be taken from an address. */
  networkAllowed(address: string | null, { networks }: Pick<QuizSettings, 'networks'>): boolean {
    return networkAllowed(address, networks);
  }

  /** Submits and marks inside the caller's transaction; a repeat changes nothing. @throws Failure `not_found` */
  submit(tx: Tx, attemptId: string, takerId: string): Promise<void> {
    return this.closing.submit(tx, attemptId, takerId);
  }

  /**
   * Attempts that count for the contexts, by number; neither previews nor prepared ones are among them. Expired ones are
   * closed first. Inside a transaction, pass it: its own second connection could wait for the first.
   */
  async summaries(contextIds: readonly string[], tx?: Tx): Promise<ContextSummary[]> {
    await this.expired.closeOf(contextIds, tx);
    const rows = await (tx ?? this.sql).rows<SummaryRow>(
      `select id, context_id as "contextId", quiz_id as "quizId", number, phase, started_at as "startedAt",
         submitted_at as "submittedAt", deadline, score_of_ten as "scoreOfTen", passed
       from assessment.attempt
       where context_id = any($1::uuid[]) and not preview and phase <> 'prepared' order by number, id`,
      [contextIds],
    );
    return rows.map((row) => ({
      ...row,
      startedAt: row.startedAt?.toISOString() ?? null,
      submittedAt: row.submittedAt?.toISOString() ?? null,
      deadline: row.deadline?.toISOString() ?? null,
    }));
  }
}

type SummaryRow = Omit<ContextSummary, 'startedAt' | 'submittedAt' | 'deadline'> &
  Record<'startedAt' | 'submittedAt' | 'deadline', Date | null>;
