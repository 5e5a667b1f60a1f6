/** The room where an officer opens and submits an own attempt, and sees how it went. */
import { Injectable } from '@nestjs/common';
import type { AttemptResult, AttemptView } from '@tap-huan/contract';
import { isExpired } from '@tap-huan/rules';
import { accountOf, type Actor, Clock, Sql, SYSTEM, Writer } from '@tap-huan/server/platform';
import { AttemptClosing } from './attempt-closing.service';
import { AttemptReader } from './attempt.reader';

@Injectable()
export class AttemptService {
  constructor(
    private readonly writer: Writer,
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly closing: AttemptClosing,
    private readonly reader: AttemptReader,
  ) {}

  /** Makes the page its attempt's writer and reads the attempt; one whose time is over is closed first. */
  async open(actor: Actor, attemptId: string, clientId: string): Promise<AttemptView> {
    await this.closeIfExpired(actor, attemptId);
    await this.writer.write(actor, (tx) =>
      tx.rows(
        `update assessment.attempt set holder = $3 where id = $1 and taker_id = $2 and phase = 'open'`,
        [attemptId, accountOf(actor), clientId],
      ),
    );
    return this.reader.view(actor, attemptId);
  }

  /** Submits and marks; a repeat answers with the same result. After the deadline, what was saved in time counts. */
  async submit(actor: Actor, attemptId: string): Promise<AttemptResult> {
    await this.writer.write(actor, (tx) => this.closing.submit(tx, attemptId, accountOf(actor)));
    return this.reader.result(actor, attemptId);
  }

  async result(actor: Actor, attemptId: string): Promise<AttemptResult> {
    await this.closeIfExpired(actor, attemptId);
    return this.reader.result(actor, attemptId);
  }

  private async closeIfExpired(actor: Actor, attemptId: string): Promise<void> {
    const attempt = await this.sql.maybe<{ phase: 'open'; deadline: Date }>(
      `select phase, deadline from assessment.attempt
       where id = $1 and taker_id = $2 and phase = 'open' and deadline is not null`,
      [attemptId, accountOf(actor)],
    );
    if (attempt && isExpired(attempt, this.clock.now())) {
      await this.writer.write(SYSTEM, (tx) => this.closing.expire(tx, attemptId));
    }
  }
}
