/** The room where an officer hands in an own attempt and sees how it went. */
import { Injectable } from '@nestjs/common';
import type { AttemptResult } from '@tap-huan/contract';
import { accountOf, type Actor, Writer } from '@tap-huan/server/platform';
import { AttemptClosing } from './attempt-closing.service';
import { AttemptResults } from './attempt-result.reader';
import { ExpiredAttempts } from './expired-attempts';

@Injectable()
export class Submission {
  constructor(
    private readonly writer: Writer,
    private readonly closing: AttemptClosing,
    private readonly expired: ExpiredAttempts,
    private readonly results: AttemptResults,
  ) {}

  /** Submits and marks; a repeat answers with the same result. After the deadline, what was typed in time counts. */
  async submit(actor: Actor, attemptId: string): Promise<AttemptResult> {
    await this.writer.write(actor, (tx) => this.closing.submit(tx, attemptId, accountOf(actor)));
    return this.results.of(actor, attemptId);
  }

  /** The result of a closed attempt; one of which no answer is taken any more is closed first. */
  async result(actor: Actor, attemptId: string): Promise<AttemptResult> {
    await this.expired.closeOwn(attemptId, accountOf(actor));
    return this.results.of(actor, attemptId);
  }
}
