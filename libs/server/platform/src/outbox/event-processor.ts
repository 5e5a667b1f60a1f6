/** The room where one event meets one hearer, exactly once for a quick hearer. */
import { Injectable } from '@nestjs/common';
import { EVENTS, type EventName } from '@tap-huan/contract';
import { SYSTEM } from '../actor';
import { Sql } from '../database/sql';
import { Writer } from '../database/tx';
import { Hearers } from './hearers';

interface OutboxRow {
  event: EventName;
  payload: unknown;
}

@Injectable()
export class EventProcessor {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly hearers: Hearers,
  ) {}

  /** Delivers an event to a hearer; a repeat does nothing. */
  async deliver(eventId: string, handler: string): Promise<void> {
    const hearer = this.hearers.named(handler);
    if (!hearer) throw new Error(`No hearer is called ${handler}.`);
    const row = await this.sql.maybe<OutboxRow>(
      `select event, payload from platform.outbox where id = $1`,
      [eventId],
    );
    if (!row) return;
    const payload = EVENTS[row.event].payload.parse(row.payload) as never;
    if (hearer.instance.handle) {
      const { instance } = hearer;
      await this.writer.write(SYSTEM, async (tx) => {
        const first = await tx.rows(
          `insert into platform.inbox (event_id, handler) values ($1, $2)
           on conflict do nothing returning event_id`,
          [eventId, handler],
        );
        if (first.length > 0) await instance.handle?.(tx, payload);
      });
      return;
    }
    const handled = await this.sql.maybe(
      `select 1 from platform.inbox where event_id = $1 and handler = $2`,
      [eventId, handler],
    );
    if (handled) return;
    await hearer.instance.work?.(payload);
    await this.sql.rows(
      `insert into platform.inbox (event_id, handler) values ($1, $2) on conflict do nothing`,
      [eventId, handler],
    );
  }
}
