/** The room of the clock: attempts whose time is over are closed, whether or not anybody comes back to them. */
import { Injectable, Logger } from '@nestjs/common';
import { Clock, Sql, SYSTEM, Tx, Writer } from '@tap-huan/server/platform';
import { AttemptClosing } from './attempt-closing.service';

/** Where the walk through the expired attempts has come to; the time as text keeps its microseconds. */
interface Place {
  closesAt: string;
  id: string;
}

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
   * Closes and marks open attempts whose deadline and grace are over, the longest first, each in its own transaction.
   * Several processes may do it at once. One that cannot be closed is told in the log, passed by, and tried again next time.
   * @param limit most attempts to close in one go
   * @returns how many were closed
   */
  async closeExpired(limit: number): Promise<number> {
    const now = this.clock.now();
    let closed = 0;
    let place: Place = { closesAt: '-infinity', id: '00000000-0000-0000-0000-000000000000' };
    while (closed < limit) {
      const wanted = limit - closed;
      const expired = await this.after(place, now, wanted);
      for (const { id } of expired) if (await this.close(id, 'skip')) closed += 1;
      const last = expired.at(-1);
      if (!last || expired.length < wanted) break;
      place = last;
    }
    return closed;
  }

  /** Expired attempts that come after the place; those that could not be closed do not come twice. */
  private after({ closesAt, id }: Place, now: Date, limit: number): Promise<Place[]> {
    return this.sql.rows<Place>(
      `select id, closes_at::text as "closesAt" from assessment.attempt
       where phase = 'open' and closes_at < $1 and (closes_at, id) > ($2::timestamptz, $3::uuid)
       order by closes_at, id limit $4`,
      [now, closesAt, id, limit],
    );
  }

  private async close(id: string, waiting: 'wait' | 'skip'): Promise<boolean> {
    try {
      return await this.writer.write(SYSTEM, (tx) => this.closing.expire(tx, id, waiting));
    } catch (error) {
      this.logger.error(
        `Attempt ${id} could not be closed`,
        error instanceof Error ? error.stack : String(error),
      );
      return false;
    }
  }

  /**
   * Closes the expired attempts of the contexts, in the caller's transaction where there is one. Without one, an attempt
   * that cannot be closed stays open: whoever only looks must see the others.
   */
  async closeOf(contextIds: readonly string[], tx?: Tx): Promise<void> {
    const expired = await (tx ?? this.sql).rows<{ id: string }>(
      `select id from assessment.attempt
       where context_id = any($1::uuid[]) and phase = 'open' and not preview and closes_at < $2 order by id`,
      [contextIds, tx?.now ?? this.clock.now()],
    );
    for (const { id } of expired) {
      if (tx) await this.closing.expire(tx, id);
      else await this.close(id, 'wait');
    }
  }

  /** Closes the taker's own attempt where deadline and grace are over. */
  async closeOwn(attemptId: string, takerId: string): Promise<void> {
    const expired = await this.sql.maybe(
      `select 1 from assessment.attempt where id = $1 and taker_id = $2 and phase = 'open' and closes_at < $3`,
      [attemptId, takerId, this.clock.now()],
    );
    if (expired) await this.writer.write(SYSTEM, (tx) => this.closing.expire(tx, attemptId));
  }
}
