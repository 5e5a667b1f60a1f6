/** The room of the clock of an attempt: how much time there is, for pages that ask every few seconds. */
import { Injectable } from '@nestjs/common';
import type { AttemptClock } from '@tap-huan/contract';
import { accountOf, type Actor, Clock, found, Sql } from '@tap-huan/server/platform';

interface Row {
  phase: AttemptClock['phase'];
  deadline: Date | null;
  closesAt: Date | null;
  partDeadline: Date | null;
  writer: boolean;
  minutes: number | null;
  reason: string | null;
  at: Date | null;
}

/** Extensions of everybody reach whoever had begun by then. */
const CLOCK = `select a.phase, a.deadline, a.closes_at as "closesAt", a.part_deadline as "partDeadline",
    a.holder is not distinct from $3 as writer, e.minutes, e.reason, e.at
  from assessment.attempt a
    left join lateral (
      select x.minutes, x.reason, x.at from assessment.extension x
      where x.quiz_id = a.quiz_id and (x.attempt_id = a.id or (x.attempt_id is null and x.at >= a.started_at))
      order by x.at desc limit 1
    ) e on a.phase = 'open'
  where a.id = $1 and a.taker_id = $2 and a.phase <> 'prepared'`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

@Injectable()
export class AttemptClocks {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** The clock of the actor's own attempt. One statement. */
  async read(actor: Actor, attemptId: string, clientId: string): Promise<AttemptClock> {
    const rows = await this.sql.prepared<Row>('attempt-clock', CLOCK, [
      attemptId,
      accountOf(actor),
      clientId,
    ]);
    const { minutes, reason, at, ...row } = found(rows[0]);
    return {
      serverNow: this.clock.now().toISOString(),
      phase: row.phase,
      deadline: iso(row.deadline),
      closesAt: iso(row.closesAt),
      partDeadline: iso(row.partDeadline),
      writer: row.writer,
      extension:
        minutes === null || reason === null || at === null
          ? null
          : { minutes, reason, at: at.toISOString() },
    };
  }
}
