/** The room of the clock: attempts whose time is over are closed, whether or not anybody comes back to them. */
import { Injectable, Logger } from '@nestjs/common';
import { Clock, Sql, SYSTEM, Tx, Writer } from '@tap-huan/server/platform';
import { AttemptClosing } from './attempt-closing.service';

@Injectable()
export class ExpiredAttempts {
  private readonly logger = new Logger(ExpiredAttempts.name);

  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly writer: Writer,
    private readonly closing: AttemptClosing,
  ) {}

  /**
   * Closes and marks open attempts past their deadline, the longest past first, each in its own transaction. Several
   * processes may do it at once.
   * @param limit most attempts in one go
   * @returns how many were closed
   */
  async closeExpired(limit: number): Promise<number> {
    const expired = await this.sql.rows<{ id: string }>(
      `select id from assessment.attempt where phase = 'open' and deadline < $1 order by deadline limit $2`,
      [this.clock.now(), limit],
    );
    let closed = 0;
    for (const { id } of expired) {
      try {
        const done = await this.writer.write(SYSTEM, (tx) => this.closing.expire(tx, id, 'skip'));
        if (done) closed += 1;
      } catch (error) {
        // One that cannot be closed must not keep the others open.
        this.logger.error(
          `Attempt ${id} could not be closed`,
          error instanceof Error ? error.stack : String(error),
        );
      }
    }
    return closed;
  }

  /** Closes the expired attempts of the contexts, in the caller's transaction where there is one. */
  async closeOf(contextIds: readonly string[], tx?: Tx): Promise<void> {
    const expired = await (tx ?? this.sql).rows<{ id: string }>(
      `select id from assessment.attempt
       where context_id = any($1::uuid[]) and phase = 'open' and not preview and deadline < $2 order by id`,
      [contextIds, tx?.now ?? this.clock.now()],
    );
    for (const { id } of expired) {
      if (tx) await this.closing.expire(tx, id);
      else await this.writer.write(SYSTEM, (own) => this.closing.expire(own, id));
    }
  }
}
