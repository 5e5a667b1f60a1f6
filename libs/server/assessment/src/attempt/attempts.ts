/** The room of what the domains above may do with attempts: start one, and see how they went. */
import { Injectable } from '@nestjs/common';
import type { QuizSettings } from '@tap-huan/contract';
import { Sql, Tx } from '@tap-huan/server/platform';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { AttemptClosing } from './attempt-closing.service';
import { AttemptReader, type ContextSummary } from './attempt.reader';
import { type AttemptStart, AttemptStarter } from './attempt-starter.service';
import { ExpiredAttempts } from './expired-attempts';

/** A published quiz as other domains see it. */
export interface QuizVersionSummary {
  /** Of the quiz version. */
  id: string;
  quizId: string;
  title: string;
  settings: QuizSettings;
  /** Number of questions. */
  questions: number;
}

@Injectable()
export class Attempts {
  constructor(
    private readonly starter: AttemptStarter,
    private readonly reader: AttemptReader,
    private readonly expired: ExpiredAttempts,
    private readonly published: PublishedQuizzes,
    private readonly closing: AttemptClosing,
  ) {}

  /**
   * Starts an attempt inside the caller's transaction and answers its id; where the context has one open on this quiz,
   * answers that one. Whether one may be started (limits, lessons) is the caller's rule.
   * @throws Failure `not_found` for an unknown quiz version.
   */
  start(tx: Tx, start: AttemptStart): Promise<string> {
    return this.starter.start(tx, start);
  }

  /** Submits and marks inside the caller's transaction; a repeat changes nothing. @throws Failure `not_found` */
  submit(tx: Tx, attemptId: string, takerId: string): Promise<void> {
    return this.closing.submit(tx, attemptId, takerId);
  }

  /**
   * Attempts that count for the contexts, by number; previews are none of them. Expired ones are closed first. Inside a
   * transaction, pass it: its own second connection could wait for the first.
   */
  async summaries(contextIds: readonly string[], tx?: Tx): Promise<ContextSummary[]> {
    await this.expired.closeOf(contextIds, tx);
    return this.reader.summaries(contextIds, tx);
  }

  /** Published quizzes by quiz version id, in no order; unknown ids are left out. Kept in the process: they never change. */
  async quizVersions(
    ids: readonly string[],
    source?: Pick<Sql, 'rows'>,
  ): Promise<QuizVersionSummary[]> {
    const versions = await this.published.all(ids, source);
    return [...versions.values()].map(({ slots, ...version }) => ({
      ...version,
      questions: slots.length,
    }));
  }
}
